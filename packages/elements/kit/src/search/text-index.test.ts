import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

import {matches, searchable} from './matcher.js';
import {haystackOf, TextIndex} from './text-index.js';

const NAMES = [
  '김민수',
  '강문식',
  '김미소',
  '고명수',
  'Anna Hanna',
  'MÜLLER, Jürgen',
  '값진',
  '닭 가게',
  'a.b*c',
];
const QUERIES = [
  'ㄱㅁㅅ',
  '김',
  '기',
  '김ㅁ',
  '갑',
  'ann',
  'MÜ',
  'müller j',
  'a.b',
  '*',
  '없는',
  'ㄱ 가',
  '닭',
];

const indexOf = (...names: readonly string[]): TextIndex =>
  new TextIndex(names.map((name) => haystackOf(name)));
const sorted = (items: readonly number[]): readonly number[] => [...items].sort((a, b) => a - b);
const byMatcher = (query: string, names: readonly string[]): readonly number[] => {
  const match = matches(query);
  return names.flatMap((name, at) => (match(searchable(name)) ? [at] : []));
};

describe('TextIndex', () => {
  it.each(QUERIES)('finds for %j exactly what the matcher finds', (query) => {
    expect(sorted(indexOf(...NAMES).find(query))).toEqual(byMatcher(query, NAMES));
  });

  it('agrees with the matcher on any Korean and Latin texts', () => {
    const letters = fc.constantFrom(...'가각간갈감갑값강김민수ㄱㄴㄳㅁabcABC 0-+.');
    const text = fc.array(letters, {maxLength: 6}).map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.array(text, {maxLength: 8}), (query, names) => {
        fc.pre(query.trim() !== '' && !/\d\S*[-.]/.test(query));
        expect(sorted(indexOf(...names).find(query))).toEqual(byMatcher(query, names));
      }),
      {numRuns: 3000},
    );
  });

  it('finds each word in any field, and no word across two fields or two items', () => {
    const index = new TextIndex([haystackOf('Kim', 'Sales Seoul', '7001'), haystackOf('Lee', '', '')]);
    expect(index.find('7001 kim')).toEqual([0]);
    expect(index.find('kimsales')).toEqual([]);
    expect(index.find('7001lee')).toEqual([]);
    expect(index.find('kim lee')).toEqual([]);
  });

  it('puts what begins with the query first, and keeps the order otherwise', () => {
    const index = indexOf('Dr. Ann', 'Joann', 'Anna', 'Bo', 'Ann');
    expect(index.find('ann')).toEqual([2, 4, 0, 1]);
    expect(indexOf('박김', '김박', '강').find('ㄱ')).toEqual([1, 2, 0]);
  });

  it('finds nothing in nothing, and nothing for nothing', () => {
    expect(new TextIndex([]).find('a')).toEqual([]);
    expect(indexOf('', 'a', '').find('a')).toEqual([1]);
    expect(indexOf('a').find('')).toEqual([]);
  });

  it('finds decomposed text, as macOS hands it in', () => {
    expect(indexOf('김민수'.normalize('NFD')).find('김민')).toEqual([0]);
    expect(indexOf('김민수').find('김민'.normalize('NFD'))).toEqual([0]);
  });

  it('finds a number that is typed with other marks than it is written with', () => {
    const index = new TextIndex([haystackOf('Hanbit', '032 555 0119', '0325550119')]);
    for (const query of ['032-555', '(032)555-0119', '０３２', '0325550119'])
      expect(index.find(query)).toEqual([0]);
    expect(index.find('032-556')).toEqual([]);
  });
});
