import {distinctUntilChanged, map, type Observable} from 'rxjs';
import {
  permit,
  refuse,
  type Ask,
  type Author,
  type Command,
  type CommandId,
  type DeskState,
  type Fact,
  type Interaction,
  type InteractionId,
  type Query,
  type Verdict,
} from '@deskwire/domain';

import {systemClock, type StreamClock} from './clock.js';
import {Connection, type NetworkEvents} from './connection.js';
import {DeskIndex} from './desk-index.js';
import type {ConnectionStatus, StreamHandle} from './handle.js';
import {Files} from './files.js';
import {Inquiries} from './inquiries.js';
import {Outbox} from './outbox.js';
import type {
  CommandResult,
  FileRequest,
  FileResult,
  Loss,
  PendingCommand,
  Port,
  QueryResult,
  Upload,
  UploadResult,
} from './port.js';
import {randomId} from './random-id.js';
import {Typing} from './typing.js';

/** Milliseconds; each has a default. */
export interface StreamTimeouts {
  /** A command without an answer has failed. 15 000. */
  readonly sendMs: number;
  /** After a yes, how long a command stays pending while its fact is missing. 2 000. */
  readonly settleMs: number;
  /** A query without an answer has failed. 15 000. */
  readonly queryMs: number;
  /** The shortest and the longest wait before connecting again. 500 and 15 000. */
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
  /** A session that lasted so long was a good one: the next loss counts as the first. 5 000. */
  readonly stableMs: number;
}

/** Where a stream takes time, chance and news of the network from. The page's own unless given. */
export interface StreamOptions {
  readonly clock?: StreamClock;
  /** 0 to 1, for spreading reconnects. */
  readonly random?: () => number;
  /** Ids for commands; must not repeat, nor be guessable. */
  readonly newId?: () => CommandId;
  /** Says `online` when the machine has a network again: the next try is made at once. */
  readonly network?: NetworkEvents;
  readonly timeouts?: Partial<StreamTimeouts>;
}

/** A stream with its owner's controls. Its observables are RxJS's; across bundles only `subscribe` is relied upon. */
export interface DeskStream extends StreamHandle {
  readonly state$: Observable<DeskState>;
  readonly facts$: Observable<Fact>;
  readonly status$: Observable<ConnectionStatus>;
  readonly pending$: Observable<ReadonlyMap<CommandId, PendingCommand>>;
  select<T>(selector: (state: DeskState) => T, equals?: (a: T, b: T) => boolean): Observable<T>;
  interaction(id: InteractionId): Observable<Interaction | undefined>;
  typing(id: InteractionId): Observable<readonly Author[]>;
  /** How many interactions have watchers now. */
  readonly watched: number;
  /** Opens the port; while the next try is waited for: tries now. After `close` or a final loss: begins again. */
  connect(): void;
  /** Ends the session. What was not answered fails with DW_SEND_OFFLINE. */
  close(): void;
}

const DEFAULTS: StreamTimeouts = {
  sendMs: 15_000,
  settleMs: 2_000,
  queryMs: 15_000,
  retryMinMs: 500,
  retryMaxMs: 15_000,
  stableMs: 5_000,
};

const pageNetwork = (): NetworkEvents | undefined => {
  const page = globalThis as Partial<NetworkEvents>;
  return typeof page.addEventListener === 'function' ? (page as NetworkEvents) : undefined;
};

class PortStream implements DeskStream {
  readonly #index = new DeskIndex();
  readonly #outbox: Outbox;
  readonly #inquiries: Inquiries;
  readonly #files = new Files();
  readonly #typing: Typing;
  readonly #connection: Connection;
  readonly #newId: () => CommandId;

  constructor(port: Port, options: StreamOptions) {
    const {clock = systemClock, random = Math.random, newId = randomId, network = pageNetwork()} = options;
    const timeouts = {...DEFAULTS, ...options.timeouts};
    this.#newId = newId;
    this.#outbox = new Outbox({clock, timeouts, now: () => this.now()});
    this.#inquiries = new Inquiries(clock, timeouts.queryMs);
    this.#typing = new Typing(clock);
    this.#connection = new Connection(port, {
      ...{clock, random, network, timeouts},
      cursor: () => this.#index.state.cursor,
      state: () => this.#index.state,
      facts: (facts, isFirst) => this.#index.apply(facts, isFirst),
      notice: (notice) => this.#typing.hear(notice),
      up: (session) => this.#parts.forEach((part) => part.up(session)),
      down: () => this.#parts.forEach((part) => part.down()),
      over: (loss) => this.#over(loss),
    });
    this.#index.facts$.subscribe(({cause}) => {
      if (cause !== undefined) this.#outbox.told(cause);
    });
  }

  get #parts(): readonly (Outbox | Inquiries | Files | Typing)[] {
    return [this.#outbox, this.#inquiries, this.#files, this.#typing];
  }

  get state$(): Observable<DeskState> {
    return this.#index.state$;
  }

  get facts$(): Observable<Fact> {
    return this.#index.facts$;
  }

  get status$(): Observable<ConnectionStatus> {
    return this.#connection.status.changes$;
  }

  get pending$(): Observable<ReadonlyMap<CommandId, PendingCommand>> {
    return this.#outbox.pending.changes$;
  }

  get watched(): number {
    return this.#index.watchers.size;
  }

  snapshot(): DeskState {
    return this.#index.state;
  }

  select<T>(selector: (state: DeskState) => T, equals: (a: T, b: T) => boolean = Object.is): Observable<T> {
    return this.state$.pipe(map(selector), distinctUntilChanged(equals));
  }

  interaction(id: InteractionId): Observable<Interaction | undefined> {
    return this.#index.watchers.of(id);
  }

  permit(ask: Ask): Verdict {
    const state = this.snapshot();
    return permit(state, ask, state.viewer ?? {kind: 'agent', agentId: ''});
  }

  send(command: Command, id: CommandId = this.#newId()): Promise<CommandResult> {
    const answer = this.#outbox.send(command, id);
    this.#failWhenClosed();
    return answer;
  }

  dismiss(id: CommandId): void {
    this.#outbox.dismiss(id);
  }

  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>> {
    const answer = this.#inquiries.query(query);
    this.#failWhenClosed();
    return answer;
  }

  upload(upload: Upload): Promise<UploadResult> {
    return this.#files.upload(upload);
  }

  download(request: FileRequest): Promise<FileResult> {
    return this.#files.download(request);
  }

  typing(id: InteractionId): Observable<readonly Author[]> {
    return this.#typing.of(id);
  }

  setTyping(id: InteractionId, isTyping: boolean): void {
    this.#typing.tell(id, isTyping);
  }

  now(): number {
    return this.#connection.now();
  }

  connect(): void {
    this.#connection.connect();
  }

  close(): void {
    this.#connection.close();
  }

  #over(loss: Loss | undefined): void {
    for (const part of this.#parts) part.over(loss?.refusal ?? refuse('DW_SEND_OFFLINE'));
  }

  /** Nothing will come that could send it: say so now instead of after the time-out. */
  #failWhenClosed(): void {
    const {value} = this.#connection.status;
    if (value.state === 'closed') this.#over(value.loss);
  }
}

/**
 * Makes the stream of one desk from a port. It is still until `connect`.
 *
 * What it publishes: one new `DeskState` per batch of facts, then every interaction that the batch changed to its
 * watchers, then the facts. `interactions` is a window onto a map that goes on changing, and another window whenever
 * something in it has changed: compare windows or interactions, and do not keep a window to look at the past. The
 * interactions themselves never change.
 */
export const createStream = (port: Port, options: StreamOptions = {}): DeskStream =>
  new PortStream(port, options);
