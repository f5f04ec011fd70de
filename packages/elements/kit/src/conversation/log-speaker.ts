/** How long nothing more is read out after something was, so that a reader can follow. */
const BREATH_MS = 2_000;
/** More than this at once are counted, and only the last is read out. */
const AT_ONCE = 3;

/** How several are told as one. */
export type Summary = (count: number, last: string) => string;

/**
 * What is read out of a conversation. The first message is read at once; those that follow it soon are gathered, so that nobody
 * is talked over by a hundred of them.
 */
export class LogSpeaker {
  readonly #announce: (text: string) => void;
  #waiting: readonly string[] = [];
  #summary: Summary = (_, last) => last;
  #breath: ReturnType<typeof setTimeout> | undefined;

  constructor(announce: (text: string) => void) {
    this.#announce = announce;
  }

  /** Has texts read out, in order. */
  say(texts: readonly string[], summary: Summary): void {
    this.#waiting = [...this.#waiting, ...texts];
    this.#summary = summary;
    if (this.#breath === undefined) this.#speak();
  }

  /** Lets go of what was not read out yet, e.g. of another conversation. */
  hush(): void {
    clearTimeout(this.#breath);
    this.#breath = undefined;
    this.#waiting = [];
  }

  #speak(): void {
    const texts = this.#waiting;
    this.#waiting = [];
    this.#breath = undefined;
    if (texts.length === 0) return;
    if (texts.length > AT_ONCE) this.#announce(this.#summary(texts.length, texts.at(-1) ?? ''));
    else texts.forEach(this.#announce);
    this.#breath = setTimeout(() => {
      this.#speak();
    }, BREATH_MS);
  }
}
