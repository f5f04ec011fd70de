// The one line that every kind of test run ends with, and that `npm test` adds up.
import {writeSync} from 'node:fs';

/** `3 passed, 0 failed`, with `, 1 skipped` where there are any. */
export function closingLine({passed, failed, skipped}) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** The counts of the last closing line in a run's output, or undefined where it has none. */
export function readClosingLine(output) {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  return last && {passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0)};
}

/** All of these counts together. */
export function sum(all) {
  const total = {passed: 0, failed: 0, skipped: 0};
  for (const counts of all) for (const kind of Object.keys(total)) total[kind] += counts[kind];
  return total;
}

/**
 * Prints the closing line alone and last. It waits for the process to exit, since runners go on writing (cursor
 * escapes, too) after they have told their reporters that they are finished.
 */
export function printAtExit(counts, linesBefore = []) {
  process.once('exit', () => {
    if (counts.failed && !process.exitCode) process.exitCode = 1;
    writeSync(1, `\n${[...linesBefore, closingLine(counts)].join('\n')}\n`);
  });
}
