import {describe, expect, it} from 'vitest';

import {isShortcut, parseShortcut, type KeyPress} from './shortcut.js';

const press = (key: string, set: Partial<KeyPress> = {}): KeyPress => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  defaultPrevented: false,
  ...set,
});

describe('parseShortcut', () => {
  it('reads a key and its modifiers in any case and order', () => {
    expect(parseShortcut('F8')).toEqual({key: 'f8', alt: false, ctrl: false, meta: false, shift: false});
    expect(parseShortcut('shift + Alt+R')).toMatchObject({key: 'r', alt: true, shift: true, ctrl: false});
  });

  it.each(['', 'none', 'Alt', 'a+b', ' + '])('takes %j for none', (text) => {
    expect(parseShortcut(text)).toBeUndefined();
  });
});

describe('isShortcut', () => {
  const f8 = parseShortcut('F8');

  it('matches the key with exactly its modifiers', () => {
    expect(isShortcut(f8, press('F8'))).toBe(true);
    expect(isShortcut(f8, press('F8', {shiftKey: true}))).toBe(false);
    expect(isShortcut(f8, press('F7'))).toBe(false);
    expect(isShortcut(parseShortcut('Alt+r'), press('R', {altKey: true}))).toBe(true);
    expect(isShortcut(undefined, press('F8'))).toBe(false);
  });

  it('leaves alone what an input method or somebody else has taken', () => {
    expect(isShortcut(f8, press('F8', {isComposing: true}))).toBe(false);
    expect(isShortcut(f8, press('F8', {keyCode: 229}))).toBe(false);
    expect(isShortcut(f8, press('F8', {defaultPrevented: true}))).toBe(false);
  });
});
