import {DROPPED, ELEMENTS, OURS, STYLE} from './allowed.js';

/** A mail's HTML made fit for a browser's parser. */
export interface TidyHtml {
  readonly html: string;
  /** The contents of its `<style>` elements, each with the media that it is for. */
  readonly sheets: readonly string[];
  /** What relative addresses are relative to, where it says so. */
  readonly base?: string;
  /** It was longer than what can be shown. */
  readonly isCut: boolean;
}

/** How much of a mail is shown: UTF-16 units, and tags. */
const MAX_LENGTH = 1_000_000;
const MAX_TAGS = 50_000;
const MAX_ATTRIBUTES = 60;
/** Elements in elements; tags of what is deeper are left out, which loses no text. */
const MAX_DEPTH = 200;
/** Tables in tables; what is deeper stands in the last one. */
const MAX_TABLES = 40;
/**
 * Elements like `<b>` that nobody closed are made again by the parser in every block that follows: so many of those that are
 * open, summed over all tags, and no more.
 */
const MAX_REMADE = 500_000;

const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Never open for long: they have no content, or end where the next one begins. */
const SHALLOW = new Set(
  'area body br col colgroup dd dt head hr html image img li p rp rt tbody td tfoot th thead tr wbr'.split(
    ' ',
  ),
);
/** What is text to the parser up to the end tag, whatever stands in it. */
const RAW = new Set(['iframe', 'noembed', 'noframes', 'script', 'style', 'textarea', 'title', 'xmp']);
/** Of these the text is shown. */
const SHOWN_RAW = new Set(['textarea', 'xmp']);

const TAG_NAME = /<(\/?)([a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*|(?=>)))?/y;
const TAG_END = /[\s/]*>/y;
const GOOD_NAME = /^[a-z][\w:.-]*$/i;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const unquoted = (value: string): string => (/^["']/.test(value) ? value.slice(1, -1) : value);

/** Goes through the source once, tag by tag. What it takes for a tag and the browser does not is harmless: it is sanitised after. */
class Tidier {
  readonly #source: string;
  readonly #out: string[] = [];
  readonly #sheets: string[] = [];
  readonly #open = new Map<string, number>();
  #base: string | undefined;
  #at = 0;
  #tags = 0;
  #openCount = 0;
  #remade = 0;
  #tables = 0;
  #depth = 0;
  #isCut: boolean;
  /** What is nowhere closed from here on, so that nobody looks for its end again. */
  readonly #endless = new Set<string>();

  constructor(source: string) {
    this.#isCut = source.length > MAX_LENGTH;
    this.#source = source.slice(0, MAX_LENGTH).replaceAll('\0', '');
  }

  run(): TidyHtml {
    const {length} = this.#source;
    while (this.#at < length) {
      const next = this.#source.indexOf('<', this.#at);
      const end = next < 0 ? length : next;
      this.#out.push(this.#source.slice(this.#at, end));
      this.#at = end;
      if (end < length && !this.#markup()) break;
    }
    return {
      html: this.#out.join(''),
      sheets: this.#sheets,
      isCut: this.#isCut,
      ...(this.#base === undefined ? {} : {base: this.#base}),
    };
  }

  /** At a `<`. @returns False where nothing can come after it. */
  #markup(): boolean {
    const source = this.#source;
    TAG_NAME.lastIndex = this.#at;
    const tag = TAG_NAME.exec(source);
    if (tag) return this.#tag(tag[1] === '/', (tag[2] ?? '').toLowerCase(), TAG_NAME.lastIndex);
    if (source.startsWith('<!--', this.#at)) this.#comment();
    else if (/^<[!?/]/.test(source.slice(this.#at, this.#at + 2))) this.#skipPast('>');
    else {
      this.#out.push('&lt;');
      this.#at += 1;
    }
    return true;
  }

  /** One that nobody closed is not allowed to take the rest of the mail with it. */
  #comment(): void {
    const end = this.#find('-->', /--!?>/g, this.#at + 2);
    this.#at = end ? end.index + end[0].length : this.#at + 4;
  }

  #find(what: string, pattern: RegExp, from: number): RegExpExecArray | undefined {
    if (this.#endless.has(what)) return undefined;
    pattern.lastIndex = from;
    const found = pattern.exec(this.#source);
    if (!found) this.#endless.add(what);
    return found ?? undefined;
  }

  #skipPast(mark: string): void {
    const end = this.#source.indexOf(mark, this.#at);
    this.#at = end < 0 ? this.#source.length : end + mark.length;
  }

  #tag(isEnd: boolean, name: string, from: number): boolean {
    this.#tags += 1;
    if (this.#tags > MAX_TAGS || this.#remade > MAX_REMADE) {
      this.#isCut = true;
      return false;
    }
    const attributes = this.#attributes(from);
    // The tag is not closed before the end of the text: browsers drop it.
    if (!attributes) return false;
    if (isEnd) this.#endTag(name);
    else this.#startTag(name, attributes);
    return true;
  }

  /** Reads to the end of the tag. */
  #attributes(from: number): ReadonlyMap<string, string> | undefined {
    const found = new Map<string, string>();
    let at = from;
    for (;;) {
      TAG_END.lastIndex = at;
      if (TAG_END.test(this.#source)) {
        this.#at = TAG_END.lastIndex;
        return found;
      }
      ATTRIBUTE.lastIndex = at;
      const attribute = ATTRIBUTE.exec(this.#source);
      if (!attribute || ATTRIBUTE.lastIndex === at) return undefined;
      at = ATTRIBUTE.lastIndex;
      const name = (attribute[1] ?? '').toLowerCase();
      if (found.size < MAX_ATTRIBUTES && GOOD_NAME.test(name) && !found.has(name))
        found.set(name, attribute[2] ?? '""');
    }
  }

  #startTag(name: string, attributes: ReadonlyMap<string, string>): void {
    if (RAW.has(name)) this.#raw(name, attributes);
    else if (name === 'base') this.#base ??= unquoted(attributes.get('href') ?? '');
    else if (name === 'option') this.#out.push(' ');
    else if (name === 'image' || ELEMENTS.has(name) || DROPPED.has(name)) this.#keep(name, attributes);
  }

  #keep(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'table' && (this.#tables += 1) > MAX_TABLES) return;
    if (!SHALLOW.has(name) && (this.#depth += 1) > MAX_DEPTH) return;
    if (FORMATTING.has(name)) {
      this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
      this.#openCount += 1;
    } else this.#remade += this.#openCount;
    this.#out.push(`<${name}`);
    for (const [key, value] of attributes) {
      if (key.startsWith('on') || (key.startsWith('data-') && !OURS.has(key))) continue;
      this.#out.push(` ${key === 'style' ? STYLE : key}=${value}`);
    }
    this.#out.push(' >');
  }

  #endTag(name: string): void {
    if (!ELEMENTS.has(name) && !DROPPED.has(name)) return;
    if (name === 'table' && this.#tables > 0) {
      this.#tables -= 1;
      if (this.#tables >= MAX_TABLES) return;
    }
    if (!SHALLOW.has(name) && this.#depth > 0) {
      this.#depth -= 1;
      if (this.#depth >= MAX_DEPTH) return;
    }
    const open = this.#open.get(name) ?? 0;
    if (open > 0) {
      this.#open.set(name, open - 1);
      this.#openCount -= 1;
    }
    this.#out.push(`</${name}>`);
  }

  /** What nobody closed: a style or a script goes to the end, as in browsers; the rest is only a tag too many. */
  #raw(name: string, attributes: ReadonlyMap<string, string>): void {
    const found = this.#find(name, new RegExp(`</${name}(?=[\\s/>])`, 'gi'), this.#at);
    if (!found && name !== 'style' && name !== 'script') return;
    const text = this.#source.slice(this.#at, found?.index ?? this.#source.length);
    this.#at = this.#source.length;
    if (found) {
      this.#at = found.index;
      this.#skipPast('>');
    }
    if (name === 'style') this.#sheets.push(sheetOf(text, unquoted(attributes.get('media') ?? '')));
    else if (SHOWN_RAW.has(name)) this.#out.push(`<pre >${escaped(text)}</pre>`);
  }
}

/** Media that would not stay within their parentheses are not known to any browser. */
const sheetOf = (text: string, media: string): string =>
  media === '' || !/^[\w\s(),:.-]+$/.test(media) ? text : `@media ${media} {\n${text}\n}`;

/**
 * Makes a mail's HTML fit for a browser's parser, which has its own ideas about how much it will take: bounded in length,
 * tags, attributes, nesting of tables, and what the parser makes again; style sheets apart; scripts, comments and tags that are
 * not shown taken out; `style` under another name, since a page's policy would be asked about each of them.
 * It makes nothing safe: that is the sanitiser's work.
 */
export const tidyHtml = (source: string): TidyHtml => new Tidier(source).run();
