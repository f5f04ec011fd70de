/** Which items of a log stand in the document. */
export interface Span {
  readonly start: number;
  /** One past the last. */
  readonly end: number;
}

/**
 * Up to so many items the whole conversation stands in the document, as most do: the browser finds in it, selects and prints
 * all of it. Of a longer one only what is in sight, and a little on either side.
 */
export const WHOLE = 100;

/** More than this are never in the document at once, e.g. of a log that the page gave no height, so that all of it is in sight. */
export const MOST = 400;

/** So far beyond what is in sight items stand in the document, px. */
export const BESIDE = 320;
/** Nearer than this, more are added; further than that, they are taken out. */
const TOO_NEAR = 160;
const TOO_FAR = 480;
/** Fewer than this are not taken out by themselves: that would be work with every message. */
const WORTH_IT = 8;
/**
 * Nearer than this to the beginning, all items up to it stand in the document: there is no room above the first one for what an
 * estimated height was wrong by, so that a reader who goes to the very top would see what they read jump.
 */
const BEGINNING = 640;
/** They are taken out again beyond this. */
const PAST_BEGINNING = 1280;

/** The heights that a span is made from, px. */
export interface Sight {
  /** Of what is in sight. */
  readonly height: number;
  /** Of an item, on average. */
  readonly pitch: number;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

const spanOf = (start: number, end: number, count: number): Span => ({
  start: clamp(start, 0, count),
  end: clamp(end, 0, count),
});

const within = ({height, pitch}: Sight): number => Math.min(MOST, Math.ceil((height + BESIDE) / pitch) + 1);

/** The items at the end: those that stand there already and what was added, unless that is very much. */
export const spanAtEnd = (count: number, sight: Sight, now: Span): Span => {
  if (count <= WHOLE) return {start: 0, end: count};
  const wanted = within(sight);
  const size = count - now.start;
  const isFine = size >= wanted && size <= Math.min(MOST, wanted * 3);
  return spanOf(isFine ? now.start : count - wanted, count, count);
};

/** The items around one that begins at a height of what is in sight. */
export const spanAround = (index: number, top: number, count: number, sight: Sight): Span => {
  if (count <= WHOLE) return {start: 0, end: count};
  const above = Math.ceil((BESIDE + Math.max(top, 0)) / sight.pitch) + 1;
  return spanOf(index - above, index + within({...sight, height: sight.height - Math.min(top, 0)}), count);
};

/** The same items where so many were put in front, or taken away there. */
export const shifted = ({start, end}: Span, by: number, count: number): Span =>
  count <= WHOLE ? {start: 0, end: count} : spanOf(start + by, end + by, count);

/** A span that holds another one too, as long as that is no more than a reader can have selected by hand. */
export const holding = (span: Span, held: Span | undefined): Span => {
  if (!held) return span;
  const both = {start: Math.min(span.start, held.start), end: Math.max(span.end, held.end)};
  return both.end - both.start <= WHOLE * 2 ? both : span;
};

/** Where an item stands in the scroller, px. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** The same span, from the first item on where that is near enough. */
const withBeginning = ({start, end}: Span, pitch: number, near: number): Span => ({
  start: start * pitch <= near && end <= MOST ? 0 : start,
  end,
});

/**
 * The span that is to stand there next, by where the items are: so much more as is missing on a side, and without what is far
 * away. The same object where that is good enough.
 *
 * @param sight What is in sight.
 * @param extents The items of the span.
 */
export const corrected = (
  span: Span,
  count: number,
  sight: Extent,
  extents: readonly Extent[],
  pitch: number,
): Span => {
  const [first, last] = [extents[0], extents.at(-1)];
  if (!first || !last || count <= WHOLE) return span;
  const above = sight.top - first.top;
  const below = last.bottom - sight.bottom;
  const room = Math.max(0, MOST - extents.length);
  const more = (beside: number): number => Math.min(room, Math.ceil((BESIDE - beside) / pitch));
  const before = span.start > 0 && above < TOO_NEAR ? more(above) : 0;
  const after = span.end < count && below < TOO_NEAR ? more(below) : 0;
  const isOff = (one: Extent): boolean =>
    one.bottom < sight.top - TOO_FAR || one.top > sight.bottom + TOO_FAR;
  const kept = extents.findIndex((one) => !isOff(one));
  const end = extents.findLastIndex((one) => !isOff(one)) + 1;
  const isWorthIt = before + after > 0 || kept + extents.length - end >= WORTH_IT;
  const start = isWorthIt ? span.start + kept - before : span.start;
  const wanted = spanOf(start, isWorthIt ? span.start + end + after : span.end, count);
  const next = withBeginning(wanted, pitch, span.start === 0 ? PAST_BEGINNING : BEGINNING);
  return next.start === span.start && next.end === span.end ? span : next;
};

/**
 * How high the place is that stands for the items above those in the document. Wherever it can be, it is what keeps the item
 * under the reader's eye where it was: then nothing has to be scrolled, which would stop a finger's momentum. When that has
 * gone too far from what the items would need, it is set right, and the scroller has to move by as much.
 *
 * @param wanted What would keep everything where it is.
 */
export const placeAbove = (wanted: number, start: number, pitch: number): number => {
  const likely = Math.round(start * pitch);
  return start > 0 && wanted >= likely / 4 && wanted <= likely * 4 ? wanted : likely;
};
