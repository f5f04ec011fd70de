import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {cutText} from './cut-text.js';

describe('R87 a text that is cut', () => {
  it.each([
    ['short enough', 'abc', 3, 'abc'],
    ['one too long', 'abcd', 3, 'abc'],
    ['no room at all', 'abc', 0, ''],
    ['less than none', 'abc', -1, ''],
    ['a pair at the cut', 'a😀b', 2, 'a'],
    ['a pair before the cut', 'a😀b', 3, 'a😀'],
    ['a family at the cut', 'ab👩‍👩‍👧‍👦c', 8, 'ab'],
    ['a flag at the cut', '🇰🇷🇰🇷', 6, '🇰🇷'],
    ['a skin tone at the cut', 'x👍🏽', 3, 'x'],
    ['an accent at the cut', 'ae\u0301', 2, 'a'],
    ['a decomposed syllable at the cut', '가\u1100\u1161\u11a8', 3, '가'],
    ['composed syllables', '가나다라', 3, '가나다'],
    ['CR and LF together', 'a\r\nb', 2, 'a'],
    ['a lone surrogate before the cut', '\ud83dab', 2, '\ud83da'],
  ])('%s', (_, text, max, expected) => {
    expect(cutText(text, max)).toBe(expected);
  });

  it('of one endless character ends between code points', () => {
    expect(cutText(`a${'\u0301'.repeat(400)}`, 256)).toHaveLength(256);
    expect(cutText(`${'👩\u200d'.repeat(200)}👩`, 4)).toBe('👩\u200d');
  });

  it('is the beginning of the text, not longer, and never half a pair; a long paste takes no time', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 100}), fc.nat(120), (text, max) => {
        const cut = cutText(text, max);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
        expect(cutText(cut, max)).toBe(cut);
      }),
      {seed: 20_261_121, numRuns: 2_000},
    );
    const begun = performance.now();
    expect(cutText('👩‍👩‍👧‍👦'.repeat(1_000_000), 256).length).toBeLessThanOrEqual(256);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
