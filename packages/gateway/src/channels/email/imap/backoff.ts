const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before the next attempt: twice as long each time up to a minute, and nobody at the same moment as all
 * the others whom the same server sent away.
 * @param failures How often it failed in a row; 1 or more.
 * @param random 0 to 1.
 */
export const backoffMs = (failures: number, random: number): number => {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.round(whole * (0.5 + random / 2));
};
