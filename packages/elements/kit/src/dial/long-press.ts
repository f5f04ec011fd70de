/** As long as a press on a telephone's key takes to mean its second sign. */
export const LONG_PRESS_MS = 500;

/** Tells a long press of the pointer from a short one. The click that ends a long one belongs to it. */
export class LongPress {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wasLong = false;

  /** @param act What a long press does, while it still lasts. */
  constructor(private readonly act: () => void) {}

  begin(): void {
    this.end();
    this.#wasLong = false;
    this.#timer = setTimeout(() => {
      this.#wasLong = true;
      this.act();
    }, LONG_PRESS_MS);
  }

  /** The pointer was lifted, or went elsewhere. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Whether the click that just came is the end of a long press; asked once. */
  takeClick(): boolean {
    const wasLong = this.#wasLong;
    this.#wasLong = false;
    return wasLong;
  }
}
