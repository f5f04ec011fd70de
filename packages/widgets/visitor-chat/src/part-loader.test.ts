import {describe, expect, it} from 'vitest';

import {PartLoader, type PartStatus} from './part-loader.js';

class Backend {
  readonly answers: ((part: string | undefined) => void)[] = [];
  readonly used: string[] = [];
  readonly told: PartStatus[] = [];
  readonly loader = new PartLoader<string>(
    () => new Promise((resolve) => this.answers.push(resolve)),
    (part) => this.used.push(part),
    () => this.told.push(this.loader.status),
  );

  async answer(part: string | undefined): Promise<void> {
    this.answers.at(-1)?.(part);
    await Promise.resolve();
    await Promise.resolve();
  }
}

describe('a part that is loaded later', () => {
  it('is loaded once, and taken into use before it is said to be there', async () => {
    const one = new Backend();
    expect(one.loader.status).toBe('unasked');
    void one.loader.want();
    void one.loader.want();
    expect(one.loader.status).toBe('loading');
    await one.answer('part');
    void one.loader.want(true);
    expect(one.used).toEqual(['part']);
    expect(one.told).toEqual(['loading', 'ready']);
    expect(one.answers).toHaveLength(1);
  });

  it('that cannot be had is tried again only when that is wanted', async () => {
    const one = new Backend();
    void one.loader.want();
    await one.answer(undefined);
    void one.loader.want();
    expect(one.loader.status).toBe('failed');
    void one.loader.want(true);
    await one.answer('part');
    expect(one.told).toEqual(['loading', 'failed', 'loading', 'ready']);
    expect(one.used).toEqual(['part']);
  });
});
