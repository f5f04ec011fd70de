import {describe, expect, it} from 'vitest';

import {
  chordOf,
  chordParts,
  DEFAULT_SHORTCUTS,
  pressedChord,
  SHORTCUT_NAMES,
  shortcutsOf,
  type KeyPress,
} from './shortcuts.js';

const press = (set: Partial<KeyPress>): KeyPress => ({
  key: 'h',
  code: 'KeyH',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 72,
  ...set,
});

describe('a chord', () => {
  it.each([
    ['Alt+Shift+H', 'alt+shift+h'],
    [' shift + ALT + h ', 'alt+shift+h'],
    ['F9', 'f9'],
    ['Ctrl+Meta+1', 'ctrl+meta+1'],
  ])('%s is read as %s', (text, chord) => {
    expect(chordOf(text)).toBe(chord);
  });

  it.each(['', 'Alt+Shift', '+', 'Alt+A+B', '  '])('"%s" is none', (text) => {
    expect(chordOf(text)).toBeUndefined();
  });

  it('is the letter that was pressed, or, where it is no Latin one, the place of the key', () => {
    const both = {altKey: true, shiftKey: true};
    expect(pressedChord(press({...both, key: 'H'}))).toBe('alt+shift+h');
    expect(pressedChord(press({...both, key: 'Ó'}))).toBe('alt+shift+h');
    expect(pressedChord(press({...both, key: 'ㅗ'}))).toBe('alt+shift+h');
    // AZERTY: the letter, not where QWERTY has it.
    expect(pressedChord(press({...both, key: 'A', code: 'KeyQ'}))).toBe('alt+shift+a');
    expect(pressedChord(press({key: 'F9', code: 'F9'}))).toBe('f9');
  });

  it('is none while a word is composed', () => {
    expect(pressedChord(press({isComposing: true}))).toBeUndefined();
    expect(pressedChord(press({keyCode: 229}))).toBeUndefined();
  });

  it('is not the same with one modifier more: AltGr is Ctrl and Alt', () => {
    const altGr = press({altKey: true, ctrlKey: true, shiftKey: true});
    expect(pressedChord(altGr)).not.toBe(chordOf(DEFAULT_SHORTCUTS.hold || ''));
  });

  it('is written in the words of the machine', () => {
    expect(chordParts('Alt+Shift+H', false)).toEqual(['Alt', 'Shift', 'H']);
    expect(chordParts('Alt+Shift+H', true)).toEqual(['Option', 'Shift', 'H']);
  });
});

describe('the keys in force', () => {
  it('are different from each other, and hold Alt and Shift', () => {
    const chords = shortcutsOf({}).map(({chord}) => chord);
    expect(chords).toHaveLength(SHORTCUT_NAMES.length);
    expect(new Set(chords).size).toBe(chords.length);
    for (const chord of chords) expect(chord).toMatch(/^alt\+shift\+[defghjoqruy]$/);
  });

  it('are changed one by one, or all off', () => {
    const changed = shortcutsOf({hold: 'F9', end: false, mute: 'Alt+Shift'});
    expect(changed.find(({name}) => name === 'hold')?.chord).toBe('f9');
    expect(changed.map(({name}) => name)).toEqual([
      'hold',
      'consult',
      'transfer',
      'conference',
      'keypad',
      'recording',
    ]);
    expect(shortcutsOf(false)).toEqual([]);
  });
});
