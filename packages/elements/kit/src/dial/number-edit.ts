import {dialled, losesLetters} from '@deskwire/domain';

/** A text with what is selected in it. */
interface Draft {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const EMPTY: Draft = {text: '', start: 0, end: 0};
/** So many steps can be undone. */
const STEPS = 200;

/**
 * The number in a dialpad's field, and what was there before. It holds only what can be dialled: everything else is
 * dropped as it comes in (XFER-5). It has its own undo, since the browser's knows nothing of the keys of the pad and
 * forgets everything when a script writes into a field.
 */
export class NumberEdit {
  /** Letters were dropped by the last change: worth a word. */
  lostLetters = false;
  #now: Draft = EMPTY;
  #past: readonly Draft[] = [];
  #future: readonly Draft[] = [];

  get text(): string {
    return this.#now.text;
  }

  /** What is selected; the caret where both are the same. */
  get selection(): readonly [start: number, end: number] {
    return [this.#now.start, this.#now.end];
  }

  /** The selection was moved in the field. */
  select(start: number, end = start): void {
    this.#now = {...this.#now, start, end};
  }

  /** Something was pressed or pasted: it takes the place of what is selected. */
  put(text: string): void {
    const {text: before, start, end} = this.#now;
    const clean = dialled(text);
    const caret = start + clean.length;
    this.lostLetters = losesLetters(text);
    this.#step({text: before.slice(0, start) + clean + before.slice(end), start: caret, end: caret});
  }

  /** The field was edited by the browser: this is what stands in it now, and where its caret is. */
  take(text: string, caret = text.length): void {
    const clean = dialled(text);
    const at = clean === text ? caret : dialled(text.slice(0, caret)).length;
    this.lostLetters = losesLetters(text);
    this.#step({text: clean, start: at, end: at});
  }

  /** Deletes what is selected, or the character before the caret. */
  erase(): void {
    const {text, start, end} = this.#now;
    const from = start === end ? Math.max(0, start - 1) : start;
    this.lostLetters = false;
    this.#step({text: text.slice(0, from) + text.slice(end), start: from, end: from});
  }

  /** Empties it; can be undone. */
  clear(): void {
    this.lostLetters = false;
    this.#step(EMPTY);
  }

  /** Begins anew with another number; there is nothing to undo then. */
  reset(text = ''): void {
    this.take(text);
    this.#past = this.#future = [];
  }

  /** @returns Whether there was anything to undo. */
  undo(): boolean {
    const draft = this.#past.at(-1);
    if (!draft) return false;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.#now];
    this.#now = draft;
    this.lostLetters = false;
    return true;
  }

  /** @returns Whether there was anything to do again. */
  redo(): boolean {
    const draft = this.#future.at(-1);
    if (!draft) return false;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.#now];
    this.#now = draft;
    this.lostLetters = false;
    return true;
  }

  #step(draft: Draft): void {
    if (draft.text !== this.#now.text) {
      this.#past = [...this.#past, this.#now].slice(-STEPS);
      this.#future = [];
    }
    this.#now = draft;
  }
}
