import {describe, expect, it, vi} from 'vitest';

import {lazily} from './lazily.js';

describe('lazily', () => {
  it('loads once, however often it is asked', async () => {
    const load = vi.fn(() => Promise.resolve('it'));
    const get = lazily(load);
    expect(load).not.toHaveBeenCalled();
    expect(await Promise.all([get(), get()])).toEqual(['it', 'it']);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is undefined where it cannot be had, and tries again when it is asked again', async () => {
    const load = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue('it');
    const get = lazily(load);
    expect(await get()).toBe(undefined);
    expect(await get()).toBe('it');
  });
});
