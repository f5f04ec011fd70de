/** Time for the simulated contact centre. A test gives one that it winds by hand; `fakeClock` of the tests fits. */
export interface SimulatorClock {
  /** Epoch milliseconds. */
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The real time of the page, or of Node. */
export const realClock: SimulatorClock = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => {
    clearTimeout(timer as ReturnType<typeof setTimeout>);
  },
};

/** A timer waits at most this long at once; browsers count in 31 bits. */
const LONGEST = 2 ** 30;

/** Timers that can all be stopped together. */
export class Timers {
  readonly #clock: SimulatorClock;
  readonly #open = new Set<unknown>();

  constructor(clock: SimulatorClock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  /**
   * Runs something later, never at once. Forever (`Infinity`) never runs.
   * @returns Takes it back.
   */
  after(ms: number, run: () => void): () => void {
    if (ms === Infinity) return () => undefined;
    const timer = this.#clock.setTimeout(
      () => {
        this.#open.delete(timer);
        run();
      },
      Math.min(Math.max(0, ms), LONGEST),
    );
    this.#open.add(timer);
    return () => {
      this.#open.delete(timer);
      this.#clock.clearTimeout(timer);
    };
  }

  stop(): void {
    for (const timer of this.#open) this.#clock.clearTimeout(timer);
    this.#open.clear();
  }
}
