/** So many at once, and so many a second for long. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Buckets beyond this are swept: those that are full again know nothing. */
const SWEEP_AT = 10_000;

/** A token bucket for each key. It forgets keys that have been quiet, so that strangers cannot fill the memory. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes one; false when the key has none left. */
  take(key = ''): boolean {
    const bucket = this.#refilled(key);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  /** Gives one back that turned out not to count. */
  give(key = ''): void {
    const bucket = this.#refilled(key);
    bucket.tokens = Math.min(this.#rate.burst, bucket.tokens + 1);
  }

  #refilled(key: string): Bucket {
    const now = this.#now();
    const {burst, perSecond} = this.#rate;
    const bucket = this.#buckets.get(key) ?? {tokens: burst, at: now};
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1_000) * perSecond);
    bucket.at = now;
    if (this.#buckets.size >= SWEEP_AT) this.#sweep(now);
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #sweep(now: number): void {
    const {burst, perSecond} = this.#rate;
    for (const [key, {tokens, at}] of this.#buckets) {
      if (tokens + ((now - at) / 1_000) * perSecond >= burst) this.#buckets.delete(key);
    }
  }
}
