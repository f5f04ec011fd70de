import {describe, expect, it, vi} from 'vitest';

import {lazily} from './lazily.js';

describe('lazily', () => {
  it('loads once, however often it is asked, and then has it at hand', async () => {
    const load = vi.fn(() => Promise.resolve('it'));
    const get = lazily(load);
    expect(load).not.toHaveBeenCalled();
    expect(get.loaded).toBe(undefined);
    expect(await Promise.all([get(), get()])).toEqual(['it', 'it']);
    expect(get.loaded).toBe('it');
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

  it('asks under another address where the browser remembers that it could not fetch that one', async () => {
    const address = `data:text/javascript,export const it = 'it'`.replaceAll(' ', '%20');
    const load = vi.fn<() => Promise<{it: string}>>(() =>
      Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${address}`)),
    );
    const get = lazily(load);
    expect(await get()).toBe(undefined);
    expect((await get())?.it).toBe('it');
    expect(load).toHaveBeenCalledTimes(1);
  });
});
