import {map, type Observable} from 'rxjs';
import type {Author, InteractionId} from '@deskwire/domain';

import type {StreamClock} from './clock.js';
import type {PortSession, TypingNotice} from './port.js';
import {Watchers} from './watchers.js';

/** Who writes is forgotten after so long without another word of it. */
const SILENT_AFTER_MS = 6_000;
/** The backend is told no more often than this that the viewer goes on writing. */
const REPEAT_MS = 3_000;

interface Writer {
  readonly author: Author;
  readonly timer: unknown;
}

type Writers = ReadonlyMap<string, Writer>;

const NOBODY: Writers = new Map();
const keyOf = (author: Author): string =>
  author.kind === 'agent'
    ? `agent:${author.id}`
    : author.kind === 'system'
      ? 'system'
      : `${author.kind}:${author.name ?? ''}`;

/** Who writes where, for as long as it is true; and what is told about the viewer. */
export class Typing {
  readonly #clock: StreamClock;
  readonly #writers = new Map<InteractionId, Writers>();
  readonly #watchers = new Watchers<InteractionId, Writers>((id) => this.#writers.get(id) ?? NOBODY);
  /** Since when the backend knows that the viewer writes there. */
  readonly #told = new Map<InteractionId, number>();
  #session: PortSession | undefined;

  constructor(clock: StreamClock) {
    this.#clock = clock;
  }

  /** Who writes in a conversation now, and whenever that changes. */
  of(id: InteractionId): Observable<readonly Author[]> {
    return this.#watchers.of(id).pipe(map((writers) => [...writers.values()].map(({author}) => author)));
  }

  /** Tells the backend about the viewer; what it knows already is not told again so soon. */
  tell(interactionId: InteractionId, isTyping: boolean): void {
    const told = this.#told.get(interactionId);
    const now = this.#clock.now();
    if (isTyping ? told !== undefined && now - told < REPEAT_MS : told === undefined) return;
    if (isTyping) this.#told.set(interactionId, now);
    else this.#told.delete(interactionId);
    this.#session?.notify?.({type: 'typing', interactionId, isTyping});
  }

  /** Takes what the backend tells about the others. */
  hear({interactionId, isTyping, from}: TypingNotice): void {
    if (from) this.#put(interactionId, from, isTyping);
  }

  up(session: PortSession): void {
    this.#session = session;
  }

  down(): void {
    this.#session = undefined;
    this.#told.clear();
    for (const [id, writers] of [...this.#writers]) {
      for (const {author} of writers.values()) this.#put(id, author, false);
    }
  }

  over(): void {
    this.down();
  }

  #put(id: InteractionId, author: Author, isTyping: boolean): void {
    const key = keyOf(author);
    const before = this.#writers.get(id) ?? NOBODY;
    const known = before.get(key);
    if (!known && !isTyping) return;
    this.#clock.clearTimeout(known?.timer);
    const writers = new Map(before);
    if (isTyping) writers.set(key, {author, timer: this.#silenceLater(id, author)});
    else writers.delete(key);
    if (writers.size > 0) this.#writers.set(id, writers);
    else this.#writers.delete(id);
    // Another word of somebody who writes already is no news.
    if (!known || !isTyping) this.#watchers.wake(id);
  }

  #silenceLater(id: InteractionId, author: Author): unknown {
    return this.#clock.setTimeout(() => this.#put(id, author, false), SILENT_AFTER_MS);
  }
}
