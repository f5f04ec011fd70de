import {describe, expect, it} from 'vitest';

import {marksOf, matches, searchable} from './matcher.js';

const found = (query: string, ...fields: readonly string[]): boolean =>
  matches(query)(...fields) !== undefined;

describe('matches', () => {
  it.each([
    ['', '김민수'],
    ['ㄱ', '김민수'],
    ['ㄱㅁㅅ', '김민수'],
    ['ㅁㅅ', '김민수'],
    ['김ㅁ', '김민수'],
    ['기', '김민수'],
    ['김', '김민수'],
    ['김미', '김민수'],
    ['김민', '김민수'],
    ['김민ㅅ', '김민수'],
    ['가', '가방'],
    ['갑', '가방'],
    ['갑', '값'],
    ['값', '갑수'],
    ['닭', '달걀'],
    ['ㄳ', '가수'],
    ['초', '최은'],
    ['호', '황민'],
    ['김구', '김권'],
    ['으', '의사'],
    ['ㄲ', '까치'],
    ['민 김', '김민수'],
    ['SALES', 'Sales, Seoul'],
    ['seoul sa', 'Sales, Seoul'],
    ['ㄱ sales', '김민수 Sales'],
    ['+82 (0)', '+82 (0)2 555'],
    ['ü', 'Müller'],
    ['Ü', 'müller'],
    ['a-b', 'a-b'],
    ['🙂', 'ok 🙂'],
  ])('finds %j in %j', (query, text) => {
    expect(found(query, text)).toBe(true);
  });

  it.each([
    ['ㄴ', '김민수'],
    ['ㅁㄱ', '김민수'],
    ['김수', '김민수'],
    ['김민소', '김민수'],
    ['나', '김민수'],
    ['ㄱ', '까치'],
    ['가나', '가'],
    ['a.b', 'axb'],
    ['sales busan', 'Sales, Seoul'],
    ['김ㅁ', '기미'],
    ['과', '고은'],
    ['촌', '최은'],
    ['초수', '최수'],
  ])('does not find %j in %j', (query, text) => {
    expect(found(query, text)).toBe(false);
  });

  it('finds a name at every step of typing it, also decomposed as macOS sends it', () => {
    const typed = {
      김민수: ['ㄱ', '기', '김', '김ㅁ', '김미', '김민', '김민ㅅ', '김민수'],
      최권희: ['ㅊ', '초', '최', '최ㄱ', '최구', '최궈', '최권', '최권ㅎ', '최권흐', '최권희'],
    };
    for (const [name, steps] of Object.entries(typed)) {
      for (const step of steps) {
        expect([step, found(step, name)]).toEqual([step, true]);
        expect(found(step.normalize('NFD'), name)).toBe(true);
      }
    }
    expect(found('김민', searchable('김민수'.normalize('NFD')))).toBe(true);
  });

  it('says where, words from several fields included', () => {
    expect(matches('ㅁㅅ')('김민수')).toEqual([[[1, 3]]]);
    expect(matches('an')('Anna Hanna')).toEqual([
      [
        [0, 2],
        [6, 8],
      ],
    ]);
    expect(matches('kim 7001')('Kim', '7001')).toEqual([[[0, 3]], [[0, 4]]]);
  });

  it('joins ranges that touch or overlap', () => {
    expect(matches('ann nna')('Anna')).toEqual([[[0, 4]]]);
  });

  it('marks what is there, although not all of it is', () => {
    expect(matches('kim 99')('Kim', '7001')).toBe(undefined);
    expect(marksOf('kim 99')('Kim', '7001')).toEqual([[[0, 3]], []]);
  });
});
