import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

import {Breath, mapGently, sortGently} from './breath.js';

describe('sortGently', () => {
  it('sorts as sort does, equal items in their order', async () => {
    const item = fc.record({key: fc.integer({min: 0, max: 9}), at: fc.nat()});
    await fc.assert(
      fc.asyncProperty(fc.array(item, {maxLength: 3000, size: 'max'}), async (items) => {
        const compare = (a: {key: number}, b: {key: number}): number => a.key - b.key;
        expect(await sortGently(items, compare)).toEqual([...items].sort(compare));
      }),
      {numRuns: 20},
    );
  });

  it('gives the page turns while it sorts very much', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    const items = Array.from({length: 200_000}, (_, at) => String((at * 7919) % 200_000));
    const sorted = await sortGently(items, (a, b) => a.localeCompare(b));
    clearInterval(timer);
    expect(sorted).toHaveLength(items.length);
    expect(turns).toBeGreaterThan(5);
  });
});

describe('mapGently', () => {
  it('maps all, in order', async () => {
    const items = Array.from({length: 2000}, (_, at) => at);
    expect(await mapGently(items, (item, index) => item + index, new Breath())).toEqual(
      items.map((item) => item * 2),
    );
  });
});
