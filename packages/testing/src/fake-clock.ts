/** A timer of a {@link FakeClock}. */
type FakeTimer = {
  readonly id: number;
  readonly run: () => void;
  readonly due: number;
  readonly every: number | undefined;
};

/** Time that passes only when the test says so. It stands in for every clock that Deskwire's parts take. */
export interface FakeClock {
  /** Epoch milliseconds. */
  now(): number;
  setTimeout(run: () => void, ms?: number): number;
  clearTimeout(timer: unknown): void;
  setInterval(run: () => void, ms: number): number;
  clearInterval(timer: unknown): void;
  /** Lets time pass: every timer that falls due runs, in order, at its own time. */
  advance(ms: number): void;
  /** Like `advance`, but promises that a timer settled are followed up before the next timer runs. */
  pass(ms: number): Promise<void>;
  /** How many timers wait. Zero at the end of a test says that nothing was left behind. */
  readonly waiting: number;
}

/** The time at which fake clocks and fixtures begin. */
export const FAKE_START: number = Date.UTC(2026, 0, 15, 3, 0, 0);

/** Long enough for any chain of promises that a test waits for, and no real time. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

/** Timers by number, and the time they live in. */
class ManualClock implements FakeClock {
  #now: number;
  #lastId = 0;
  readonly #timers = new Map<number, FakeTimer>();

  constructor(start: number) {
    this.#now = start;
  }

  get waiting(): number {
    return this.#timers.size;
  }

  readonly now = (): number => this.#now;

  readonly setTimeout = (run: () => void, ms = 0): number => this.#add(run, ms, undefined);

  readonly setInterval = (run: () => void, ms: number): number => this.#add(run, ms, Math.max(1, ms));

  readonly clearTimeout = (timer: unknown): void => {
    if (typeof timer === 'number') this.#timers.delete(timer);
  };

  readonly clearInterval = this.clearTimeout;

  readonly advance = (ms: number): void => {
    const end = this.#now + ms;
    for (let timer = this.#next(end); timer; timer = this.#next(end)) this.#fire(timer);
    this.#now = end;
  };

  readonly pass = async (ms: number): Promise<void> => {
    const end = this.#now + ms;
    await settle();
    for (let timer = this.#next(end); timer; timer = this.#next(end)) {
      this.#fire(timer);
      await settle();
    }
    this.#now = end;
  };

  #add(run: () => void, ms: number, every: number | undefined): number {
    this.#lastId += 1;
    this.#timers.set(this.#lastId, {id: this.#lastId, run, due: this.#now + Math.max(0, ms), every});
    return this.#lastId;
  }

  /** The timer that is due first, by time and then by age. */
  #next(end: number): FakeTimer | undefined {
    let first: FakeTimer | undefined;
    for (const timer of this.#timers.values()) {
      if (timer.due <= end && (!first || timer.due < first.due)) first = timer;
    }
    return first;
  }

  #fire(timer: FakeTimer): void {
    this.#now = Math.max(this.#now, timer.due);
    if (timer.every === undefined) this.#timers.delete(timer.id);
    else this.#timers.set(timer.id, {...timer, due: timer.due + timer.every});
    timer.run();
  }
}

/**
 * A clock for tests. Its functions need no `this`, so they can be handed over one by one.
 * @param start Epoch milliseconds at which it begins.
 */
export const fakeClock = (start: number = FAKE_START): FakeClock => new ManualClock(start);
