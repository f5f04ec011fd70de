import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Nearer to the end than this, px, is at the end. */
const SLACK = 8;

/**
 * Keeps a scroller where its reader is: at the end it stays at the end, whatever is added or however its height changes;
 * anywhere else the row that is read stays under the eye, also when something is put in front of it. It measures before each
 * update of the host and corrects after it, so that nothing jumps for a frame.
 */
export class EndAnchor implements ReactiveController {
  #isAtEnd = true;
  #top = 0;
  #row: HTMLElement | undefined;
  #rowTop = 0;
  #observer: ResizeObserver | undefined;
  #observed: HTMLElement | undefined;

  /**
   * @param scroller The scrolling element, with one child that holds the rows. Null before the first render.
   * @param changed Called when the reader leaves the end or comes back to it.
   */
  constructor(
    host: ReactiveControllerHost,
    private readonly scroller: () => HTMLElement | null,
    private readonly changed: (isAtEnd: boolean) => void,
  ) {
    host.addController(this);
  }

  /** Whether the end is in view. */
  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** Goes to the end and stays there. */
  toEnd(): void {
    this.#set(true);
    this.#row = undefined;
    this.#settle();
  }

  /**
   * To be called on every scroll event of the scroller. Only a way up leaves the end: the event of a way down may come when
   * the content has grown since.
   */
  scrolled(): void {
    const scroller = this.scroller();
    if (!scroller) return;
    const {scrollTop, scrollHeight, clientHeight} = scroller;
    const isUp = scrollTop < this.#top;
    this.#top = scrollTop;
    if (scrollHeight - scrollTop - clientHeight < SLACK) this.#set(true);
    else if (isUp) this.#set(false);
    else if (this.#isAtEnd) this.#settle();
  }

  hostUpdate(): void {
    const scroller = this.scroller();
    this.#row = scroller && !this.#isAtEnd ? this.#firstInView(scroller) : undefined;
    this.#rowTop = this.#row?.offsetTop ?? 0;
  }

  hostUpdated(): void {
    this.#observe();
    this.#settle();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = this.#observed = undefined;
  }

  #firstInView(scroller: HTMLElement): HTMLElement | undefined {
    const rows = [...(scroller.firstElementChild?.children ?? [])] as HTMLElement[];
    return rows.find((row) => row.offsetTop + row.offsetHeight > scroller.scrollTop);
  }

  #settle(): void {
    const scroller = this.scroller();
    if (!scroller) return;
    if (this.#isAtEnd) {
      scroller.scrollTop = scroller.scrollHeight;
    } else if (this.#row?.isConnected) {
      scroller.scrollTop += this.#row.offsetTop - this.#rowTop;
    }
    this.#top = scroller.scrollTop;
    this.#row = undefined;
  }

  #observe(): void {
    const scroller = this.scroller();
    if (!scroller || scroller === this.#observed) return;
    this.#observer ??= new ResizeObserver(() => {
      if (this.#isAtEnd) this.#settle();
    });
    this.#observer.disconnect();
    this.#observer.observe(scroller);
    if (scroller.firstElementChild) this.#observer.observe(scroller.firstElementChild);
    this.#observed = scroller;
  }

  #set(isAtEnd: boolean): void {
    if (isAtEnd === this.#isAtEnd) return;
    this.#isAtEnd = isAtEnd;
    this.changed(isAtEnd);
  }
}
