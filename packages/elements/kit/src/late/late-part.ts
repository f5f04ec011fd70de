import type {ReactiveController} from 'lit';

import type {ControllerHost} from '../context/consume.js';

import {whenIdle} from './when-idle.js';

/** How a part that is loaded later is doing: not asked for or on its way, not to be had just now, or there. */
export type LateState<T> = 'loading' | 'failed' | {readonly part: T};

/** After how long it is tried again by itself, milliseconds; each time twice as long. */
const FIRST_TRY = 4_000;
const LAST_TRY = 60_000;

/**
 * A part of an element that is loaded when it is first wanted. What could not be had is tried again by itself, at once
 * when the browser is online again, for as long as the element is in the page; `again` is for a person's button.
 */
export class LatePart<T> implements ReactiveController {
  #state: LateState<T> = 'loading';
  #underWay: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = FIRST_TRY;
  #stopWaiting: (() => void) | undefined;

  /**
   * @param load Undefined where it cannot be had just now.
   * @param come Called when it has come, or could not be had, before the host shows it.
   */
  constructor(
    private readonly host: ControllerHost,
    private readonly load: () => Promise<T | undefined>,
    private readonly come: () => void = () => undefined,
  ) {
    host.addController(this);
  }

  get state(): LateState<T> {
    return this.#state;
  }

  /** The part, once it is there. */
  get value(): T | undefined {
    return typeof this.#state === 'string' ? undefined : this.#state.part;
  }

  /** Has it at once, where the module was there already. */
  set value(part: T) {
    this.#state = {part};
    this.#rest();
  }

  /** Settled when what was asked for has come, or could not be had; undefined where nothing is under way. */
  get underWay(): Promise<void> | undefined {
    return this.#underWay;
  }

  /** Asks for it, unless it is there, on its way, or could not be had. */
  want(): void {
    if (this.#state === 'loading') this.#fetch();
  }

  /** Asks for it when the page has nothing better to do. */
  wantWhenIdle(): void {
    if (this.#state === 'loading') {
      this.#stopWaiting ??= whenIdle(() => {
        this.want();
      });
    }
  }

  /** Asks again for what could not be had. */
  again(): void {
    if (this.#state !== 'failed') return;
    this.#state = 'loading';
    this.#fetch();
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#rest();
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    // Whoever comes back into the page asks anew.
    if (this.#state === 'failed') this.#state = 'loading';
  }

  #fetch(): void {
    this.#rest();
    this.#underWay ??= this.#settle();
  }

  async #settle(): Promise<void> {
    const part = await this.load();
    this.#underWay = undefined;
    if (typeof this.#state !== 'string') return;
    this.#state = part === undefined ? 'failed' : {part};
    if (part === undefined && this.host.isConnected) this.#tryLater();
    this.come();
    this.host.requestUpdate();
  }

  #tryLater(): void {
    addEventListener('online', this.#retry);
    this.#timer = setTimeout(this.#retry, this.#pause);
    this.#pause = Math.min(2 * this.#pause, LAST_TRY);
  }

  /** Without a word: that it is missing stands there until it has come. */
  readonly #retry = (): void => {
    this.#fetch();
  };

  #rest(): void {
    removeEventListener('online', this.#retry);
    clearTimeout(this.#timer);
  }
}
