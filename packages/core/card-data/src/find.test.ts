import {describe, expect, it} from 'vitest';

import {findCards} from './find.js';

const VISA = '4111111111111111';

/** What was found, as it stands in the text. */
const found = (text: string): readonly string[] =>
  findCards(text).map(({start, end}) => text.slice(start, end));

describe('a card number', () => {
  it.each([
    [VISA, 'without a break'],
    ['4111 1111 1111 1111', 'with spaces'],
    ['4111-1111-1111-1111', 'with dashes'],
    ['4111 – 1111 – 1111 – 1111', 'with long dashes between spaces'],
    ['4111.1111.1111.1111', 'with dots'],
    ['4111\n1111\r\n1111\n1111', 'over lines'],
    ['4111\u200b1111\u20601111\u00ad1111', 'with characters that nobody sees'],
    ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', 'digit by digit'],
    ['４１１１　１１１１　１１１１　１１１１', 'full width'],
    ['٤١١١ ١١١١ ١١١١ ١١١١', 'in Arabic digits'],
    ['④①①① ①①①① ①①①① ①①①①', 'in circles'],
    ['4️⃣1️⃣1️⃣1️⃣ 1111 1111 1111', 'on keys'],
    ['3782 822463 10005', 'of American Express'],
    ['3056 930902 5904', 'of Diners Club'],
    ['6236-2659-3007-2952-775', 'with 19 digits'],
    ['9490220006611406', 'of a Korean issuer'],
  ])('is found: %s, %s', (number) => {
    expect(found(number)).toEqual([number]);
    expect(found(`카드는 ${number}이고 유효기간은 12/30`)).toEqual([number]);
    expect(found(`card:${number}.`)).toEqual([number]);
  });

  it('is found twice where there are two', () => {
    expect(found(`${VISA}\n5555-5555-5555-4444`)).toEqual([VISA, '5555-5555-5555-4444']);
  });
});

describe('no card number', () => {
  it.each([
    ['4111111111111112', 'fails the check'],
    ['0000000000000000', 'is one digit over and over'],
    ['1748503543012', 'is a time'],
    ['2026-11-20 11:34:35.120', 'is a time'],
    ['8210-1234-5678-9012', 'is of no issuer'],
    [`${VISA}0011223344`, 'goes on'],
    ['411-1111111-1111111', 'is grouped as an order is'],
    ['DK5000400440116243', 'is a bank account'],
    ['010-1234-5678, 02-312-3456', 'are phone numbers'],
    [`${'4 1 1 1 '.repeat(9)}`, 'is a longer row of digits'],
    ['', 'is nothing'],
    ['\ud800\udc00\ud800 4111', 'is broken text'],
  ])('is seen in %s, which %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('takes time in proportion to the text', () => {
  const hostile = '4111 1111 1111 111'.repeat(5_000);
  expect(findCards(hostile).every(({start, end}) => end > start)).toBe(true);
});
