import {describe, expect, it} from 'vitest';
import {Cell} from './cell.js';

describe('a cell', () => {
  it('tells nobody an old value after a new one, although a subscriber changes it', () => {
    const cell = new Cell(0);
    const before: number[] = [];
    const after: number[] = [];
    cell.changes$.subscribe((value) => before.push(value));
    cell.changes$.subscribe((value) => {
      if (value === 1) {
        cell.set(2);
        cell.set(3);
      }
    });
    cell.changes$.subscribe((value) => after.push(value));
    cell.set(1);
    expect(cell.value).toBe(3);
    expect([before, after]).toEqual([
      [0, 1, 3],
      [0, 1, 3],
    ]);
  });
});
