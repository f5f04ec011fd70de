import type {
  Interaction,
  InteractionId,
  Mail,
  Mailbox,
  MailNotice,
  TenantConfig,
  Verdict,
} from '@deskwire/domain';

import type {FileStore} from '../chat/file-store.js';
import type {Timers} from '../clock.js';
import type {Host} from '../host.js';
import type {MailArrival, MailBody} from '../scripts.js';

import {
  customerOf,
  houseOf,
  mailOf,
  mailsOf,
  threadSignal,
  type MailHead,
  type TakeFile,
} from './mail-arrivals.js';
import {answering, noticeText} from './mail-words.js';

/** What people who write mails make use of. */
export interface MailHouse {
  readonly host: Host;
  readonly timers: Timers;
  readonly files: FileStore;
  /** A contact whatever became of it. */
  contact(id: InteractionId): Interaction | undefined;
  newId(what: string): string;
}

const mailsIn = (interaction: Interaction | undefined): readonly Mail[] =>
  interaction?.content.kind === 'email' ? interaction.content.thread.mails : [];

/** Those who write mails, and go on writing when a contact is over: then their thread is a new contact. */
export class MailCustomers {
  readonly #house: MailHouse;
  readonly #arrivals = new Map<InteractionId, MailArrival>();
  readonly #successors = new Map<InteractionId, InteractionId>();

  constructor(house: MailHouse) {
    this.#house = house;
  }

  has(id: InteractionId): boolean {
    return this.#arrivals.has(id);
  }

  /** The contact that a thread is now. */
  current(id: InteractionId): InteractionId {
    const next = this.#successors.get(id);
    return next === undefined ? id : this.current(next);
  }

  arrive(arrival: MailArrival): InteractionId {
    const {id = this.#house.newId('mail')} = arrival;
    const now = this.#house.timers.now();
    this.#arrivals.set(id, arrival);
    this.#begin(id, arrival, mailsOf(this.#tenant, id, arrival, {now, take: this.#takeFor(id)}));
    return id;
  }

  /** Answers what came last from the house. */
  say(id: InteractionId, text: string): Verdict {
    const now = this.current(id);
    const answered = mailsIn(this.#house.contact(now)).findLast(({direction}) => direction === 'out');
    return this.#write(now, answering(text, answered, this.#tenant.language));
  }

  /** A machine answers: theirs, since they are away, or their mail server, which could not deliver. */
  notice(id: InteractionId, notice: MailNotice): Verdict {
    const now = this.current(id);
    const {from = ''} = this.#arrivals.get(now) ?? {};
    const {subject, text} = noticeText(notice, from, this.#tenant.language);
    const daemon: Mailbox = {
      name: 'Mail Delivery System',
      address: `mailer-daemon@${from.split('@').at(-1) ?? 'localhost'}`,
    };
    const sender = notice === 'bounce' ? {from: daemon} : {};
    return this.#write(now, {text}, {subject, notice, ...sender});
  }

  /** A mail of ours could not be delivered and nobody has its thread any more: somebody is to be told. */
  comeBack(id: InteractionId, mailId: string, failure: string): void {
    const mails = mailsIn(this.#house.contact(id)).map((mail): Mail =>
      mail.id === mailId ? {...mail, delivery: 'failed', failure} : mail,
    );
    this.#continue(id, mails);
  }

  get #tenant(): TenantConfig {
    return this.#house.host.centre.config.tenant;
  }

  #takeFor(id: InteractionId): TakeFile {
    return (file) => this.#house.files.receive(id, file);
  }

  /** A further mail on a thread, or a new contact where that is over. */
  #write(id: InteractionId, body: MailBody, set: Partial<Mail> = {}): Verdict {
    const arrival = this.#arrivals.get(id);
    const mail = {...mailOf(this.#headOf(id), body, this.#takeFor(id)), ...set};
    const {host} = this.#house;
    const verdict = host.take({kind: 'signal', signal: {type: 'mail.received', interactionId: id, mail}});
    if (verdict.ok || !arrival) return verdict;
    return this.#continue(id, [...mailsIn(this.#house.contact(id)), mail]);
  }

  #headOf(id: InteractionId): MailHead {
    const arrival = this.#arrivals.get(id) ?? {from: '', subject: '', text: ''};
    const {subject} = arrival;
    return {
      id: this.#house.newId('mail'),
      at: this.#house.timers.now(),
      direction: 'in',
      from: customerOf(arrival),
      to: [{address: houseOf(this.#tenant, arrival).address}],
      cc: (arrival.cc ?? []).map((address) => ({address})),
      subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    };
  }

  #continue(earlier: InteractionId, mails: readonly Mail[]): Verdict {
    const id = this.#house.newId('mail');
    const {script: _, ...arrival} = this.#arrivals.get(earlier) ?? {from: '', subject: '', text: ''};
    this.#arrivals.set(id, arrival);
    this.#successors.set(earlier, id);
    return this.#begin(id, arrival, mails);
  }

  #begin(id: InteractionId, arrival: MailArrival, mails: readonly Mail[]): Verdict {
    const signal = threadSignal(this.#tenant, id, arrival, mails);
    return this.#house.host.take({kind: 'signal', signal});
  }
}
