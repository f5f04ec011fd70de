import type {Command, Interaction, InteractionId, TenantConfig, Verdict, Who} from '@deskwire/domain';
import type {Signal} from '@deskwire/engine';

import {callSignal, chatSignal} from './arrivals.js';
import type {FileStore} from './chat/file-store.js';
import type {Notices} from './chat/notices.js';
import {NO_OLDER_MESSAGES, type OlderMessages} from './chat/older-messages.js';
import type {Timers} from './clock.js';
import type {Host} from './host.js';
import {MailCustomers} from './mail/mail-customers.js';
import type {CallArrival, ChatArrival} from './scripts.js';

/** What customers make use of. */
export interface CustomersParts {
  readonly host: Host;
  readonly timers: Timers;
  readonly files: FileStore;
  readonly notices: Notices;
  /** A contact whatever became of it. */
  contact(id: InteractionId): Interaction | undefined;
}

const customerOf = (interactionId: InteractionId): Who => ({kind: 'customer', interactionId});

/** The people outside, and what they do when the story says so. */
export class Customers {
  /** Those who write mails. */
  readonly mails: MailCustomers;
  readonly #older = new Map<InteractionId, OlderMessages>();
  readonly #host: Host;
  readonly #timers: Timers;
  readonly #files: FileStore;
  readonly #notices: Notices;
  #count = 0;

  constructor({host, timers, files, notices, contact}: CustomersParts) {
    this.#host = host;
    this.#timers = timers;
    this.#files = files;
    this.#notices = notices;
    this.mails = new MailCustomers({host, timers, files, contact, newId: (what) => this.#newId(what)});
  }

  call(call: CallArrival): InteractionId {
    const {id = this.#newId('call')} = call;
    return this.#arrive(callSignal(this.#tenant, id, call));
  }

  chat(chat: ChatArrival): InteractionId {
    const {id = this.#newId('chat')} = chat;
    const agents = [...this.#host.centre.agents.values()].map(({profile: {id, name}}) => ({id, name}));
    const house = {tenant: this.#tenant, agents, now: this.#timers.now()};
    const {signal, older} = chatSignal(house, id, chat);
    if (older.length > 0) this.#older.set(id, older);
    return this.#arrive(signal);
  }

  /** Messages of a conversation that are too old for a snapshot. */
  olderMessages(interactionId: InteractionId): OlderMessages {
    return this.#older.get(interactionId) ?? NO_OLDER_MESSAGES;
  }

  /** Writes in a chat, or a further mail to a thread. */
  say(interactionId: InteractionId, text: string): Verdict {
    if (this.mails.has(interactionId)) return this.mails.say(interactionId, text);
    return this.#command({type: 'message.send', interactionId, text});
  }

  /** Writes in a chat and has not sent it yet, or stopped. */
  types(interactionId: InteractionId, isTyping: boolean): Verdict {
    return this.#notices.typing(customerOf(interactionId), interactionId, isTyping);
  }

  /** Sends a file in their chat, at once. */
  sendFile(interactionId: InteractionId, file: File, text: string): Verdict {
    const kept = this.#files.keep(customerOf(interactionId), {interactionId, file});
    if (!kept.ok) return kept;
    const attachmentIds = [kept.attachment.id];
    return this.#command({type: 'message.send', interactionId, text, attachmentIds});
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
    return this.#host.take({kind: 'command', who: customerOf(interactionId), id, command});
  }
}
