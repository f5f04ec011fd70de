import {describe, expect, it} from 'vitest';
import {closingLine, readClosingLine, sum} from './closing-line.mjs';

describe('the closing line', () => {
  it.each([
    {passed: 3, failed: 0, skipped: 0},
    {passed: 12, failed: 1, skipped: 4},
  ])('is read back as it was written: %o', (counts) => {
    expect(readClosingLine(`earlier 9 passed, 9 failed\n\n${closingLine(counts)}\n`)).toEqual(counts);
  });

  it('is the last one of an output, alone on its line', () => {
    expect(readClosingLine('1 passed, 0 failed\nmore\n2 passed, 1 failed\n')?.passed).toBe(2);
    expect(readClosingLine('Tests: 1 passed, 0 failed')).toBeUndefined();
  });

  it('names skipped tests only where there are any', () => {
    expect(closingLine({passed: 1, failed: 0, skipped: 0})).toBe('1 passed, 0 failed');
    expect(closingLine({passed: 1, failed: 0, skipped: 2})).toBe('1 passed, 0 failed, 2 skipped');
  });

  it('adds up', () => {
    const once = {passed: 1, failed: 2, skipped: 3};
    expect(sum([once, once])).toEqual({passed: 2, failed: 4, skipped: 6});
  });
});
