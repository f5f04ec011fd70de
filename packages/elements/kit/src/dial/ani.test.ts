import {describe, expect, it} from 'vitest';

import {aniItems, aniOf, NO_ANI} from './ani.js';

const anis = [
  {number: '+82215770420', name: '한빛 카드'},
  {number: '+82215880420', name: '대한 요금'},
  {number: '+14155550142', name: 'Line 10'},
  {number: '+14155550143', name: 'Line 9'},
];
const texts = (locale: 'en' | 'ko'): readonly string[] =>
  aniItems(anis, {text: 'None (default)'}, locale).map(({text}) => text);

describe('the list of ANIs', () => {
  it('stands by name as the language sorts, none first', () => {
    expect(texts('en')).toEqual(['None (default)', 'Line 9', 'Line 10', '대한 요금', '한빛 카드']);
    expect(texts('ko')).toEqual(['None (default)', '대한 요금', '한빛 카드', 'Line 9', 'Line 10']);
  });

  it('shows what the default is, where the tenant has one', () => {
    const [none] = aniItems(anis, {text: 'None', number: '+82215880000'}, 'en');
    expect(none).toMatchObject({value: NO_ANI});
    expect(none?.detail).toContain('+82 2-1588-0000');
    expect(aniItems(anis, {text: 'None'}, 'en')[0]).not.toHaveProperty('detail');
  });

  it('knows the chosen one only while it is there', () => {
    expect(aniOf(anis, '+14155550143')?.name).toBe('Line 9');
    expect(aniOf(anis, '+1000')).toBeUndefined();
    expect(aniOf(anis, undefined)).toBeUndefined();
  });
});
