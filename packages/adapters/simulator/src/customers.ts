import type {Command, InteractionId, Message, TenantConfig, Verdict} from '@deskwire/domain';
import type {Signal} from '@deskwire/engine';

import {callSignal, chatSignal, incomingMail, mailSignal} from './arrivals.js';
import type {Timers} from './clock.js';
import type {Host} from './host.js';
import type {CallArrival, ChatArrival, MailArrival} from './scripts.js';

/** The people outside, and what they do when the story says so. */
export class Customers {
  /** Messages that are too old for a snapshot. */
  readonly archive = new Map<InteractionId, readonly Message[]>();
  readonly #host: Host;
  readonly #timers: Timers;
  readonly #mails = new Map<InteractionId, MailArrival>();
  #count = 0;

  constructor(host: Host, timers: Timers) {
    this.#host = host;
    this.#timers = timers;
  }

  call(call: CallArrival): InteractionId {
    const {id = this.#newId('call')} = call;
    return this.#arrive(callSignal(this.#tenant, id, call));
  }

  chat(chat: ChatArrival): InteractionId {
    const {id = this.#newId('chat')} = chat;
    const {signal, older} = chatSignal(this.#tenant, id, chat, this.#timers.now());
    if (older.length > 0) this.archive.set(id, older);
    return this.#arrive(signal);
  }

  mail(mail: MailArrival): InteractionId {
    const {id = this.#newId('mail')} = mail;
    this.#mails.set(id, mail);
    return this.#arrive(mailSignal(this.#tenant, id, mail, this.#timers.now()));
  }

  /** Writes in a chat, or a further mail to a thread. */
  say(interactionId: InteractionId, text: string): Verdict {
    const mail = this.#mails.get(interactionId);
    if (!mail) return this.#command({type: 'message.send', interactionId, text});
    const {interactions} = this.#host.centre;
    const {dnis = ''} = interactions.get(interactionId) ?? {};
    const further = incomingMail(this.#newId('mail'), dnis, {...mail, text}, this.#timers.now());
    const {html: _, ...plain} = further;
    return this.#signal({type: 'mail.received', interactionId, mail: {...plain, attachments: []}});
  }

  /** Has seen what the agent wrote. */
  read(interactionId: InteractionId): Verdict {
    return this.#command({type: 'interaction.read', interactionId});
  }

  leave(interactionId: InteractionId): Verdict {
    return this.#command({type: 'customer.leave', interactionId});
  }

  hangUp(interactionId: InteractionId): Verdict {
    return this.#signal({type: 'customer.gone', interactionId});
  }

  get #tenant(): TenantConfig {
    return this.#host.centre.config.tenant;
  }

  #newId(what: string): string {
    this.#count += 1;
    return `${what}-${this.#count}`;
  }

  #arrive(signal: Extract<Signal, {type: 'contact.arrived'}>): InteractionId {
    this.#signal(signal);
    return signal.interactionId;
  }

  #signal(signal: Signal): Verdict {
    return this.#host.take({kind: 'signal', signal});
  }

  #command(command: Extract<Command, {interactionId: InteractionId}>): Verdict {
    const {interactionId} = command;
    const id = this.#newId(`${interactionId}-says`);
    return this.#host.take({kind: 'command', who: {kind: 'customer', interactionId}, id, command});
  }
}
