import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

import {finder, haystackOf} from './finder.js';
import {matches, searchable} from './matcher.js';

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
  '',
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

describe('finder', () => {
  it.each(QUERIES)('finds for %j exactly what the matcher finds', (query) => {
    const {finds} = finder(query);
    const match = matches(query);
    for (const name of NAMES) {
      expect(finds(haystackOf(name)), name).toBe(match(searchable(name)) !== undefined);
    }
  });

  it('agrees with the matcher on any Korean and Latin text', () => {
    const letters = fc.constantFrom(...'가각간갈감갑값강김민수ㄱㄴㄳㅁabcABC 0-+.');
    const text = fc.array(letters, {maxLength: 6}).map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (query, name) => {
        fc.pre(!/\d\S*[-.]|[-.]\S*\d/.test(query));
        expect(finder(query).finds(haystackOf(name))).toBe(matches(query)(searchable(name)) !== undefined);
      }),
      {numRuns: 2000},
    );
  });

  it('finds each word in any field, and no word across two', () => {
    const hay = haystackOf('Kim', 'Sales Seoul', '7001');
    expect(finder('7001 kim').finds(hay)).toBe(true);
    expect(finder('kimsales').finds(hay)).toBe(false);
  });

  it('finds decomposed text, as macOS hands it in', () => {
    expect(finder('김민').finds(haystackOf('김민수'.normalize('NFD')))).toBe(true);
    expect(finder('김민'.normalize('NFD')).finds(haystackOf('김민수'))).toBe(true);
  });

  it('finds a number that is typed with other marks than it is written with', () => {
    const hay = haystackOf('Hanbit', '032 555 0119', '0325550119');
    expect(finder('032-555').finds(hay)).toBe(true);
    expect(finder('(032)555-0119').finds(hay)).toBe(true);
    expect(finder('０３２').finds(hay)).toBe(true);
    expect(finder('032-556').finds(hay)).toBe(false);
  });

  it('says what begins with the query', () => {
    expect(finder('ㄱㅁ').begins(haystackOf('김민수'))).toBe(true);
    expect(finder('ㅁㅅ').begins(haystackOf('김민수'))).toBe(false);
    expect(finder('han').begins(haystackOf('Hanna'))).toBe(true);
    expect(finder('').begins(haystackOf('Hanna'))).toBe(true);
  });
});
