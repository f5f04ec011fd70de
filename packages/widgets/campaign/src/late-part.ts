import type {ReactiveControllerHost} from 'lit';

/** How a part that is loaded later is doing: not asked for or on its way, not to be had just now, or there. */
export type LateState<T> = 'loading' | 'failed' | {readonly part: T};

/** A part of an element that is loaded when it is first wanted. */
export class LatePart<T> {
  #state: LateState<T> = 'loading';
  #isUnderWay = false;

  /**
   * @param load Undefined where it cannot be had just now.
   * @param come Called when it has come, before the host shows it.
   */
  constructor(
    private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    private readonly load: () => Promise<T | undefined>,
    private readonly come: () => void = () => undefined,
  ) {}

  get state(): LateState<T> {
    return this.#state;
  }

  /** The part, once it is there. */
  get value(): T | undefined {
    return typeof this.#state === 'string' ? undefined : this.#state.part;
  }

  /** Asks for it, unless it is there, on its way, or could not be had. */
  want(): void {
    if (this.#state === 'loading' && !this.#isUnderWay) void this.#fetch();
  }

  /** Asks again for what could not be had. */
  again(): void {
    if (this.#state !== 'failed') return;
    this.#state = 'loading';
    this.want();
    this.host.requestUpdate();
  }

  async #fetch(): Promise<void> {
    this.#isUnderWay = true;
    const part = await this.load();
    this.#isUnderWay = false;
    this.#state = part === undefined ? 'failed' : {part};
    this.come();
    this.host.requestUpdate();
  }
}
