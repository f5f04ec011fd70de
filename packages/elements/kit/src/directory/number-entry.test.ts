import {describe, expect, it} from 'vitest';
import {checkNumber, refuse} from '@deskwire/domain';

import {readNumber, type NumberEntry} from './number-entry.js';

const read = (text: string): NumberEntry | undefined => readNumber(text, checkNumber);

describe('readNumber', () => {
  it.each(['', '   ', 'Kim', '김민수', '\u200f', ':'])('sees no number in %j', (text) => {
    expect(read(text)).toBe(undefined);
  });

  it.each([
    ['+82 10-4827-1934', '+821048271934'],
    ['tel:+1-213-555-0100;ext=12', '+12135550100'],
    ['０１０ ４８２７', '0104827'],
    ['\u200f010 4827\u200e', '0104827'],
    ['*721', '*721'],
  ])('reads %j as %j', (text, number) => {
    expect(read(text)).toEqual({number, losesLetters: false, isBeyondRepair: false});
  });

  it('says when letters are lost', () => {
    expect(read('1-800-FLOWERS')).toMatchObject({number: '1800', losesLetters: true});
  });

  it('tells what typing on can mend from what it cannot', () => {
    expect(read('+1 415')).toMatchObject({refusal: {params: {reason: 'us'}}, isBeyondRepair: false});
    expect(read('7')).toMatchObject({refusal: {params: {reason: 'too-short'}}, isBeyondRepair: false});
    expect(read('+')).toMatchObject({isBeyondRepair: false});
    expect(read('7'.repeat(300))).toMatchObject({
      refusal: {params: {reason: 'too-long'}},
      isBeyondRepair: true,
    });
    expect(read('010+82')).toMatchObject({refusal: {params: {reason: 'plus'}}, isBeyondRepair: true});
  });

  it('waits with the rules of the dial plan until the number is whole, except where it is too long for them', () => {
    const dial = (reason: string): NumberEntry | undefined =>
      readNumber('+8210', () => refuse('DW_NUMBER_DIAL_PLAN', {rule: 'Domestic', reason}));
    expect(dial('prefix')).toMatchObject({isBeyondRepair: false});
    expect(dial('too-short')).toMatchObject({isBeyondRepair: false});
    expect(dial('too-long')).toMatchObject({isBeyondRepair: true});
    expect(readNumber('4417', () => refuse('DW_NUMBER_EXTENSION'))).toMatchObject({isBeyondRepair: false});
  });
});
