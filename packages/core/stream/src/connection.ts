import {refuse, type Cursor, type DeskState, type Fact} from '@deskwire/domain';

import {backoff, type BackoffLimits} from './backoff.js';
import {Cell} from './cell.js';
import type {StreamClock} from './clock.js';
import type {Applied} from './desk-index.js';
import type {ConnectionStatus} from './handle.js';
import type {Loss, Port, PortSession, PortSink, TypingNotice} from './port.js';

/** Where `online` is heard. A page's window is one. */
export interface NetworkEvents {
  addEventListener(type: 'online', listener: () => void): void;
  removeEventListener(type: 'online', listener: () => void): void;
}

/** What a connection works with. */
export interface ConnectionParts {
  readonly clock: StreamClock;
  readonly random: () => number;
  readonly network: NetworkEvents | undefined;
  /** `stableMs`: how long a session must last before a loss counts as the first one again. */
  readonly timeouts: BackoffLimits & {readonly stableMs: number};
  /** Where the desk stands. */
  cursor(): Cursor | undefined;
  /** What it knows. */
  state(): DeskState;
  /** Takes facts; `isFirst`: they are the first of their session. */
  facts(facts: readonly Fact[], isFirst: boolean): Applied;
  /** Takes what is told and forgotten. */
  notice(notice: TypingNotice): void;
  /** A session is ready for what there is to send. */
  up(session: PortSession): void;
  /** It is no more. */
  down(): void;
  /** There will be no other one: nothing that waits can be sent. */
  over(loss: Loss | undefined): void;
}

/** One session from our side. */
interface Link {
  session: PortSession | undefined;
  isLive: boolean;
  isOver: boolean;
  hasFacts: boolean;
}

/** Keeps one session open: opens it again after a loss, without a cursor after a gap, and stops at a final no. */
export class Connection {
  readonly status: Cell<ConnectionStatus>;
  readonly #port: Port;
  readonly #parts: ConnectionParts;
  #link: Link | undefined;
  #skew = 0;
  /** Attempts since a session last was stable. */
  #attempt = 0;
  #needsSnapshot = true;
  #retryTimer: unknown;
  #stableTimer: unknown;

  constructor(port: Port, parts: ConnectionParts) {
    this.#port = port;
    this.#parts = parts;
    this.status = new Cell<ConnectionStatus>({state: 'connecting', since: parts.clock.now()});
  }

  /** Backend time. */
  now(): number {
    return this.#parts.clock.now() + this.#skew;
  }

  /** Opens, or tries again at once where the next try is being waited for. Nothing happens while a session is open. */
  connect(): void {
    if (this.#link) return;
    this.#stopWaiting();
    if (this.status.value.state === 'closed') {
      // Whoever comes back after the end may be somebody else.
      this.#attempt = 0;
      this.#needsSnapshot = true;
    }
    if (this.#attempt === 0) this.#tell({state: 'connecting', since: this.now()});
    this.#open();
  }

  /** Ends it for good, until `connect`. */
  close(): void {
    if (this.status.value.state === 'closed') return;
    this.#end();
    this.#stopWaiting();
    this.#parts.over(undefined);
    this.#tell({state: 'closed', since: this.now()});
  }

  #tell(status: ConnectionStatus): void {
    this.status.set(status);
  }

  #open(): void {
    const link: Link = {session: undefined, isLive: false, isOver: false, hasFacts: false};
    this.#link = link;
    const cursor = this.#needsSnapshot ? undefined : this.#parts.cursor();
    try {
      const session = this.#port.open(this.#sink(link), cursor);
      if (link.isOver) return session.close();
      link.session = session;
    } catch {
      if (!link.isOver) this.#lost({refusal: refuse('DW_SERVER_FAILED'), final: false});
      return;
    }
    if (link.isLive) this.#up(link);
  }

  /** What an old session still says is not heard. */
  #sink(link: Link): PortSink {
    return {
      live: ({now}) => {
        if (!link.isOver) this.#live(link, now);
      },
      facts: (facts) => {
        if (!link.isOver && facts.length > 0) this.#hear(link, facts);
      },
      notice: (notice) => {
        if (!link.isOver) this.#parts.notice(notice);
      },
      lost: (loss) => {
        if (!link.isOver) this.#lost(loss);
      },
      state: () => this.#parts.state(),
    };
  }

  #live(link: Link, now: number): void {
    this.#skew = now - this.#parts.clock.now();
    link.isLive = true;
    // A port may tell while it still opens: then there is no session yet, and `#open` goes on.
    if (link.session) this.#up(link);
  }

  #up(link: Link): void {
    if (!this.#needsSnapshot) this.#settle();
    if (link.session && !link.isOver) this.#parts.up(link.session);
  }

  #settle(): void {
    if (this.status.value.state === 'live') return;
    this.#stableTimer = this.#parts.clock.setTimeout(
      () => (this.#attempt = 0),
      this.#parts.timeouts.stableMs,
    );
    this.#tell({state: 'live', since: this.now()});
  }

  #hear(link: Link, facts: readonly Fact[]): void {
    const isFirst = !link.hasFacts;
    link.hasFacts = true;
    const {gap, hydrated} = this.#parts.facts(facts, isFirst);
    if (link.isOver) return;
    if (hydrated) this.#needsSnapshot = false;
    if (gap) this.#resync();
    else if (hydrated && link.isLive) this.#settle();
  }

  /** A fact is missing. The first time we ask for a snapshot at once; if that does not help, more and more slowly. */
  #resync(): void {
    this.#end();
    this.#needsSnapshot = true;
    this.#attempt += 1;
    this.#tell({state: 'resyncing', since: this.now()});
    // Whoever was told may have closed it, or opened it already.
    if (this.#link || this.status.value.state !== 'resyncing') return;
    if (this.#attempt === 1) this.#open();
    else this.#waitToOpen();
  }

  #lost(loss: Loss): void {
    this.#end();
    if (loss.final) {
      this.#parts.over(loss);
      this.#tell({state: 'closed', since: this.now(), loss});
      return;
    }
    this.#attempt += 1;
    const {value} = this.status;
    const since = value.state === 'lost' ? value.since : this.now();
    this.#waitToOpen();
    this.#tell({state: 'lost', since, attempt: this.#attempt, loss});
  }

  /** Ends the session that is open, if one is. */
  #end(): void {
    const link = this.#link;
    if (!link) return;
    this.#link = undefined;
    link.isOver = true;
    this.#parts.clock.clearTimeout(this.#stableTimer);
    link.session?.close();
    this.#parts.down();
  }

  #waitToOpen(): void {
    const {clock, network, random, timeouts} = this.#parts;
    this.#retryTimer = clock.setTimeout(this.#openNow, backoff(this.#attempt, random, timeouts));
    network?.addEventListener('online', this.#openNow);
  }

  #stopWaiting(): void {
    this.#parts.clock.clearTimeout(this.#retryTimer);
    this.#parts.network?.removeEventListener('online', this.#openNow);
  }

  readonly #openNow = (): void => {
    this.#stopWaiting();
    if (!this.#link) this.#open();
  };
}
