/** What a list is made of; each kind has one height. */
export type RowKind = 'day' | 'entry';
/** From the beginning of one row to that of the next, px. */
export type Pitches = Readonly<Record<RowKind, number>>;

/** Which rows stand in the document. */
export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Rows beside those in sight, so that a screen reader's next row, and a fast wheel's, is there. */
const BESIDE = 6;

/**
 * Where the rows of a long list stand. The kinds differ in height, so positions are summed up once; whoever scrolls asks
 * for a few of them.
 */
export class RowLayout {
  /** Where each row begins, and after the last one where the list ends. */
  readonly #tops: Float64Array;

  constructor(kinds: readonly RowKind[], pitches: Pitches) {
    this.#tops = new Float64Array(kinds.length + 1);
    kinds.forEach((kind, index) => {
      this.#tops[index + 1] = this.top(index) + pitches[kind];
    });
  }

  get count(): number {
    return this.#tops.length - 1;
  }

  /** Of all rows, px. */
  get length(): number {
    return this.top(this.count);
  }

  /** Where a row begins, px. */
  top(index: number): number {
    return this.#tops[index] ?? 0;
  }

  /** The row at a place; the first or the last one where the place is beside the list. */
  at(offset: number): number {
    let [low, high] = [0, Math.max(0, this.count - 1)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.top(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The rows in sight of a list that is `height` high and scrolled by `offset`, and a few beside them. */
  window(offset: number, height: number): RowWindow {
    return {
      first: Math.max(0, this.at(offset) - BESIDE),
      end: Math.min(this.count, this.at(offset + height) + 1 + BESIDE),
    };
  }

  /** How far to scroll so that a row is in sight whole; where it is already, no further. */
  offsetFor(index: number, offset: number, height: number): number {
    const top = this.top(index);
    return top < offset ? top : Math.max(offset, this.top(index + 1) - height);
  }
}
