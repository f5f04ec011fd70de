import {referenceAt} from './reference.js';
import type {HtmlRange} from './read-html.js';

/** Words with one space between them stand in the source as they are read. */
const WORDS = /[^&\t\n\f\r ]+(?: [^&\t\n\f\r ]+)*/y;
const SPACE = /[\t\n\f\r ]+/y;

/** A stretch of the text: as long in the source, or one character that takes another length there. */
interface Stretch {
  /** Where it begins in the text. */
  readonly at: number;
  readonly source: HtmlRange;
  readonly isPlain: boolean;
}

const lengthOf = (pattern: RegExp, text: string, index: number): number => {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0].length ?? 0;
};

const isSpace = (text: string): boolean => text === ' ' || text === '\n';

/** A text as it is read, with the places in the source that it comes from. */
export class SightedText {
  readonly #html: string;
  readonly #parts: string[] = [];
  readonly #stretches: Stretch[] = [];
  #length = 0;

  constructor(html: string) {
    this.#html = html;
  }

  get text(): string {
    return this.#parts.join('');
  }

  /** What is read in a part of the source. */
  read({start, end}: HtmlRange): this {
    const part = this.#html.slice(start, end);
    for (let index = 0; index < part.length;) {
      const space = lengthOf(SPACE, part, index);
      if (space) this.#space(' ', {start: start + index, end: start + index + 1});
      index += space || this.#word(part, index, start);
    }
    return this;
  }

  /** A new line, where a tag begins one. */
  break(index: number): void {
    this.#space('\n', {start: index, end: index});
  }

  /** Where a part of the text stands in the source. */
  sourceOf({start, end}: HtmlRange): HtmlRange {
    return {start: this.#unit(start).start, end: this.#unit(end - 1).end};
  }

  /** How much the next words take, or the next reference, or a sign that looks like one. */
  #word(part: string, index: number, offset: number): number {
    const start = offset + index;
    const words = lengthOf(WORDS, part, index);
    if (words) {
      this.#put(part.slice(index, index + words), {start, end: start + words}, true);
      return words;
    }
    const {text, length} = referenceAt(part, index) ?? {text: '&', length: 1};
    const source = {start, end: start + length};
    if (/^[\t\n\f\r ]$/.test(text)) this.#space(' ', source);
    else this.#put(text, source, false);
    return length;
  }

  /** However much white space there is, one is seen. */
  #space(text: ' ' | '\n', source: HtmlRange): void {
    const last = this.#parts.length - 1;
    if (!isSpace(this.#parts[last] ?? '')) this.#put(text, source, false);
    else if (text === '\n') this.#parts[last] = text;
  }

  #put(text: string, source: HtmlRange, isPlain: boolean): void {
    this.#parts.push(text);
    this.#stretches.push({at: this.#length, source, isPlain});
    this.#length += text.length;
  }

  #unit(index: number): HtmlRange {
    const {at, source, isPlain} = this.#stretchAt(index);
    if (!isPlain) return source;
    const start = source.start + index - at;
    return {start, end: start + 1};
  }

  #stretchAt(index: number): Stretch {
    let low = 0;
    let high = this.#stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#stretches[middle]?.at ?? Infinity) <= index) low = middle;
      else high = middle - 1;
    }
    return this.#stretches[low] ?? {at: 0, source: {start: 0, end: 0}, isPlain: false};
  }
}
