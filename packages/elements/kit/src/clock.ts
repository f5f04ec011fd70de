import type {Subscribable} from '@deskwire/stream';

import type {ClockHandle} from './contexts.js';

const SECOND = 1000;

/** Milliseconds until the next whole second of `now`, and a little more, so that a timer that is early finds it passed. */
const untilNextSecond = (now: number): number => SECOND - (now % SECOND) + 5;

/** Where a clock gets its one timer from; a test hands in a fake one. */
export interface Timers {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: never): void;
}

const pageTimers: Timers = {
  setTimeout: (run, ms) => globalThis.setTimeout(run, ms),
  clearTimeout: (timer) => {
    globalThis.clearTimeout(timer);
  },
};

const hidden = (): boolean => globalThis.document?.visibilityState === 'hidden';

/**
 * A clock with one timer for all who listen. Beats are computed from the time, never counted, so a throttled page
 * is right again at its next beat; a hidden page does not beat at all and does so once as soon as it shows again. Without
 * listeners there is no timer.
 * @param now Desk time, epoch milliseconds.
 */
export const createClock = (now: () => number = Date.now, timers: Timers = pageTimers): ClockHandle => {
  const listeners = new Set<(now: number) => void>();
  let timer: unknown;

  const stop = (): void => {
    if (timer !== undefined) timers.clearTimeout(timer as never);
    timer = undefined;
  };
  const plan = (): void => {
    stop();
    if (listeners.size > 0 && !hidden()) timer = timers.setTimeout(beat, untilNextSecond(now()));
  };
  const beat = (): void => {
    const time = now();
    plan();
    for (const listener of [...listeners]) listener(time);
  };
  const shown = (): void => {
    if (hidden()) stop();
    else beat();
  };

  const everySecond: Subscribable<number> = {
    subscribe: (next) => {
      const listener = (time: number): void => {
        next(time);
      };
      listeners.add(listener);
      if (listeners.size === 1) {
        globalThis.document?.addEventListener('visibilitychange', shown);
        plan();
      }
      return {
        unsubscribe: () => {
          if (!listeners.delete(listener) || listeners.size > 0) return;
          globalThis.document?.removeEventListener('visibilitychange', shown);
          stop();
        },
      };
    },
  };
  return {now, everySecond};
};

let page: ClockHandle | undefined;
/** The clock of the page itself, for elements that no desk gives a clock to. */
export const pageClock = (): ClockHandle => (page ??= createClock());
