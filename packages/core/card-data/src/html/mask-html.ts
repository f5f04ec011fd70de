import {findCards} from '../find.js';
import {CARD_MASK} from '../mask.js';
import {readHtml, type HtmlPiece, type HtmlRange} from './read-html.js';
import {SightedText} from './sighted.js';

/** Tags that begin a new line, or a new cell: what is before and after them does not touch. */
const BREAKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br button caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ' +
    'object ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead title tr ul'
  ).split(' '),
);

/** Fewer units than this hold no card number: a character stands for two digits at most. */
const SHORTEST = 7;

/** What is taken out of the source, and what stands there instead. */
interface Edit extends HtmlRange {
  readonly by: string;
}

const breaks = (piece: HtmlPiece): boolean => piece.kind === 'tag' && BREAKS.has(piece.name);

/** The text of a source as somebody reads it: lines where blocks begin, white space once. */
const sightOf = (html: string, pieces: readonly HtmlPiece[]): SightedText => {
  const sight = new SightedText(html);
  for (const piece of pieces) {
    if (piece.kind === 'text') sight.read(piece);
    else if (breaks(piece)) sight.break(piece.start);
  }
  return sight;
};

/** The text of an HTML source as it is read, for whoever looks for something in it. */
export const textOfHtml = (html: string): string => sightOf(html, [...readHtml(html)]).text;

const cardsIn = (sight: SightedText): readonly HtmlRange[] =>
  findCards(sight.text).map((card) => sight.sourceOf(card));

/** The mask stands in the first text that the number touches; of all others its digits go, and the tags between stay. */
const editsOfText = (texts: readonly HtmlRange[], cards: readonly HtmlRange[]): readonly Edit[] => {
  const edits: Edit[] = [];
  let from = 0;
  for (const card of cards) {
    while ((texts[from]?.end ?? Infinity) <= card.start) from += 1;
    let by = CARD_MASK;
    for (let index = from; (texts[index]?.start ?? Infinity) < card.end; index += 1) {
      const text = texts[index] ?? card;
      edits.push({start: Math.max(text.start, card.start), end: Math.min(text.end, card.end), by});
      by = '';
    }
  }
  return edits;
};

const masked = ({start, end}: HtmlRange): Edit => ({start, end, by: CARD_MASK});

const isLong = ({start, end}: HtmlRange): boolean => end - start >= SHORTEST;

/** Numbers that stand in a part of the source by itself, as it is written. */
const editsOfRaw = (html: string, {start, end}: HtmlRange): readonly Edit[] =>
  findCards(html.slice(start, end)).map((card) => masked({start: start + card.start, end: start + card.end}));

/** What a tag says beside its name: as it is written, and each value as it is meant. */
const editsOfTag = (html: string, tag: Extract<HtmlPiece, {kind: 'tag'}>): readonly Edit[] => {
  const inside = {start: tag.start + tag.name.length + (tag.isEnd ? 2 : 1), end: tag.end - 1};
  if (!isLong(inside)) return [];
  const values = tag.attributes.filter(
    (value) => isLong(value) && html.slice(value.start, value.end).includes('&'),
  );
  return [
    ...editsOfRaw(html, inside),
    ...values.flatMap((value) => cardsIn(new SightedText(html).read(value)).map(masked)),
  ];
};

const editsOfPiece = (html: string, piece: HtmlPiece): readonly Edit[] => {
  if (piece.kind === 'tag') return editsOfTag(html, piece);
  return piece.kind === 'unseen' && isLong(piece) ? editsOfRaw(html, piece) : [];
};

/** Of two that overlap the first one takes the place of both. */
const apply = (html: string, edits: readonly Edit[]): string => {
  const parts: string[] = [];
  let from = 0;
  for (const {start, end, by} of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= from) parts.push(html.slice(from, start), by);
    from = Math.max(from, end);
  }
  return parts.join('') + html.slice(from);
};

/** An HTML source without its card numbers, and whether there were any. */
export interface MaskedHtml {
  readonly html: string;
  readonly found: boolean;
}

/**
 * Takes card numbers out of an HTML source: out of what is read, however tags, comments and references split it, and out
 * of values, comments, scripts and styles, each by itself. No tag is touched. Any source will do, and takes as long as it
 * is.
 */
export const maskCardsInHtml = (html: string): MaskedHtml => {
  const pieces = [...readHtml(html)];
  const texts = pieces.filter(({kind}) => kind === 'text');
  const edits = [
    ...editsOfText(texts, cardsIn(sightOf(html, pieces))),
    ...pieces.flatMap((piece) => editsOfPiece(html, piece)),
  ];
  return edits.length === 0 ? {html, found: false} : {html: apply(html, edits), found: true};
};
