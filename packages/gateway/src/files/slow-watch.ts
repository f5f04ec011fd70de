import {RefusedError} from '../refused.js';
import type {FileLimits} from './limits.js';

const CHECK_MS = 500;

/** Cuts an upload of which nothing comes any more, or too little. */
export class SlowWatch {
  readonly #limits: FileLimits;
  readonly #controller = new AbortController();
  readonly #begun = performance.now();
  readonly #timer: NodeJS.Timeout;
  #bytes = 0;
  #heardAt = this.#begun;

  constructor(limits: FileLimits) {
    this.#limits = limits;
    this.#timer = setInterval(() => this.#check(), CHECK_MS);
  }

  /** Aborted with a refusal as soon as it is too slow. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  heard(bytes: number): void {
    this.#bytes += bytes;
    this.#heardAt = performance.now();
  }

  /** Ends it for another reason: the gateway stops. */
  cut(): void {
    this.#controller.abort(new RefusedError('DW_FILE_BROKEN'));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #check(): void {
    const {idleSeconds, leastBytesPerSecond} = this.#limits;
    const now = performance.now();
    const seconds = (now - this.#begun) / 1_000 - idleSeconds;
    const isIdle = now - this.#heardAt > idleSeconds * 1_000;
    if (isIdle || this.#bytes < seconds * leastBytesPerSecond) this.cut();
  }
}
