import type {Instant} from '@deskwire/domain';

/** What the mark is made from, each time the host looks. */
export interface NewMarkInput {
  /** The conversation; another one begins anew. */
  readonly id: string;
  /** How many messages of the other side are unread. */
  readonly unread: number;
  /** Up to where the viewer has read. */
  readonly readAt: Instant;
  /** Whether somebody looks on. */
  readonly watched: boolean;
  /** How many messages the viewer has sent here. */
  readonly own: number;
}

/**
 * Where the "new" rule stands. It is put where reading stopped, when something arrives while nobody looks, and it stays
 * there although it has been read since, until the viewer answers or something new arrives unseen.
 */
export class NewMark {
  #id = '';
  #own = 0;
  #since: Instant | undefined;

  /** @returns Everything of the other side after this is new; undefined: no rule. */
  look({id, unread, readAt, watched, own}: NewMarkInput): Instant | undefined {
    if (id !== this.#id) {
      this.#id = id;
      this.#own = own;
      this.#since = unread > 0 ? readAt : undefined;
      return this.#since;
    }
    if (own > this.#own) this.#since = undefined;
    this.#own = own;
    if (unread > 0 && !watched) this.#since = Math.max(this.#since ?? 0, readAt);
    return this.#since;
  }
}
