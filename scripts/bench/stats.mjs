// What every bench says of its samples, and how it is written.

/** The value that this share of the sorted samples does not pass. */
export const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** @param samples In any order; they are left as they are. */
export function summary(samples) {
  const sorted = Float64Array.from(samples).sort();
  return {p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99), max: sorted.at(-1)};
}

/** Numbers that look random and are the same in every run. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export const count = (value) => Math.round(value).toLocaleString('en');
export const ms = (value) => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
export const times = (value) => `${value.toFixed(value < 10 ? 1 : 0)}x`;
export const kilobytes = (bytes) => `${count(bytes / 1000)} kB`;
