const SECONDS_PER_HOUR = 3600;

const two = (value: number): string => String(value).padStart(2, '0');

/** A length of time as digits: `04:12`, from one hour on `1:04:12`. Never negative. @param seconds Whole seconds. */
export const durationText = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / SECONDS_PER_HOUR);
  const minutes = Math.floor((whole % SECONDS_PER_HOUR) / 60);
  const rest = `${two(minutes)}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
};

/** Time passed, for a clock that counts up: a second counts once it is over. */
export const elapsedText = (since: number, now: number): string => durationText((now - since) / 1000);

/** Time left, for a countdown: it shows 00:01 until the last second is over. */
export const remainingText = (until: number, now: number): string =>
  durationText(Math.ceil((until - now) / 1000));
