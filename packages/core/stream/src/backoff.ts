/** How long to wait before trying again. Milliseconds. */
export interface BackoffLimits {
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
}

/**
 * Waits twice as long for each attempt that failed, up to a limit, and anything between the shortest and that: after a
 * gateway's restart a thousand desks come back spread out, not all at once.
 * @param attempt Counts from 1.
 * @param random Answers 0 to 1.
 */
export const backoff = (attempt: number, random: () => number, limits: BackoffLimits): number => {
  const {retryMinMs, retryMaxMs} = limits;
  const longest = Math.min(retryMaxMs, retryMinMs * 2 ** Math.min(attempt, 30));
  return Math.round(retryMinMs + random() * (longest - retryMinMs));
};
