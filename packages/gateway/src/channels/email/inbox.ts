import type {InteractionId, Mail, Mailbox} from '@deskwire/domain';

import type {Outcome} from '../../centre/flush.js';
import {safeError} from '../../log.js';
import type {InboxChange, SpooledMail} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import type {MailParser} from './mail-parser.js';
import type {ParsedMail} from './parsed-mail.js';
import {recipientOf, type Recipient} from './recipients.js';
import type {Spool} from './spool.js';

/** Mails of an earlier contact that go along when its thread is taken up again. */
const PAST_MAILS = 50;
const RETRY_MS = 5_000;

type EntryPoint = Extract<Recipient, {kind: 'entry-point'}>;

/** One mail on its way to one entry point. */
interface Arrival {
  readonly spooled: SpooledMail;
  readonly parsed: ParsedMail;
  readonly to: EntryPoint;
  /** The Message-ID by which a repeat is known. */
  readonly messageId: string;
  readonly interactionId: InteractionId;
}

/** The mail could not be handed over now; it stays in the spool. */
class TryLater extends Error {}

/**
 * Turns spooled mails into contacts, in order, each exactly once: what marks a mail as handled is kept in the same
 * moment as the facts that it brought about.
 */
export class Inbox {
  readonly #api: ChannelApi;
  readonly #spool: Spool;
  readonly #parser: MailParser;
  #working: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(api: ChannelApi, spool: Spool, parser: MailParser) {
    this.#api = api;
    this.#spool = spool;
    this.#parser = parser;
  }

  /** Handles everything that is in the spool. Resolves when that was tried. */
  work(): Promise<void> {
    this.#working = this.#working.then(() => this.#workAll());
    return this.#working;
  }

  /** Begins no further mail. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    await this.#working;
  }

  async #workAll(): Promise<void> {
    for (const spooled of await this.#api.store.mail.spooled()) {
      if (this.#isStopped) return;
      try {
        await this.#handle(spooled);
      } catch (error) {
        this.#api.log.error({mail: spooled.id, error: safeError(error)}, 'mail not handled yet');
        if (error instanceof TryLater) this.#tryAgain();
      }
    }
  }

  #tryAgain(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.work(), RETRY_MS);
  }

  async #handle(spooled: SpooledMail): Promise<void> {
    const {store, config, metrics} = this.#api;
    const parsed = await this.#parser.parse(await this.#spool.read(spooled.id));
    metrics.mail(parsed.isBroken ? 'broken' : 'received');
    const messageId = parsed.messageId ?? `<${spooled.id}@unnamed.invalid>`;
    let isNeeded = false;
    for (const [index, address] of spooled.to.entries()) {
      const to = recipientOf(config.mail, address);
      if (to?.kind === 'mailbox') isNeeded = (await this.#deliver(spooled, address, messageId)) || isNeeded;
      if (to?.kind !== 'entry-point') continue;
      const interactionId = index === 0 ? spooled.id : `${spooled.id}.${index}`;
      isNeeded = (await this.#arrive({spooled, parsed, to, messageId, interactionId})) || isNeeded;
    }
    await store.mail.unspool(spooled.id);
    if (!isNeeded) await this.#spool.remove(spooled.id);
  }

  async #deliver({id, at}: SpooledMail, mailbox: string, messageId: string): Promise<boolean> {
    const {metrics, store} = this.#api;
    // Each recipient of one mail is a mail of its own in its own mailbox.
    const isNew = await store.mail.deliver({id, at, mailbox, messageId});
    metrics.mail(isNew ? 'delivered' : 'repeated');
    return isNew;
  }

  /** False when this recipient has had the mail before. */
  async #arrive(arrival: Arrival): Promise<boolean> {
    const {store, metrics, log} = this.#api;
    const {messageId, to, parsed} = arrival;
    if (await store.mail.isKnown(to.address, messageId)) {
      metrics.mail('repeated');
      return false;
    }
    const earlier = await store.mail.interactionOf(parsed.thread);
    const outcome =
      (earlier === undefined ? undefined : await this.#join(arrival, earlier)) ??
      (await this.#begin(arrival, earlier));
    if (!outcome.ok) {
      log.warn({mail: arrival.spooled.id, code: outcome.refusal.code}, 'mail refused by the engine');
      throw outcome.refusal.code === 'DW_SERVER_FAILED' ? new TryLater() : new Error(outcome.refusal.code);
    }
    return true;
  }

  /** Undefined where the thread is not being handled: then it begins anew. */
  async #join(arrival: Arrival, interactionId: InteractionId): Promise<Outcome | undefined> {
    const interaction = this.#api.host.centre.interactions.get(interactionId);
    if (interaction?.channel !== 'email' || interaction.ending) return undefined;
    const outcome = await this.#api.signal(
      {type: 'mail.received', interactionId, mail: mailOf(arrival)},
      {inbox: [changeOf(arrival, interactionId)]},
    );
    const isOver = !outcome.ok && outcome.refusal.code !== 'DW_SERVER_FAILED';
    return isOver ? undefined : outcome;
  }

  async #begin(arrival: Arrival, earlier: InteractionId | undefined): Promise<Outcome> {
    const {interactionId, to} = arrival;
    const past = earlier === undefined ? [] : await this.#mailsOf(earlier);
    const mail = mailOf(arrival);
    const change = changeOf(arrival, interactionId);
    return this.#api.signal(
      {
        type: 'contact.arrived',
        interactionId,
        channel: 'email',
        customer: customerOf(mail.from),
        entryPointId: to.entryPointId,
        dnis: to.address,
        subject: mail.subject,
        content: {kind: 'email', thread: {mails: [...past, mail]}},
      },
      {inbox: [earlier === undefined ? change : {...change, continues: earlier}]},
    );
  }

  async #mailsOf(id: InteractionId): Promise<readonly Mail[]> {
    const mails = new Map<string, Mail>();
    for (const fact of await this.#api.store.factsOf(id)) {
      if (fact.type === 'interaction.created' && fact.interaction.content.kind === 'email') {
        for (const mail of fact.interaction.content.thread.mails) mails.set(mail.id, mail);
      }
      if (fact.type === 'mail.received') mails.set(fact.mail.id, fact.mail);
      // Whether an old one got through is known by now, or never will be.
      if (fact.type === 'mail.queued') mails.set(fact.mail.id, {...fact.mail, delivery: 'sent'});
      if (fact.type === 'mail.failed') {
        const failed = mails.get(fact.mailId);
        if (failed) mails.set(fact.mailId, {...failed, delivery: 'failed', failure: fact.failure});
      }
    }
    return [...mails.values()].slice(-PAST_MAILS);
  }
}

const customerOf = ({name, address}: Mailbox) => ({
  ...(name === undefined ? {} : {name}),
  ...(address === '' ? {} : {email: address}),
});

const changeOf = ({spooled, to, messageId}: Arrival, interactionId: InteractionId): InboxChange => ({
  spoolId: spooled.id,
  recipient: to.address,
  messageId,
  interactionId,
});

const mailOf = ({spooled, parsed, to, messageId, interactionId}: Arrival): Mail => ({
  id: interactionId,
  messageId,
  at: spooled.at,
  direction: 'in',
  from: parsed.from ?? {address: spooled.from},
  to: parsed.to.length ? parsed.to : [{address: to.address}],
  cc: parsed.cc,
  subject: parsed.subject,
  text: parsed.text,
  ...(parsed.html === undefined ? {} : {html: parsed.html}),
  attachments: parsed.attachments.map((one, index) => ({...one, id: `${spooled.id}.${index}`})),
  ...(parsed.isCut ? {truncated: true} : {}),
});
