import {describe, expect, it} from 'vitest';

import {isShortcut, readShortcut, type KeyPress} from './shortcut.js';

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

describe('readShortcut', () => {
  it('takes one way of writing for another', () => {
    expect(readShortcut('F8')).toBe(readShortcut(' f8 '));
    expect(readShortcut('shift + Alt+R')).toBe(readShortcut('Alt+Shift+r'));
    expect(readShortcut('Alt+R')).not.toBe(readShortcut('R'));
  });

  it.each(['', 'none', 'Alt', 'a+b', ' + '])('takes %j for none', (text) => {
    expect(readShortcut(text)).toBe('');
  });
});

describe('isShortcut', () => {
  it('matches the key with exactly its modifiers', () => {
    expect(isShortcut('F8', press('F8'))).toBe(true);
    expect(isShortcut('F8', press('F8', {shiftKey: true}))).toBe(false);
    expect(isShortcut('F8', press('F7'))).toBe(false);
    expect(isShortcut('Alt+r', press('R', {altKey: true}))).toBe(true);
    expect(isShortcut('Alt+r', press('r'))).toBe(false);
  });

  it('matches nothing where there is none', () => {
    expect(isShortcut('none', press('none'))).toBe(false);
    expect(isShortcut('', press(''))).toBe(false);
  });

  it('leaves alone what an input method or somebody else has taken', () => {
    expect(isShortcut('F8', press('F8', {isComposing: true}))).toBe(false);
    expect(isShortcut('F8', press('F8', {keyCode: 229}))).toBe(false);
    expect(isShortcut('F8', press('F8', {defaultPrevented: true}))).toBe(false);
  });
});
