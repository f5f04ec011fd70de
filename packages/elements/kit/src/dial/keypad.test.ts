import {describe, expect, it} from 'vitest';

import {DIAL_KEYS, dialKeyOf} from './keypad.js';

describe('the keys of a telephone', () => {
  it('are digits, star and hash, and nothing else', () => {
    expect(['0', '9', '*', '#'].map(dialKeyOf)).toEqual(['0', '9', '*', '#']);
    expect(['a', '٣', '+', 'Enter', ''].map(dialKeyOf)).toEqual(Array(5).fill(undefined));
  });

  it('stand in rows of three, each once', () => {
    expect(DIAL_KEYS.join('')).toBe('123456789*0#');
  });
});
