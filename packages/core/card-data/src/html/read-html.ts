/** A part of an HTML source: UTF-16 units, end exclusive. */
export interface HtmlRange {
  readonly start: number;
  readonly end: number;
}

/** An attribute of a tag: its name in lower case, and where its value stands, without quotes. */
export interface HtmlAttribute extends HtmlRange {
  readonly name: string;
}

/**
 * A piece of an HTML source. `text` is what is read, references (`&amp;`) still in it; `tag` has its name in lower case;
 * `unseen` is what nobody reads: comments, scripts, styles, a tag that never ends.
 */
export type HtmlPiece =
  | (HtmlRange & {readonly kind: 'text' | 'unseen'})
  | (HtmlRange & {
      readonly kind: 'tag';
      readonly name: string;
      readonly isEnd: boolean;
      readonly attributes: readonly HtmlAttribute[];
    });

type Tag = Extract<HtmlPiece, {kind: 'tag'}>;

/** Elements whose content is no HTML: what is in them ends with their end tag alone. */
const RAW_KINDS: ReadonlyMap<string, 'text' | 'unseen'> = new Map([
  ...['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes'].map((name) => [name, 'unseen'] as const),
  ...['title', 'textarea'].map((name) => [name, 'text'] as const),
]);

// White space as HTML has it: fewer characters than `\s`.
const TAG_NAME = /<\/?([a-z][^\t\n\f\r />]*)/iy;
const GAP = /[\t\n\f\r /]*/y;
const ATTRIBUTE_NAME = /[^\t\n\f\r />][^\t\n\f\r />=]*/y;
const EQUALS = /[\t\n\f\r ]*=[\t\n\f\r ]*/y;
const VALUE = /"([^"]*)"|'([^']*)'|([^\t\n\f\r >"'][^\t\n\f\r >]*)/y;
const COMMENT_END = /--!?>/g;

const at = (pattern: RegExp, html: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(html);
};

const after = (pattern: RegExp, html: string, index: number): number =>
  index + (at(pattern, html, index)?.[0].length ?? 0);

/** Where a comment or a declaration that begins here ends. */
const endOfMarkup = (html: string, start: number): number => {
  if (!html.startsWith('<!--', start)) {
    const end = html.indexOf('>', start);
    return end < 0 ? html.length : end + 1;
  }
  const abrupt = ['<!-->', '<!--->'].find((whole) => html.startsWith(whole, start));
  if (abrupt) return start + abrupt.length;
  const found = at(COMMENT_END, html, start + 4);
  return found ? found.index + found[0].length : html.length;
};

/** The value that follows a name, and where it is over; undefined where its quotes never close. */
const valueAt = (html: string, name: string, index: number): HtmlAttribute | undefined => {
  const begin = after(EQUALS, html, index);
  if (begin === index || html[begin] === '>') return {name, start: begin, end: begin};
  const found = at(VALUE, html, begin);
  if (!found) return undefined;
  const quotes = found[3] === undefined ? 1 : 0;
  return {name, start: begin + quotes, end: begin + found[0].length - quotes};
};

const isQuote = (unit: string | undefined): boolean => unit === '"' || unit === "'";

/** A tag, or undefined where it never ends: then nothing after it is read. */
const tagAt = (html: string, start: number, name: string, nameEnd: number): Tag | undefined => {
  const attributes: HtmlAttribute[] = [];
  let index = after(GAP, html, nameEnd);
  for (; index < html.length && html[index] !== '>'; index = after(GAP, html, index)) {
    const nameOf = at(ATTRIBUTE_NAME, html, index)?.[0] ?? '';
    const value = valueAt(html, nameOf.toLowerCase(), index + nameOf.length);
    if (!value) return undefined;
    attributes.push(value);
    index = value.end;
    if (isQuote(html[index]) && html[index] === html[value.start - 1]) index += 1;
  }
  if (index >= html.length) return undefined;
  return {
    kind: 'tag',
    name: name.toLowerCase(),
    isEnd: html[start + 1] === '/',
    attributes,
    start,
    end: index + 1,
  };
};

const rawEnd = (html: string, name: string, index: number): number =>
  at(new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi'), html, index)?.index ?? html.length;

/** Whether something else than text begins at a `<`. */
const isMarkup = (html: string, index: number): boolean =>
  /^<(?:[a-z!?]|\/[^])/i.test(html.slice(index, index + 3));

/** The next `<` at which something else than text begins. */
const nextMarkup = (html: string, from: number): number => {
  let index = html.indexOf('<', from);
  while (index >= 0 && !isMarkup(html, index)) index = html.indexOf('<', index + 1);
  return index < 0 ? html.length : index;
};

const markupAt = (html: string, start: number): HtmlPiece => {
  const [, name] = at(TAG_NAME, html, start) ?? [];
  if (name === undefined) return {kind: 'unseen', start, end: endOfMarkup(html, start)};
  const nameEnd = start + name.length + (html[start + 1] === '/' ? 2 : 1);
  return tagAt(html, start, name, nameEnd) ?? {kind: 'unseen', start, end: html.length};
};

/**
 * Reads an HTML source as browsers do (WHATWG, 13.2.5), without a DOM: every unit of it stands in one piece. It never
 * fails, and takes as long as the source is.
 */
export function* readHtml(html: string): Generator<HtmlPiece, void> {
  for (let index = 0; index < html.length;) {
    const end = nextMarkup(html, index);
    if (end > index) yield {kind: 'text', start: index, end};
    if (end >= html.length) return;
    const piece = markupAt(html, end);
    yield piece;
    index = piece.end;
    const raw = piece.kind === 'tag' && !piece.isEnd ? RAW_KINDS.get(piece.name) : undefined;
    if (raw === undefined || piece.kind !== 'tag') continue;
    const close = rawEnd(html, piece.name, index);
    if (close > index) yield {kind: raw, start: index, end: close};
    index = close;
  }
}
