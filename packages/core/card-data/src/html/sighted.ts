import {decoded} from './decode.js';
import type {HtmlRange} from './read-html.js';

/** A text as it is read, with the place in the source of each of its units. */
export class SightedText {
  readonly #html: string;
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #last = '';

  constructor(html: string) {
    this.#html = html;
  }

  get text(): string {
    return this.#parts.join('');
  }

  /** What is read in a part of the source. */
  read(range: HtmlRange): this {
    for (const {text, start, end} of decoded(range, this.#html)) {
      if (/^[\t\n\f\r ]$/.test(text)) this.#space(' ', start, end);
      else this.#put(text, start, end);
    }
    return this;
  }

  /** A new line, where a tag begins one. */
  break(index: number): void {
    this.#space('\n', index, index);
  }

  /** Where a part of the text stands in the source. */
  sourceOf({start, end}: HtmlRange): HtmlRange {
    return {start: this.#starts[start] ?? 0, end: this.#ends[end - 1] ?? 0};
  }

  /** However much white space there is, one is seen. */
  #space(text: ' ' | '\n', start: number, end: number): void {
    const last = this.#parts.length - 1;
    if (this.#last !== ' ' && this.#last !== '\n') this.#put(text, start, end);
    else if (text === '\n') this.#parts[last] = this.#last = '\n';
  }

  #put(text: string, start: number, end: number): void {
    this.#parts.push(text);
    this.#last = text;
    for (let unit = 0; unit < text.length; unit += 1) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }
}
