import type {ReactiveController} from 'lit';

import {pageClock} from '../clock.js';
import {consumeContext, type ControllerHost} from '../context/consume.js';
import {clockContext, type ClockHandle} from '../contexts.js';

/**
 * Desk time. With a `beat` it is called once a second while the host is connected; without one it only answers `now()`
 * and costs nothing. Timers on screen are `<dw-timer>`'s business: use this where a second changes more than digits.
 */
export class ClockController implements ReactiveController {
  readonly #clock: () => ClockHandle | undefined;
  #subscription: {unsubscribe(): void} | undefined;
  #running: ClockHandle | undefined;

  constructor(
    private readonly host: ControllerHost,
    private readonly beat?: (now: number) => void,
  ) {
    this.#clock = consumeContext(host, clockContext, () => {
      if (host.isConnected) this.#arm();
    });
    host.addController(this);
  }

  /** Epoch milliseconds, by the desk's clock, else by the page's. */
  now(): number {
    return this.#handle.now();
  }

  get #handle(): ClockHandle {
    return this.#clock() ?? pageClock();
  }

  hostConnected(): void {
    this.#arm();
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
    this.#running = undefined;
  }

  #arm(): void {
    const {beat} = this;
    const handle = this.#handle;
    if (!beat || handle === this.#running) return;
    this.#subscription?.unsubscribe();
    this.#running = handle;
    this.#subscription = handle.everySecond.subscribe(beat);
    this.host.requestUpdate();
  }
}
