import {describe, expect, it} from 'vitest';

import {sizeText} from './size-text.js';

describe('the size of a file', () => {
  it.each([
    [0, '0 KB'],
    [1, '1 KB'],
    [999, '1 KB'],
    [384_000, '384 KB'],
    [999_499, '999 KB'],
    [999_500, '1 MB'],
    [1_240_000, '1.2 MB'],
    [25_000_000, '25 MB'],
    [3_000_000_000, '3 GB'],
  ])('%i bytes', (bytes, text) => {
    expect(sizeText('en', bytes)).toBe(text);
  });
});
