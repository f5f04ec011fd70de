import type {Extent} from './log-span.js';

/** Nearer to the end than this, px, is at the end. */
const SLACK = 8;
/** How high an item is before one was measured, px. */
const FIRST_PITCH = 56;
/** So many measurements make the average; then it stays, so that the scroll bar does. */
const SAMPLES = 40;

/** An item, and where it is: px below the top of what is in sight. */
export interface Anchor {
  readonly key: string;
  readonly index: number;
  readonly top: number;
}

const extentOf = ({offsetTop, offsetHeight}: HTMLElement): Extent => ({
  top: offsetTop,
  bottom: offsetTop + offsetHeight,
});

/** The elements of a log, and what can be read off them. `.log` scrolls and is positioned; `.feed` has one child for each item. */
export class LogSight {
  readonly scroller: HTMLElement;
  readonly feed: HTMLElement;

  private constructor(
    readonly root: ShadowRoot,
    scroller: HTMLElement,
    feed: HTMLElement,
  ) {
    this.scroller = scroller;
    this.feed = feed;
  }

  /** @returns Undefined before the first render. */
  static of(root: ShadowRoot): LogSight | undefined {
    const scroller = root.querySelector<HTMLElement>('.log');
    const feed = scroller?.querySelector<HTMLElement>('.feed');
    return scroller && feed ? new LogSight(root, scroller, feed) : undefined;
  }

  /** Nothing can be measured while the log is not shown. */
  get isShown(): boolean {
    return this.height > 0;
  }

  /** What is in sight, in the scroller. */
  get extent(): Extent {
    const {scrollTop, clientHeight} = this.scroller;
    return {top: scrollTop, bottom: scrollTop + clientHeight};
  }

  /** All items together. */
  get feedExtent(): Extent {
    return extentOf(this.feed);
  }

  get items(): readonly HTMLElement[] {
    return [...this.feed.children] as HTMLElement[];
  }

  get extents(): readonly Extent[] {
    return this.items.map(extentOf);
  }

  get height(): number {
    return this.scroller.clientHeight;
  }

  /** Whether what is in the scroller ends in sight. */
  get isNearEnd(): boolean {
    return this.scroller.scrollHeight - this.extent.bottom < SLACK;
  }

  /** The first item in sight, of those with these keys. */
  first(keys: readonly string[], start: number): Anchor | undefined {
    const {scrollTop} = this.scroller;
    const at = this.items.findIndex((item) => extentOf(item).bottom > scrollTop);
    const [item, key] = [this.items[at], keys[at]];
    return item && key !== undefined ? {key, index: start + at, top: this.topOf(item)} : undefined;
  }

  /**
   * Where what an item says begins, px below the top of what is in sight: that is what is read. The day above it, and the author,
   * come and go with what is put in front.
   */
  topOf(item: HTMLElement): number {
    const said = item.querySelector<HTMLElement>('.text') ?? item.lastElementChild;
    return (said instanceof HTMLElement ? said : item).offsetTop - this.scroller.scrollTop;
  }
}

/** How high an item is on average. A log of another width begins anew. */
export class Pitch {
  #value = FIRST_PITCH;
  #samples = 0;
  #width = 0;

  get value(): number {
    return this.#value;
  }

  /** Takes another measurement, where one is still needed. @param size How many items stand in the document. */
  measure({scroller, feed}: LogSight, size: number): void {
    const {clientWidth} = scroller;
    if (clientWidth !== this.#width) this.#samples = 0;
    this.#width = clientWidth;
    if (size === 0 || this.#samples >= SAMPLES) return;
    const mean = Math.max(1, feed.offsetHeight / size);
    this.#value = (this.#value * this.#samples + mean) / (this.#samples + 1);
    this.#samples += 1;
  }
}
