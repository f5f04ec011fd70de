/** What a failed check of a suite throws. It has no dependency, so that suites run under every runner. */
export class SuiteFailure extends Error {
  override readonly name = 'SuiteFailure';
}

/** Fails with the message unless the condition holds. */
export function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new SuiteFailure(message);
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  );
};

/** Plain data as text: equal data gives equal text, whatever the order of its keys. */
export const show = (value: unknown): string => JSON.stringify(sorted(value)) ?? 'undefined';

/** Fails unless both are the same plain data. */
export const same = (actual: unknown, expected: unknown, what: string): void => {
  const [is, should] = [show(actual), show(expected)];
  check(is === should, `${what}:\n  is     ${is}\n  should ${should}`);
};
