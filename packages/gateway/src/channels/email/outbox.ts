import type {Alongside, Outcome} from '../../centre/flush.js';
import {safeError} from '../../log.js';
import type {OutboxChange, OutboxMail, OutboxState} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import {composeMail, guardedStream, isDeliverable, recipientsOf, type Outgoing} from './outgoing.js';
import type {Attempt, Relay} from './relay.js';

const SECOND = 1_000;
/** Waits between attempts; the last one is repeated until {@link MAX_ATTEMPTS}. */
const BACKOFF = [5 * SECOND, 30 * SECOND, 120 * SECOND, 600 * SECOND, 1_800 * SECOND];
const MAX_ATTEMPTS = 20;

/** What an outbox needs to know of the world. */
export interface OutboxOptions {
  readonly relay: Relay;
  /**
   * Whether a mail that was handed over, with the answer lost, has arrived: true and false where that can be looked
   * up, undefined where only the receiver knows.
   */
  hasArrived(messageId: string): Promise<boolean | undefined>;
}

/**
 * Sends mails, one after another. Each step is stored before it is taken: `queued`, `sending` (the receiver cannot have
 * it yet), `handing-over` (its last byte is on the way), `sent` or `failed`. SMTP has no way to ask about a mail whose
 * acknowledgement was lost (RFC 1047): after a crash or a broken connection in `handing-over` it is looked up where that
 * is possible; otherwise it is never sent again by itself, and the agent is told that its fate is open.
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
  async start(): Promise<void> {
    for (const row of await this.#api.store.mail.outbox()) {
      if (row.state === 'sending') await this.#move(row, 'queued');
      if (row.state === 'handing-over') await this.#settleDoubt(row);
    }
    await this.work();
  }

  /** Sends everything that is due. */
  work(): Promise<void> {
    this.#working = this.#working.then(() => this.#workAll());
    return this.#working;
  }

  /** Begins no further mail; one that is under way is finished. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#working;
    this.#options.relay.close();
  }

  async #workAll(): Promise<void> {
    for (const row of await this.#api.store.mail.outbox()) {
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
    const waiting = (await this.#api.store.mail.outbox()).filter(({state}) => state === 'queued');
    const due = Math.min(...waiting.map(({dueAt}) => dueAt));
    if (!Number.isFinite(due) || this.#isStopped) return;
    const wait = Math.max(SECOND, due - this.#api.now());
    this.#timer = setTimeout(() => void this.work(), wait);
  }

  async #send(row: OutboxMail): Promise<void> {
    const outgoing = JSON.parse(row.payload) as Outgoing;
    const {mail} = outgoing;
    if (!isDeliverable(mail)) return this.#fail(row, 'DW_INPUT_INVALID');
    const bytes = await composeMail(outgoing);
    await this.#api.store.mail.move([{kind: 'move', id: row.id, to: 'sending', attempt: true}]);
    let isHandedOver = false;
    const raw = guardedStream(bytes, async () => {
      await this.#move(row, 'handing-over');
      isHandedOver = true;
    });
    const attempt = await this.#options.relay.send(mail.from.address, recipientsOf(mail), raw);
    await this.#conclude(row, attempt, isHandedOver);
  }

  async #conclude(row: OutboxMail, attempt: Attempt, isHandedOver: boolean): Promise<void> {
    if (attempt.outcome === 'sent') {
      if (attempt.refused)
        this.#api.log.warn({mail: row.id, refused: attempt.refused}, 'mail partly refused');
      return this.#succeed(row);
    }
    if (attempt.outcome === 'refused') return this.#fail(row, attempt.answer);
    // An answer of 4xx to the last byte is a no; silence after it is none.
    const isAnswered = attempt.answer.startsWith('SMTP ');
    if (isHandedOver && !isAnswered) return this.#settleDoubt(row);
    return this.#postpone(row, attempt.answer);
  }

  async #settleDoubt(row: OutboxMail): Promise<void> {
    const hasArrived = await this.#options.hasArrived(row.messageId);
    this.#api.log.warn({mail: row.id, arrived: hasArrived ?? 'unknown'}, 'mail was in doubt');
    if (hasArrived === undefined) return this.#fail(row, 'IN_DOUBT');
    return hasArrived ? this.#succeed(row) : this.#postpone(row, 'IN_DOUBT');
  }

  async #postpone(row: OutboxMail, answer: string): Promise<void> {
    if (row.attempts + 1 >= MAX_ATTEMPTS) return this.#fail(row, answer);
    const wait = BACKOFF[Math.min(row.attempts, BACKOFF.length - 1)] ?? SECOND;
    await this.#api.store.mail.move([
      {kind: 'move', id: row.id, to: 'queued', dueAt: this.#api.now() + wait},
    ]);
    this.#api.metrics.mail('retried');
    this.#api.log.info({mail: row.id, attempts: row.attempts + 1, answer}, 'mail postponed');
  }

  async #succeed(row: OutboxMail): Promise<void> {
    await this.#tell(row, 'sent', (alongside) =>
      this.#api.signal({type: 'mail.sent', interactionId: row.interactionId, mailId: row.id}, alongside),
    );
  }

  async #fail(row: OutboxMail, failure: string): Promise<void> {
    await this.#tell(row, 'failed', (alongside) =>
      this.#api.signal(
        {type: 'mail.failed', interactionId: row.interactionId, mailId: row.id, failure},
        alongside,
      ),
    );
  }

  /** The fact and the row become true together; a thread that the engine has forgotten needs no fact. */
  async #tell(
    row: OutboxMail,
    to: 'sent' | 'failed',
    signal: (alongside: Alongside) => Promise<Outcome>,
  ): Promise<void> {
    const change: OutboxChange = {kind: 'move', id: row.id, to};
    const outcome = await signal({outbox: [change]});
    if (!outcome.ok) await this.#api.store.mail.move([change]);
    this.#api.metrics.mail(to);
    this.#api.log.info({mail: row.id, state: to}, 'mail settled');
  }

  #move(row: OutboxMail, to: OutboxState): Promise<void> {
    return this.#api.store.mail.move([{kind: 'move', id: row.id, to}]);
  }
}
