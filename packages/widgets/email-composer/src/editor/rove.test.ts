import {describe, expect, it} from 'vitest';

import {roveTo} from './rove.js';

const key = (name: string) => ({key: name, isComposing: false, keyCode: 0});

describe('moving among items', () => {
  it('goes round in one row, and the other way where writing does', () => {
    expect(roveTo(key('ArrowRight'), 2, 3)).toBe(0);
    expect(roveTo(key('ArrowLeft'), 0, 3)).toBe(2);
    expect(roveTo(key('ArrowRight'), 0, 3, {isRtl: true})).toBe(2);
    expect(roveTo(key('Home'), 2, 3)).toBe(0);
    expect(roveTo(key('End'), 0, 3)).toBe(2);
  });

  it('stays within its edges in several rows', () => {
    const grid = {columns: 3};
    expect(roveTo(key('ArrowDown'), 1, 9, grid)).toBe(4);
    expect(roveTo(key('ArrowUp'), 1, 9, grid)).toBe(1);
    expect(roveTo(key('ArrowRight'), 2, 9, grid)).toBe(2);
    expect(roveTo(key('End'), 3, 9, grid)).toBe(5);
    expect(roveTo(key('Home'), 5, 9, grid)).toBe(3);
  });

  it('leaves other keys, and those of a composition', () => {
    expect(roveTo(key('a'), 0, 3)).toBeUndefined();
    expect(roveTo(key('ArrowDown'), 0, 3)).toBeUndefined();
    expect(roveTo({key: 'ArrowRight', isComposing: true, keyCode: 229}, 0, 3)).toBeUndefined();
  });
});
