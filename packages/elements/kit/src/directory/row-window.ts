/** Which rows of a long list stand in the document: those in sight, and a few on either side. */
export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** So many rows are in sight at most (the design's eight), before the list scrolls. */
export const ROWS_IN_SIGHT = 8;
const BESIDE = 4;

/** The window of a list of rows of one height. `offset` is how far it is scrolled, `pitch` from one row to the next. */
export const windowAt = (offset: number, pitch: number, count: number): RowWindow => {
  const top = Math.max(0, Math.min(Math.floor(offset / pitch), count - ROWS_IN_SIGHT));
  return {first: Math.max(0, top - BESIDE), end: Math.min(count, top + ROWS_IN_SIGHT + 1 + BESIDE)};
};

/** How far to scroll so that a row is in sight whole; where it is already, no further. */
export const offsetFor = (index: number, offset: number, pitch: number, height: number): number => {
  const top = index * pitch;
  if (top < offset) return top;
  return Math.max(offset, top + pitch - height);
};
