/** How far a part is that is loaded when it is first needed. */
export type PartStatus = 'unasked' | 'loading' | 'ready' | 'failed';

/** Loads one part, and knows how that stands. What could not be had is tried again when it is asked for again. */
export class PartLoader<T> {
  #status: PartStatus = 'unasked';

  /**
   * @param load Undefined where it cannot be had now.
   * @param use Takes it into use, once, before the status says that it is there.
   * @param changed Called whenever the status is another one.
   */
  constructor(
    private readonly load: () => Promise<T | undefined>,
    private readonly use: (part: T) => void,
    private readonly changed: () => void,
  ) {}

  get status(): PartStatus {
    return this.#status;
  }

  /** Asks for it, where it was not asked for; with `again` also where it could not be had. */
  async want(again = false): Promise<void> {
    if (this.#status !== 'unasked' && !(again && this.#status === 'failed')) return;
    this.#set('loading');
    const part = await this.load();
    if (part) this.use(part);
    this.#set(part ? 'ready' : 'failed');
  }

  #set(status: PartStatus): void {
    this.#status = status;
    this.changed();
  }
}
