import {describe, expect, it} from 'vitest';

import {RowLayout, type RowKind} from './row-layout.js';

const PITCHES = {day: 30, entry: 80};
const layoutOf = (...kinds: readonly RowKind[]): RowLayout => new RowLayout(kinds, PITCHES);
const many = (count: number): readonly RowKind[] =>
  Array.from({length: count}, (_, index) => (index % 5 === 0 ? 'day' : 'entry'));

describe('RowLayout', () => {
  it('sums up rows of different heights', () => {
    const layout = layoutOf('day', 'entry', 'entry', 'day', 'entry');
    expect(layout.length).toBe(300);
    expect([0, 1, 2, 3, 4].map((index) => layout.top(index))).toEqual([0, 30, 110, 190, 220]);
  });

  it('finds the row at a place, and the nearest one beside the list', () => {
    const layout = layoutOf('day', 'entry', 'entry');
    expect([-5, 0, 29, 30, 109, 110, 500].map((offset) => layout.at(offset))).toEqual([0, 0, 0, 1, 1, 2, 2]);
    expect(layoutOf().at(10)).toBe(0);
  });

  it('holds the rows in sight and a few beside them, whatever the length', () => {
    const layout = new RowLayout(many(125_000), PITCHES);
    for (const offset of [0, 3_000, layout.length / 2, layout.length]) {
      const {first, end} = layout.window(offset, 480);
      expect(end - first).toBeLessThan(32);
      expect(layout.top(first)).toBeLessThanOrEqual(offset);
      expect(layout.top(end)).toBeGreaterThanOrEqual(Math.min(offset + 480, layout.length));
    }
    expect(layoutOf().window(0, 480)).toEqual({first: 0, end: 0});
  });

  it('agrees with a search from the beginning', () => {
    const layout = new RowLayout(many(1_000), PITCHES);
    for (let offset = 0; offset < layout.length; offset += 37) {
      let slow = 0;
      while (slow + 1 < layout.count && layout.top(slow + 1) <= offset) slow += 1;
      expect(layout.at(offset)).toBe(slow);
    }
  });

  it('scrolls no further than needed', () => {
    const layout = layoutOf('day', ...Array.from({length: 20}, () => 'entry' as const));
    expect(layout.offsetFor(3, 400, 320)).toBe(190);
    expect(layout.offsetFor(6, 400, 320)).toBe(400);
    expect(layout.offsetFor(10, 400, 320)).toBe(layout.top(11) - 320);
  });
});
