import {refuse, type Command, type CommandId, type Refusal} from '@deskwire/domain';

import {Cell} from './cell.js';
import type {StreamClock} from './clock.js';
import type {CommandResult, PendingCommand, PortSession} from './port.js';

/** What an outbox works with. Milliseconds. */
export interface OutboxParts {
  readonly clock: StreamClock;
  /** Backend time, for `since`. */
  now(): number;
  readonly timeouts: {
    /** Without an answer for so long, a command has failed and can be tried again under its id. */
    readonly sendMs: number;
    /** So long after an answer of yes its fact is waited for. */
    readonly settleMs: number;
  };
}

/** One command from sending to its fact. */
interface Item {
  readonly pending: PendingCommand;
  readonly answer: Promise<CommandResult>;
  readonly resolve: (result: CommandResult) => void;
  timer: unknown;
  isAnswered: boolean;
}

type Failed = PendingCommand & {readonly state: 'failed'; readonly refusal: Refusal};

const failed = (refusal: Refusal): CommandResult => ({ok: false, refusal});

/**
 * Commands under way, by id. What was not answered goes out again with the next session, under the same id; the backend
 * does it once. A command leaves when its fact is there; a refused or lost one stays until it is tried again or
 * dismissed.
 */
export class Outbox {
  readonly pending: Cell<ReadonlyMap<CommandId, PendingCommand>>;
  readonly #parts: OutboxParts;
  readonly #sending = new Map<CommandId, Item>();
  readonly #failed = new Map<CommandId, Failed>();
  #session: PortSession | undefined;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.pending = new Cell<ReadonlyMap<CommandId, PendingCommand>>(new Map());
  }

  /** Sends now, or with the next session. The same id while it is under way is the same sending. */
  send(command: Command, id: CommandId): Promise<CommandResult> {
    const known = this.#sending.get(id);
    if (known) return known.answer;
    const item = this.#newItem({id, command, since: this.#parts.now(), state: 'sending'});
    this.#failed.delete(id);
    this.#sending.set(id, item);
    item.timer = this.#parts.clock.setTimeout(() => this.#expire(id), this.#parts.timeouts.sendMs);
    this.#publish();
    if (this.#session) this.#transmit(item, this.#session);
    return item.answer;
  }

  dismiss(id: CommandId): void {
    if (this.#failed.delete(id)) this.#publish();
  }

  /** A session is there: whatever has no answer yet goes out, in the order in which it was asked for. */
  up(session: PortSession): void {
    this.#session = session;
    for (const item of [...this.#sending.values()]) if (!item.isAnswered) this.#transmit(item, session);
  }

  down(): void {
    this.#session = undefined;
  }

  /** Nothing can be sent any more. */
  over(refusal: Refusal): void {
    for (const [id, item] of [...this.#sending]) {
      if (item.isAnswered) this.#settle(id, item);
      else this.#fail(id, item, refusal);
    }
    this.#publish();
  }

  /** A fact that this command caused is in the state. */
  told(id: CommandId): void {
    const item = this.#sending.get(id);
    if (item) this.#settle(id, item);
    if (this.#failed.delete(id) || item) this.#publish();
  }

  #newItem(pending: PendingCommand): Item {
    let resolve: Item['resolve'] = () => undefined;
    const answer = new Promise<CommandResult>((done) => (resolve = done));
    return {pending, answer, resolve, timer: undefined, isAnswered: false};
  }

  #transmit({pending: {id, command}}: Item, session: PortSession): void {
    const broken = (): void => {
      // A session that ended owes no answer: the next one is asked again.
      if (this.#session === session) this.#answered(id, failed(refuse('DW_SERVER_FAILED')));
    };
    try {
      session.send({id, command}).then((result) => this.#answered(id, result), broken);
    } catch {
      broken();
    }
  }

  #answered(id: CommandId, result: CommandResult): void {
    const item = this.#sending.get(id);
    if (item) this.#answer(id, item, result);
    else if (result.ok) this.told(id);
  }

  #answer(id: CommandId, item: Item, result: CommandResult): void {
    if (item.isAnswered) return;
    if (!result.ok) {
      this.#fail(id, item, result.refusal);
      this.#publish();
      return;
    }
    const {clock, timeouts} = this.#parts;
    clock.clearTimeout(item.timer);
    item.isAnswered = true;
    item.timer = clock.setTimeout(() => this.told(id), timeouts.settleMs);
    item.resolve(result);
  }

  #expire(id: CommandId): void {
    const item = this.#sending.get(id);
    if (!item) return;
    this.#fail(id, item, refuse(this.#session ? 'DW_SEND_TIMEOUT' : 'DW_SEND_OFFLINE'));
    this.#publish();
  }

  #fail(id: CommandId, item: Item, refusal: Refusal): void {
    this.#parts.clock.clearTimeout(item.timer);
    this.#sending.delete(id);
    this.#failed.set(id, {...item.pending, state: 'failed', refusal});
    item.resolve(failed(refusal));
  }

  #settle(id: CommandId, item: Item): void {
    this.#parts.clock.clearTimeout(item.timer);
    this.#sending.delete(id);
    item.resolve({ok: true});
  }

  #publish(): void {
    const all = new Map<CommandId, PendingCommand>(this.#failed);
    for (const [id, {pending}] of this.#sending) all.set(id, pending);
    this.pending.set(all);
  }
}
