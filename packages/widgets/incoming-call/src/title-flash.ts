/** How long either text stands, milliseconds. A browser gives a hidden page no more than one turn a second. */
const BEAT = 1000;

/**
 * Lets a tab's title flash between the page's own and ours. The page's own is read anew before each flash and put back
 * to the letter after it; a title that the page sets meanwhile is the page's own from then on.
 */
export class TitleFlash {
  readonly #wishes = new Map<object, string>();
  #timer: ReturnType<typeof setInterval> | undefined;
  /** What stands in the title while it is ours, and what stood there; undefined text: there was no title at all. */
  #shown: {readonly text: string; readonly before: string | undefined} | undefined;

  constructor(private readonly page: Document) {}

  /** Flashes, until every owner who wanted it said otherwise. @param text What the owner wants to say; undefined: nothing. */
  set(owner: object, text: string | undefined): void {
    if (text === undefined) this.#wishes.delete(owner);
    else this.#wishes.set(owner, text);
    if (this.#wishes.size === 0) this.#stop();
    else if (this.#timer === undefined) this.#start();
  }

  #start(): void {
    this.#timer = setInterval(this.#beat, BEAT);
    this.#beat();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#putBack();
  }

  readonly #beat = (): void => {
    if (this.#shown) this.#putBack();
    else this.#putUp([...this.#wishes.values()].at(-1) ?? '');
  };

  get #title(): HTMLTitleElement | null {
    return this.page.querySelector('title');
  }

  #putUp(text: string): void {
    this.#shown = {text, before: this.#title?.text};
    this.page.title = text;
  }

  #putBack(): void {
    const shown = this.#shown;
    const title = this.#title;
    this.#shown = undefined;
    if (!shown || title?.text !== shown.text) return;
    if (shown.before === undefined) title.remove();
    else title.text = shown.before;
  }
}
