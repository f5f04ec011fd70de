import type {Cursor, Fact, Who} from '@deskwire/domain';
import {DeskFeed, type Centre} from '@deskwire/engine';

import type {News} from './host.js';
import type {Session} from './session.js';

/** At most this many facts are kept for a desk that may come back; with more it begins with a snapshot. */
const MOST_FACTS = 1_000;

/** One desk as the backend remembers it: its feed, what it was told lately, and its session while it has one. */
export class Memory {
  session: Session | undefined;
  readonly #epoch: string;
  readonly #feed: DeskFeed;
  #told: Fact[] = [];

  constructor(who: Who, epoch: string) {
    this.#epoch = epoch;
    this.#feed = new DeskFeed(who, epoch);
  }

  /** The first fact of a desk that begins. */
  hydrate(centre: Centre, at: number): readonly Fact[] {
    this.#told = [this.#feed.hydrate(centre, at)];
    return this.#told;
  }

  /** Tells the desk what concerns it, or keeps it for later. */
  hear({before, after, facts}: News): void {
    const fresh = facts.flatMap((fact) => this.#feed.push(before, after, fact));
    this.#told.push(...fresh);
    this.session?.tell(fresh);
    if (this.#told.length > MOST_FACTS) this.#told = this.#told.slice(-MOST_FACTS / 2);
  }

  /** What a desk at this cursor has missed; undefined where it cannot be told without a gap. */
  since({epoch, seq}: Cursor): readonly Fact[] | undefined {
    const first = this.#told[0]?.seq ?? Infinity;
    const {seq: last} = this.#feed.cursor;
    if (epoch !== this.#epoch || seq < first - 1 || seq > last) return undefined;
    return this.#told.filter((fact) => fact.seq > seq);
  }
}
