import type {InteractionId, Mail} from '@deskwire/domain';

import type {Outcome} from '../../centre/flush.js';
import {TAKEN, type OutboxChange, type OutboxMail, type Results} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import type {PartlyRefused} from './failure-notice.js';
import type {Outgoing} from './outgoing.js';
import {pastMails} from './past-mails.js';
import {recipientOf} from './recipients.js';

/** What the end of a mail needs beside the engine. */
export interface VerdictOptions {
  /** Whether a copy is kept for whoever sends from this address. */
  keepsCopy(sender: string): boolean;
  /** Tells the sender's entry point about recipients who did not get a mail that others have. */
  notify(what: PartlyRefused): Promise<void>;
}

/** Mails of ours stand under this recipient in the list of what is known. */
const OURS = '';

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
    const current = await this.#api.store.mail.interactionOf([row.messageId]);
    for (const interactionId of new Set([row.interactionId, current ?? row.interactionId])) {
      const signal = {type: 'mail.failed', interactionId, mailId: row.id, failure} as const;
      const outcome = await this.#api.signal(signal, {outbox});
      if (outcome.ok) return true;
      if (isUnstored(outcome)) return false;
    }
    return this.#bringBack(row, {failure, from: current ?? row.interactionId, outbox});
  }

  async #bringBack(
    row: OutboxMail,
    end: {
      readonly failure: string;
      readonly from: InteractionId;
      readonly outbox: readonly OutboxChange[];
    },
  ): Promise<boolean> {
    const {config, store, log} = this.#api;
    const {mail} = JSON.parse(row.payload) as Outgoing;
    const to = recipientOf(config.mail, row.sender);
    const facts = await store.factsOf(end.from);
    const created = facts.find((fact) => fact.type === 'interaction.created');
    if (to?.kind !== 'entry-point' || created?.type !== 'interaction.created') {
      log.error({mail: row.id}, 'a mail failed and nobody can be told');
      return this.#keep(end.outbox);
    }
    const interactionId = this.#api.newId();
    const failed: Mail = {...mail, delivery: 'failed', failure: end.failure};
    const before = pastMails(facts).filter(({id}) => id !== row.id);
    const outcome = await this.#api.signal(
      {
        type: 'contact.arrived',
        interactionId,
        channel: 'email',
        customer: created.interaction.customer,
        entryPointId: to.entryPointId,
        dnis: to.address,
        subject: mail.subject,
        content: {kind: 'email', thread: {mails: [...before, failed]}},
      },
      {
        outbox: end.outbox,
        inbox: [
          {spoolId: row.id, recipient: OURS, messageId: row.messageId, interactionId, continues: end.from},
        ],
      },
    );
    if (outcome.ok || isUnstored(outcome)) return outcome.ok;
    log.error({mail: row.id, code: outcome.refusal.code}, 'a mail failed and nobody can be told');
    return this.#keep(end.outbox);
  }

  /** Without a fact; false where that failed. */
  async #keep(outbox: readonly OutboxChange[]): Promise<boolean> {
    return (await this.#api.host.submit({kind: 'tick'}, {outbox})).ok;
  }
}
