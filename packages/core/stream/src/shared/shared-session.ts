import {
  refuse,
  type CommandEnvelope,
  type Cursor,
  type DeskState,
  type Fact,
  type Query,
} from '@deskwire/domain';

import type {
  CommandResult,
  FileRequest,
  FileResult,
  Loss,
  Port,
  PortSession,
  PortSink,
  QueryResult,
  TypingNotice,
  Upload,
  UploadResult,
} from '../port.js';

import type {TabDevices, TabChannel} from './devices.js';
import {Follower, type FollowerParts} from './follower.js';
import {Leader} from './leader.js';
import type {Memory} from './memory.js';
import {readTabMessage, type Report, type Request} from './messages.js';
import {NO_FILES, type Role} from './role.js';

/** What a session of a shared port works with. */
export interface SharedParts {
  readonly port: Port;
  readonly devices: TabDevices & {readonly locks: Pick<LockManager, 'request'>};
  /** Of the lock and of the channel. */
  readonly name: string;
  readonly channel: TabChannel;
  /** Outlives the session: a tab that slept goes on where it was, and knows what came before. */
  readonly memory: Memory;
  readonly sink: PortSink;
  state(): DeskState;
  readonly cursor: Cursor | undefined;
}

const OFFLINE: Loss = {refusal: refuse('DW_SEND_OFFLINE'), final: false};
/** The others hear that the connection is lost before the lock lets one of them try: they take turns, not all at once. */
const HOLD_MS = 100;
/** Told to the document; heard on its way there. */
const NIGHTFALL = ['freeze', 'pagehide'] as const;

/**
 * One tab's part in the connection that all tabs of an agent share. It follows until the lock is its own, then leads. A
 * change of the leader is no loss: the tab goes on from the fact it has reached, and what has no answer is sent again.
 */
export class SharedSession implements PortSession {
  readonly #parts: SharedParts;
  readonly #id: string;
  readonly #queue = new AbortController();
  #hasSnapshot: boolean;
  #role: Role;
  #isOver = false;
  #release: (() => void) | undefined;

  constructor(parts: SharedParts) {
    this.#parts = parts;
    this.#id = parts.devices.newId();
    this.#hasSnapshot = parts.cursor !== undefined;
    parts.channel.onmessage = ({data}: MessageEvent<unknown>) => this.#hear(data);
    for (const type of NIGHTFALL) parts.devices.page?.addEventListener(type, this.#sleep, true);
    this.#role = this.#follow();
    void this.#elect({signal: this.#queue.signal});
  }

  send(envelope: CommandEnvelope): Promise<CommandResult> {
    return this.#role.send(envelope);
  }

  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>> {
    return this.#role.query(query);
  }

  upload(upload: Upload): Promise<UploadResult> {
    return this.#role.upload(upload) ?? Promise.resolve(NO_FILES);
  }

  download(request: FileRequest): Promise<FileResult> {
    return this.#role.download(request) ?? Promise.resolve(NO_FILES);
  }

  notify(notice: TypingNotice): void {
    this.#role.notify(notice);
  }

  close(): void {
    this.#end();
    this.#release?.();
  }

  #follow(): Follower {
    return new Follower({
      ...this.#common(),
      id: this.#id,
      post: (request) => this.#post(request),
      usurp: () => this.#usurp(),
    });
  }

  #common(): Omit<FollowerParts, 'id' | 'post' | 'usurp'> {
    const {sink, state, devices} = this.#parts;
    return {
      sink,
      clock: devices.clock,
      cursor: () => (this.#hasSnapshot ? state().cursor : undefined),
      facts: (facts) => this.#tell(facts),
      lost: (loss) => this.#lose(loss),
    };
  }

  /** Waits for the lock, and has it until the session is over or another tab takes it away. */
  async #elect(options: LockOptions): Promise<void> {
    const {devices, name} = this.#parts;
    try {
      await devices.locks.request(name, options, () => this.#lead());
    } catch {
      if (this.#isOver || options.signal?.aborted) return;
      // Another tab took us for dead; where there never was a lock, every tab is on its own.
      if (this.#release) this.#lose(OFFLINE);
      else void this.#lead();
    }
  }

  #usurp(): void {
    this.#queue.abort();
    void this.#elect({steal: true});
  }

  /** Lasts as long as this tab leads. */
  async #lead(): Promise<void> {
    if (this.#isOver) return;
    const held = new Promise<void>((resolve) => (this.#release = resolve));
    this.#role.close();
    const leader = this.#newLeader();
    // Lost while it opened.
    if (this.#isOver) leader.close();
    else this.#role = leader;
    await held;
  }

  #newLeader(): Leader {
    const {port, state, memory} = this.#parts;
    const post = (report: Report): void => this.#post(report);
    return new Leader({...this.#common(), port, state, post, memory});
  }

  #tell(facts: readonly Fact[]): void {
    if (facts.some(({type}) => type === 'desk.hydrated')) this.#hasSnapshot = true;
    this.#parts.memory.add(facts);
    this.#parts.sink.facts(facts);
  }

  #hear(data: unknown): void {
    const message = readTabMessage(data);
    if (message && !this.#isOver) this.#role.hear(message);
  }

  #post(message: Request | Report): void {
    if (!this.#isOver) this.#parts.channel.postMessage({...message, from: this.#id});
  }

  #lose(loss: Loss): void {
    if (this.#isOver) return;
    this.#end();
    this.#parts.devices.clock.setTimeout(() => this.#release?.(), HOLD_MS);
    this.#parts.sink.lost(loss);
  }

  /** A page that sleeps can serve nobody. The stream comes back when it wakes up. */
  readonly #sleep = (): void => {
    if (this.#isOver) return;
    this.close();
    this.#parts.sink.lost(OFFLINE);
  };

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const {channel, devices} = this.#parts;
    this.#queue.abort();
    this.#role.close();
    for (const type of NIGHTFALL) devices.page?.removeEventListener(type, this.#sleep, true);
    channel.onmessage = null;
    channel.close();
  }
}
