import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

import {offsetFor, ROWS_IN_SIGHT, windowAt} from './row-window.js';

const PITCH = 50;

describe('windowAt', () => {
  it('holds all of a short list', () => {
    expect(windowAt(0, PITCH, 3)).toEqual({first: 0, end: 3});
    expect(windowAt(0, PITCH, 0)).toEqual({first: 0, end: 0});
  });

  it('holds what is in sight, wherever a long list is scrolled, and never many', () => {
    const count = 50_000;
    fc.assert(
      fc.property(fc.double({min: 0, max: count * PITCH, noNaN: true}), (offset) => {
        const {first, end} = windowAt(offset, PITCH, count);
        const last = Math.min(count, Math.ceil((offset + ROWS_IN_SIGHT * PITCH) / PITCH));
        expect(first).toBeLessThanOrEqual(Math.min(Math.floor(offset / PITCH), count - ROWS_IN_SIGHT));
        expect(end).toBeGreaterThanOrEqual(last);
        expect(end - first).toBeLessThan(20);
      }),
    );
  });

  it('stays in the list where that has become shorter than it is scrolled', () => {
    expect(windowAt(1_000_000, PITCH, 20)).toEqual({first: 8, end: 20});
  });
});

describe('offsetFor', () => {
  it.each([
    ['above', 2, 400, 100],
    ['below', 20, 0, 650],
    ['in sight', 3, 0, 0],
    ['half below', 8, 20, 50],
  ])('brings a row into sight that is %s', (_, index, offset, expected) => {
    expect(offsetFor(index, offset, PITCH, 400)).toBe(expected);
  });
});
