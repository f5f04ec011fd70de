import {setTimeout as pass} from 'node:timers/promises';

import {safeError} from '../../log.js';
import {TAKEN, type OutboxMail, type OutboxState, type Results} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import {TooLargeError, type Departures} from './departures.js';
import {HeldFileError, LostFileError} from './mail-files.js';
import {isDeliverable, recipientsOf, type Outgoing} from './outgoing.js';
import type {Attempt, Relay} from './relay.js';
import type {Verdicts} from './verdicts.js';

const SECOND = 1_000;
/** Waits between attempts; the last one is repeated until {@link MAX_ATTEMPTS}. */
const BACKOFF = [5 * SECOND, 30 * SECOND, 120 * SECOND, 600 * SECOND, 1_800 * SECOND];
const MAX_ATTEMPTS = 20;
/** How often a mail is looked at whose file waits for somebody. */
const HELD_MS = 30 * SECOND;
/** What is under way when the gateway stops may end in this time. */
const STOP_MS = 5 * SECOND;

/** What an outbox needs to know of the world. */
export interface OutboxOptions {
  readonly relay: Pick<Relay, 'send' | 'close'>;
  readonly departures: Departures;
  readonly verdicts: Verdicts;
  /** Whether mails from this address are this outbox's. */
  sends(sender: string): boolean;
  /**
   * Whether a mail that was handed over, with the answer lost, has arrived: true and false where that can be looked
   * up, undefined where only the receiver knows.
   */
  hasArrived(row: OutboxMail): Promise<boolean | undefined>;
  /** A mail of this outbox is settled. */
  settled(): void;
}

const allOf = (to: readonly string[], answer: string): Results =>
  Object.fromEntries(to.map((address) => [address, answer]));

const outgoingIn = ({payload}: OutboxMail): Outgoing => JSON.parse(payload) as Outgoing;

/**
 * Sends the mails of one relay, one after another. Each step is stored before it is taken: `queued`, `sending` (the receiver
 * cannot have it yet), `handing-over` (its last byte is on the way), `sent` or `failed`. SMTP has no way to ask about a mail
 * whose acknowledgement was lost (RFC 1047): after a crash or a broken connection in `handing-over` it is looked up where
 * that is possible; otherwise it is never sent again by itself, and the agent is told that its fate is open.
 */
export class Outbox {
  readonly #api: ChannelApi;
  readonly #options: OutboxOptions;
  #working: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(api: ChannelApi, options: OutboxOptions) {
    this.#api = api;
    this.#options = options;
  }

  /** Takes up what an earlier process left behind. */
  start(): Promise<void> {
    this.#working = this.#working
      .then(() => this.#takeUp())
      .catch((error: unknown) => this.#api.log.error({error: safeError(error)}, 'outbox stumbled'));
    return this.work();
  }

  /** Sends everything that is due. */
  work(): Promise<void> {
    this.#working = this.#working
      .then(() => this.#workAll())
      .catch((error: unknown) => this.#api.log.error({error: safeError(error)}, 'outbox stumbled'));
    return this.#working;
  }

  /** Begins no further mail; one that is under way may end, for a while. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    const waited = new AbortController();
    const late = pass(STOP_MS, undefined, {signal: waited.signal}).catch(() => undefined);
    await Promise.race([this.#working, late]);
    waited.abort();
    this.#options.relay.close();
    await this.#working;
  }

  async #rows(): Promise<readonly OutboxMail[]> {
    const rows = await this.#api.store.mail.outbox();
    return rows.filter(({sender}) => this.#options.sends(sender));
  }

  async #takeUp(): Promise<void> {
    for (const row of await this.#rows()) {
      if (row.state === 'sending') await this.#move(row, 'queued');
      if (row.state === 'handing-over') await this.#settleDoubt(row);
    }
  }

  async #workAll(): Promise<void> {
    for (const row of await this.#rows()) {
      if (this.#isStopped) return;
      if (row.state !== 'queued' || row.dueAt > this.#api.now()) continue;
      try {
        await this.#send(row);
      } catch (error) {
        this.#api.log.error({mail: row.id, error: safeError(error)}, 'mail not sent');
      }
    }
    await this.#arm();
  }

  async #arm(): Promise<void> {
    clearTimeout(this.#timer);
    const waiting = (await this.#rows()).filter(({state}) => state === 'queued');
    const due = Math.min(...waiting.map(({dueAt}) => dueAt));
    if (!Number.isFinite(due) || this.#isStopped) return;
    const wait = Math.max(SECOND, due - this.#api.now());
    this.#timer = setTimeout(() => void this.work(), wait);
  }

  async #send(row: OutboxMail): Promise<void> {
    const outgoing = outgoingIn(row);
    const {mail} = outgoing;
    const to = recipientsOf(mail, row.results);
    if (!isDeliverable(mail)) return this.#settle(row, {...allOf(to, 'DW_INPUT_INVALID'), ...row.results});
    if (to.length === 0) return this.#settle(row, row.results);
    if (!(await this.#prepare(row, outgoing)) || !(await this.#claim(row))) return;
    let isHandedOver = false;
    const handOver = async (): Promise<void> => {
      await this.#move(row, 'handing-over');
      isHandedOver = true;
    };
    const bytes = this.#options.departures.stream(row.id);
    const attempt = await this.#options.relay.send({from: mail.from.address, to}, bytes, handOver);
    await this.#conclude(row, attempt, isHandedOver);
  }

  /** False where it cannot be composed, for now or for good. */
  async #prepare(row: OutboxMail, outgoing: Outgoing): Promise<boolean> {
    try {
      await this.#options.departures.prepare(outgoing);
      return true;
    } catch (error) {
      if (error instanceof LostFileError) await this.#giveUp(row, row.results, 'FILE_LOST');
      else if (error instanceof TooLargeError) await this.#giveUp(row, row.results, 'TOO_LARGE');
      else await this.#queue(row, row.results, HELD_MS);
      if (!(error instanceof HeldFileError))
        this.#api.log.error({mail: row.id, error: safeError(error)}, 'mail not composed');
      return false;
    }
  }

  /**
   * Takes a mail for sending, in the one line in which commands wait: whatever called it back was there before, and the
   * row is gone; whatever comes after finds that the time is up.
   */
  async #claim({id}: OutboxMail): Promise<boolean> {
    const {host, store} = this.#api;
    await host.submit({kind: 'tick'}, {outbox: [{kind: 'move', id, to: 'sending', attempt: true}]});
    const row = await store.mail.outgoing(id);
    if (!row) await this.#options.departures.remove(id);
    return row?.state === 'sending';
  }

  async #conclude(row: OutboxMail, attempt: Attempt, isHandedOver: boolean): Promise<void> {
    if (attempt.outcome === 'broken') {
      // An answer of 4xx to the last byte is a no; silence after it is none.
      if (isHandedOver && !attempt.isAnswered) return this.#settleDoubt(row);
      return this.#postpone(row, row.results, attempt.answer);
    }
    const final = attempt.refused.filter((one) => one.isFinal);
    const results = {
      ...row.results,
      ...allOf(attempt.accepted, TAKEN),
      ...Object.fromEntries(final.map(({address, answer}) => [address, answer])),
    };
    const later = attempt.refused.find((one) => !one.isFinal);
    if (later) return this.#postpone(row, results, later.answer);
    return this.#settle(row, results);
  }

  async #settleDoubt(row: OutboxMail): Promise<void> {
    const hasArrived = await this.#options.hasArrived(row);
    this.#api.log.warn({mail: row.id, arrived: hasArrived ?? 'unknown'}, 'mail was in doubt');
    // No server has said anything against it: there is no reason to wait longer each time.
    if (hasArrived === false) return this.#postpone(row, row.results, 'IN_DOUBT', SECOND);
    return this.#giveUp(row, row.results, hasArrived ? TAKEN : 'IN_DOUBT');
  }

  async #postpone(row: OutboxMail, results: Results, answer: string, soon?: number): Promise<void> {
    if (row.attempts + 1 >= MAX_ATTEMPTS) return this.#giveUp(row, results, answer);
    const wait = soon ?? BACKOFF[Math.min(row.attempts, BACKOFF.length - 1)] ?? SECOND;
    await this.#queue(row, results, wait);
    this.#api.metrics.mail('retried');
    this.#api.log.info({mail: row.id, attempts: row.attempts + 1, answer}, 'mail postponed');
  }

  /** The same answer for everybody who has none yet. */
  #giveUp(row: OutboxMail, results: Results, answer: string): Promise<void> {
    return this.#settle(row, {...allOf(recipientsOf(outgoingIn(row).mail), answer), ...results});
  }

  /** Everybody has an answer. It is kept before anything is told that could be told only once. */
  async #settle(row: OutboxMail, results: Results): Promise<void> {
    if (new Set(Object.values(results)).size > 1) await this.#queue(row, results, 0);
    if (!(await this.#options.verdicts.tell(row, results)))
      return this.#queue(row, results, BACKOFF[0] ?? SECOND);
    if (!(await this.#hasCopyDue(row))) await this.#options.departures.remove(row.id);
    this.#options.settled();
  }

  async #hasCopyDue({id}: OutboxMail): Promise<boolean> {
    return (await this.#api.store.mail.copies()).some((copy) => copy.id === id);
  }

  #queue({id}: OutboxMail, results: Results, wait: number): Promise<void> {
    const dueAt = this.#api.now() + wait;
    return this.#api.store.mail.move([{kind: 'move', id, to: 'queued', dueAt, results}]);
  }

  #move(row: OutboxMail, to: OutboxState): Promise<void> {
    return this.#api.store.mail.move([{kind: 'move', id: row.id, to}]);
  }
}
