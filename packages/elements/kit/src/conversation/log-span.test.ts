import {describe, expect, it} from 'vitest';

import {corrected, type Extent, type Span} from './log-span.js';

const PITCH = 100;
const COUNT = 5_000;

/** Items one below the other, the first at its estimated place. */
const extentsOf = ({start, end}: Span, height = PITCH): readonly Extent[] =>
  Array.from({length: end - start}, (_, index) => ({
    top: start * PITCH + index * height,
    bottom: start * PITCH + (index + 1) * height,
  }));

const next = (span: Span, top: number): Span =>
  corrected(span, COUNT, {top, bottom: top + 300}, extentsOf(span), PITCH);

describe('what is to stand in the document next', () => {
  it('is all up to the beginning, where that is near: nothing above the reader is estimated then', () => {
    expect(next({start: 6, end: 20}, 1_000)).toEqual({start: 0, end: 20});
    expect(next({start: 8, end: 20}, 1_200)).toEqual({start: 8, end: 20});
  });

  it('keeps the beginning until the reader is well away from it, and then lets it go once', () => {
    expect(next({start: 0, end: 24}, 1_300).start).toBe(0);
    const near = {start: 0, end: 21};
    expect(next(near, 1_300)).toBe(near);
    const far = {start: 0, end: 30};
    const left = next(far, 1_900);
    expect(left.start).toBeGreaterThan(12);
    expect(next(left, 1_900)).toBe(left);
  });

  it('settles wherever the reader is: what it answers is good enough the next time', () => {
    for (let top = 0; top < 4_000; top += 50) {
      const first = {start: Math.max(0, Math.floor(top / PITCH) - 2), end: Math.floor(top / PITCH) + 5};
      let span: Span = first;
      for (let turn = 0; turn < 4; turn += 1) span = next(span, top);
      expect(next(span, top)).toBe(span);
    }
  });
});
