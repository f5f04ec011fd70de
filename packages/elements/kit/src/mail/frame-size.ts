/** Higher than that a frame does not grow: what is below is scrolled to. */
const MAX_HEIGHT = 100_000;
/** How often it may grow in a second before it is taken to be growing for ever. */
const MAX_CHANGES = 30;

const inlineImportant = (element: HTMLElement, values: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value, 'important');
};

/** Makes a frame as high as what is in it, for as long as it is shown; what is wider scrolls to the side. */
export class FrameSize {
  readonly #frame: HTMLIFrameElement;
  readonly #doc: Document;
  readonly #observer: ResizeObserver;
  readonly #stops: (() => void)[] = [];
  #height = -1;
  #changes = 0;
  #since = 0;
  #next = 0;

  constructor(frame: HTMLIFrameElement, doc: Document) {
    this.#frame = frame;
    this.#doc = doc;
    // Whatever the mail says of its root: its size is that of its content, not that of the frame.
    inlineImportant(doc.documentElement, {
      height: 'auto',
      'min-height': '0',
      'max-height': 'none',
      position: 'static',
      margin: '0',
      padding: '0',
      display: 'flow-root',
      'overflow-x': 'auto',
      'overflow-y': 'hidden',
    });
    inlineImportant(doc.body, {
      height: 'auto',
      'min-height': '0',
      'max-height': 'none',
      overflow: 'visible',
      position: 'relative',
    });
    this.#observer = new ResizeObserver(this.#measureSoon);
    this.#observer.observe(doc.documentElement);
    this.#observer.observe(doc.body);
    this.#observer.observe(frame);
    this.#listen(doc, 'load');
    this.#listen(doc, 'error');
    this.measure();
  }

  /** Images come and go without a word to an observer where something is positioned. */
  #listen(doc: Document, type: string): void {
    doc.addEventListener(type, this.measure, true);
    this.#stops.push(() => {
      doc.removeEventListener(type, this.measure, true);
    });
  }

  /** Not while the observer is told: what changes then would be reported to the page as an error. */
  readonly #measureSoon = (): void => {
    cancelAnimationFrame(this.#next);
    this.#next = requestAnimationFrame(this.measure);
  };

  readonly measure = (): void => {
    const root = this.#doc.documentElement;
    const content = Math.ceil(root.getBoundingClientRect().height);
    // What sticks out of the page at the bottom shows only where the frame is too low for it.
    const overflow = root.scrollHeight > root.clientHeight ? root.scrollHeight : 0;
    const bar = Math.max(0, (this.#doc.defaultView?.innerHeight ?? 0) - root.clientHeight);
    const height = Math.min(MAX_HEIGHT, Math.max(content, overflow) + bar);
    if (height === this.#height || !this.#mayChange(height)) return;
    this.#height = height;
    this.#frame.style.height = `${height}px`;
    root.style.setProperty('overflow-y', height === MAX_HEIGHT ? 'auto' : 'hidden', 'important');
  };

  /** Something that grows with the frame would grow for ever. */
  #mayChange(height: number): boolean {
    const now = performance.now();
    if (now - this.#since > 1_000) [this.#since, this.#changes] = [now, 0];
    this.#changes += 1;
    return height < this.#height || this.#changes <= MAX_CHANGES;
  }

  stop(): void {
    cancelAnimationFrame(this.#next);
    this.#observer.disconnect();
    for (const stop of this.#stops) stop();
  }
}
