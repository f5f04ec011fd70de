import type {Timers} from './clock.js';

/**
 * What lies between a desk and its backend. Everything takes the same time, and at least a turn of the event loop, so
 * that what was sent first arrives first and nobody is called back from inside their own call.
 */
export class Network {
  /** Milliseconds each way; 0 is the next microtask. */
  latencyMs: number;
  readonly #timers: Timers;
  #stalled: (() => void)[] | undefined;

  constructor(timers: Timers, latencyMs: number) {
    this.#timers = timers;
    this.latencyMs = latencyMs;
  }

  /** Carries something to a desk. */
  toDesk(run: () => void): void {
    if (this.latencyMs > 0) this.#timers.after(this.latencyMs, run);
    else void Promise.resolve().then(run);
  }

  /** Carries something to the backend, or keeps it until the backend takes it again. */
  toBackend(run: () => void): void {
    this.toDesk(() => {
      if (this.#stalled) this.#stalled.push(run);
      else run();
    });
  }

  /** The backend takes nothing for a while; what is sent stays under way. */
  stall(): void {
    this.#stalled ??= [];
  }

  /** The backend takes what has waited, oldest first. */
  flow(): void {
    const waiting = this.#stalled ?? [];
    this.#stalled = undefined;
    for (const run of waiting) run();
  }
}
