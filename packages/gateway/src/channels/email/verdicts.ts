import {isOpen, mailsOf, type InteractionId, type Mail} from '@deskwire/domain';
import type {Signal} from '@deskwire/engine';

import type {Outcome} from '../../centre/flush.js';
import {
  TAKEN,
  type InboxChange,
  type OutboxChange,
  type OutboxMail,
  type Results,
} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import type {PartlyRefused} from './failure-notice.js';
import type {Outgoing} from './outgoing.js';
import {recipientOf} from './recipients.js';

/** What the end of a mail needs beside the engine. */
export interface VerdictOptions {
  /** Whether a copy is kept for whoever sends from this address. */
  keepsCopy(sender: string): boolean;
  /** Tells the sender's entry point about recipients who did not get a mail that others have. */
  notify(what: PartlyRefused): Promise<void>;
}

/** Mails of an earlier contact that go along when its thread is taken up again. */
const PAST_MAILS = 50;
/** Mails of ours stand under this recipient in the list of what is known. */
const OURS = '';

/** How a mail comes back: the contact, and what must be known together with it. */
interface Back {
  readonly signal: Signal;
  readonly inbox: readonly InboxChange[];
}

const isUnstored = (outcome: Outcome): boolean => !outcome.ok && outcome.refusal.code === 'DW_SERVER_FAILED';

/**
 * Tells what became of a mail, in the same moment in which its row becomes final. `mail.sent`: at least one recipient has
 * it; of the others a notice comes back to the thread as from any mail server, since `mail.failed` would make somebody send
 * it to everybody again. `mail.failed`: nobody has it. Where nobody has its thread any more either, it comes back to its
 * entry point as a new contact.
 */
export class Verdicts {
  readonly #api: ChannelApi;
  readonly #options: VerdictOptions;

  constructor(api: ChannelApi, options: VerdictOptions) {
    this.#api = api;
    this.#options = options;
  }

  /** False where it could not be stored: then nothing was told, and it is to be tried again. */
  async tell(row: OutboxMail, results: Results): Promise<boolean> {
    const failures = Object.entries(results).filter(([, answer]) => answer !== TAKEN);
    const isTaken = failures.length < Object.keys(results).length;
    const isTold = isTaken ? await this.#sent(row, results, failures) : await this.#failed(row, results);
    if (!isTold) return false;
    const state = isTaken ? 'sent' : 'failed';
    this.#api.metrics.mail(state);
    this.#api.log.info({mail: row.id, state, refused: failures.length}, 'mail settled');
    return true;
  }

  async #sent(row: OutboxMail, results: Results, failures: PartlyRefused['failures']): Promise<boolean> {
    const {id, interactionId, payload, sender} = row;
    if (failures.length) {
      const {mail} = JSON.parse(payload) as Outgoing;
      await this.#options.notify({mail, failures, at: this.#api.now()});
    }
    const outbox: readonly OutboxChange[] = [
      {kind: 'move', id, to: 'sent', results},
      ...(this.#options.keepsCopy(sender) ? [{kind: 'copy' as const, id, at: this.#api.now()}] : []),
    ];
    const outcome = await this.#api.signal({type: 'mail.sent', interactionId, mailId: id}, {outbox});
    // A thread that the engine has forgotten needs no fact.
    return outcome.ok || (!isUnstored(outcome) && this.#keep(outbox));
  }

  async #failed(row: OutboxMail, results: Results): Promise<boolean> {
    const failure = Object.values(results)[0] ?? 'unknown';
    const outbox: readonly OutboxChange[] = [{kind: 'move', id: row.id, to: 'failed', results}];
    // The customer may have written since: then the thread goes on elsewhere, with this mail in it.
    const current = (await this.#api.store.mail.interactionOf([row.messageId])) ?? row.interactionId;
    const ids = [...new Set([row.interactionId, current])];
    const back = this.#isHeld(ids) ? undefined : await this.#backOf(row, failure, current);
    // What is asked for in one breath is stored in one batch.
    const outcomes = await Promise.all([
      ...ids.map((interactionId) =>
        this.#api.signal({type: 'mail.failed', interactionId, mailId: row.id, failure}, {outbox}),
      ),
      ...(back ? [this.#api.signal(back.signal, {outbox, inbox: back.inbox})] : []),
    ]);
    if (outcomes.some(isUnstored)) return false;
    if (!outcomes.some(({ok}) => ok)) return this.#keep(outbox);
    // Whoever had it let go of it in that very moment.
    if (!back && !this.#isHeld(ids)) await this.#bringBack(row, failure, current);
    return true;
  }

  /** Whether anybody has one of these contacts, or will have it. */
  #isHeld(ids: readonly InteractionId[]): boolean {
    const {interactions} = this.#api.host.centre;
    return ids.some((id) => {
      const interaction = interactions.get(id);
      return interaction !== undefined && (!interaction.ending || interaction.engagements.some(isOpen));
    });
  }

  async #bringBack(row: OutboxMail, failure: string, from: InteractionId): Promise<void> {
    const back = await this.#backOf(row, failure, from);
    if (back) await this.#api.signal(back.signal, {inbox: back.inbox});
  }

  /** The contact in which a failed mail comes back, and the thread with it. */
  async #backOf(row: OutboxMail, failure: string, from: InteractionId): Promise<Back | undefined> {
    const {config, store, log} = this.#api;
    const {mail} = JSON.parse(row.payload) as Outgoing;
    const to = recipientOf(config.mail, row.sender);
    const past = (await store.history.contact(from, {limit: PAST_MAILS}))?.contact;
    if (to?.kind !== 'entry-point' || !past) {
      log.error({mail: row.id}, 'a mail failed and nobody can be told');
      return undefined;
    }
    const interactionId = this.#api.newId();
    const failed: Mail = {...mail, delivery: 'failed', failure};
    const before = mailsOf(past).filter(({id}) => id !== row.id);
    const change = {spoolId: row.id, recipient: OURS, messageId: row.messageId, interactionId};
    return {
      inbox: [{...change, continues: from}],
      signal: {
        type: 'contact.arrived',
        interactionId,
        channel: 'email',
        customer: past.customer,
        entryPointId: to.entryPointId,
        dnis: to.address,
        subject: mail.subject,
        content: {kind: 'email', thread: {mails: [...before, failed]}},
      },
    };
  }

  /** Without a fact; false where that failed. */
  async #keep(outbox: readonly OutboxChange[]): Promise<boolean> {
    return (await this.#api.host.submit({kind: 'tick'}, {outbox})).ok;
  }
}
