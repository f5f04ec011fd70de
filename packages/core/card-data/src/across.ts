import {digitsOf} from './digits.js';
import {findCards, type CardSpan} from './find.js';
import {CARD_MIN_DIGITS} from './issuers.js';

/** A card number may be sent in so many messages of one sender, one right after the other. */
export const CARD_MESSAGES = 3;

/** How messages are read as one text: a number goes on in the next one in the middle of a group, or with a new group. */
const BREAKS = ['', '\n'];

/** Every way to put a break behind each text but the last. */
const joinings = (count: number): readonly (readonly string[])[] =>
  count <= 1 ? [['']] : joinings(count - 1).flatMap((rest) => BREAKS.map((one) => [one, ...rest]));

const overlaps = (a: CardSpan, b: CardSpan): boolean => a.start < b.end && b.start < a.end;

/** Adds what is not there yet; of two that overlap the longer one stays. */
const add = (spans: readonly CardSpan[], span: CardSpan): readonly CardSpan[] => {
  const rivals = spans.filter((one) => overlaps(one, span));
  if (rivals.some((one) => one.end - one.start >= span.end - span.start)) return spans;
  return [...spans.filter((one) => !rivals.includes(one)), span].sort((a, b) => a.start - b.start);
};

const partsOf = (texts: readonly string[], breaks: readonly string[]): readonly (readonly CardSpan[])[] => {
  const cards = findCards(texts.map((text, at) => text + (breaks[at] ?? '')).join(''));
  let offset = 0;
  return texts.map((text, at) => {
    const from = offset;
    offset += text.length + (breaks[at]?.length ?? 0);
    return cards
      .map(({start, end}) => ({start: Math.max(0, start - from), end: Math.min(text.length, end - from)}))
      .filter(({start, end}) => start < end);
  });
};

/** Where two texts meet, halves of one character can become a digit, or two. */
const DIGITS_OF_A_BREAK = 2;

/** Most of what is said has too few digits for a number, however it is joined: then one look at each text is enough. */
const hasDigitsEnough = (texts: readonly string[]): boolean =>
  texts.reduce((sum, text) => sum + digitsOf(text).length, DIGITS_OF_A_BREAK * (texts.length - 1)) >=
  CARD_MIN_DIGITS;

/**
 * Finds card numbers in consecutive messages of one sender, those that were split over them included.
 * @param texts Oldest first; only the last {@link CARD_MESSAGES} are looked at.
 * @returns The spans of each text, in the order of `texts`.
 */
export const findAcross = (texts: readonly string[]): readonly (readonly CardSpan[])[] => {
  const earlier = texts.slice(0, -CARD_MESSAGES).map((): readonly CardSpan[] => []);
  const recent = texts.slice(-CARD_MESSAGES);
  if (!hasDigitsEnough(recent)) return texts.map(() => []);
  const found = joinings(recent.length).reduce<readonly (readonly CardSpan[])[]>(
    (spans, breaks) => partsOf(recent, breaks).map((more, at) => more.reduce(add, spans[at] ?? [])),
    recent.map((text) => findCards(text)),
  );
  return [...earlier, ...found];
};
