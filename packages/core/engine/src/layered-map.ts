/** Fewer changes than this are always copied; above it, their share of the whole decides. */
const FEW = 16;

/**
 * A map whose next version costs little: what changed lies in a small layer above a base that is never written, and
 * only the layer is copied. Once it has grown to the square root of the base, the two become a new base. Keys keep the
 * order in which they came. Whoever branched it may write to it, until they give it away.
 */
export class LayeredMap<K, V extends object> implements ReadonlyMap<K, V> {
  #base: ReadonlyMap<K, V>;
  /** What differs from the base; undefined where it is gone. */
  #changes: Map<K, V | undefined>;
  #size: number;

  private constructor(base: ReadonlyMap<K, V>, changes: Map<K, V | undefined>, size: number) {
    this.#base = base;
    this.#changes = changes;
    this.#size = size;
  }

  /** A map that begins with the same entries and is written by itself. The other one must not be written any more. */
  static branch<K, V extends object>(map: ReadonlyMap<K, V>): LayeredMap<K, V> {
    if (!(map instanceof LayeredMap)) return new LayeredMap<K, V>(map, new Map(), map.size);
    const layered = map as LayeredMap<K, V>;
    return new LayeredMap<K, V>(layered.#base, new Map(layered.#changes), layered.#size);
  }

  get size(): number {
    return this.#size;
  }

  get(key: K): V | undefined {
    const change = this.#changes.get(key);
    return change !== undefined || this.#changes.has(key) ? change : this.#base.get(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  put(key: K, value: V): void {
    if (!this.has(key)) this.#size += 1;
    this.#changes.set(key, value);
  }

  drop(key: K): void {
    if (!this.has(key)) return;
    this.#size -= 1;
    if (this.#base.has(key)) this.#changes.set(key, undefined);
    else this.#changes.delete(key);
  }

  /** Makes the next branch cheap again. To be called when the writing is over. */
  settle(): this {
    if (this.#changes.size <= Math.max(FEW, Math.sqrt(this.#base.size))) return this;
    const base = new Map(this.#base);
    for (const [key, value] of this.#changes) {
      if (value === undefined) base.delete(key);
      else base.set(key, value);
    }
    this.#base = base;
    this.#changes = new Map();
    return this;
  }

  *entries(): Generator<[K, V], undefined> {
    for (const [key, value] of this.#base) {
      const now = this.#changes.has(key) ? this.#changes.get(key) : value;
      if (now !== undefined) yield [key, now];
    }
    for (const [key, value] of this.#changes) {
      if (value !== undefined && !this.#base.has(key)) yield [key, value];
    }
    return undefined;
  }

  *keys(): Generator<K, undefined> {
    for (const [key] of this.entries()) yield key;
    return undefined;
  }

  *values(): Generator<V, undefined> {
    for (const [, value] of this.entries()) yield value;
    return undefined;
  }

  [Symbol.iterator](): Generator<[K, V], undefined> {
    return this.entries();
  }

  forEach(act: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) act(value, key, this);
  }
}
