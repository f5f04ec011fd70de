import {describe, expect, it} from 'vitest';

import {findAcross} from './across.js';
import {CARD_MASK, maskCards} from './mask.js';

describe('a masked text', () => {
  it('keeps everything around the number, and says where the mask stands', () => {
    const {text, masks} = maskCards('카드 4111-1111-1111-1111, 만료 12/30');
    expect(text).toBe(`카드 ${CARD_MASK}, 만료 12/30`);
    expect(masks).toEqual([{at: 3, length: CARD_MASK.length}]);
  });

  it('has a mask for each of several numbers, each where it says', () => {
    const {text, masks} = maskCards('a 4111111111111111 b 5555555555554444 c');
    expect(masks).toHaveLength(2);
    for (const {at, length} of masks) expect(text.slice(at, at + length)).toBe(CARD_MASK);
    expect(text).not.toMatch(/\d/);
  });

  it('is the text itself where there is nothing to mask', () => {
    expect(maskCards('주문 20261120-0042')).toEqual({text: '주문 20261120-0042', masks: []});
  });
});

/** The parts that were found in each message. */
const across = (...texts: string[]) =>
  findAcross(texts).map((spans, at) => spans.map(({start, end}) => texts[at]?.slice(start, end)));

describe('messages of one sender', () => {
  it.each([
    [['4111 1111', '1111 1111']],
    [['4111 11', '11 1111 1111']],
    [['4111', '1111', '1111 1111']],
    [['41111111', '11111', '111']],
  ])('give away a number that is split over them: %j', (texts) => {
    expect(across(...texts)).toEqual(texts.map((text) => [text]));
  });

  it('give away a number whose digit is made only where two of them meet', () => {
    const [first, last] = ['411111111111111\ud835', '\udfcf'];
    expect(across(first, last)).toEqual([[first], [last]]);
  });

  it('keep what stands around the parts', () => {
    expect(across('내 카드는 4111 1111', '1111 1111 이에요')).toEqual([['4111 1111'], ['1111 1111']]);
  });

  it('are looked at three at a time', () => {
    expect(across('4111', '1111', '1111', '1111')).toEqual([[], [], [], []]);
  });

  it('are found as they are where the number is in one of them', () => {
    expect(across('hello', '4111111111111111', 'thanks')).toEqual([[], ['4111111111111111'], []]);
  });
});
