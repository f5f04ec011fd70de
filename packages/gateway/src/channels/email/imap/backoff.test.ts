import {describe, expect, it} from 'vitest';

import {backoffMs} from './backoff.js';

describe('the wait before a server is asked again', () => {
  it('doubles up to a minute', () => {
    expect([1, 2, 3, 7, 1_000].map((failures) => backoffMs(failures, 1))).toEqual([
      1_000, 2_000, 4_000, 60_000, 60_000,
    ]);
  });

  it('differs from client to client', () => {
    expect([0, 0.5, 1].map((random) => backoffMs(3, random))).toEqual([2_000, 3_000, 4_000]);
  });
});
