/** Where a match stands in a text: UTF-16 units, end exclusive. */
export type MatchRange = readonly [start: number, end: number];

/** Says where a query is found in the fields of an item; undefined where it is not. One list of ranges per field. */
export type Matcher = (...fields: readonly string[]) => readonly (readonly MatchRange[])[] | undefined;

const FIRST = 0xac00;
const LAST = 0xd7a3;
const FINALS = 28;
const PER_ONSET = 21 * FINALS;

const ONSETS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const CODAS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
/** Final clusters, as the consonants they are typed from: 값 began as 갑. */
const CLUSTERS: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};

const letter = (code: number): string => String.fromCharCode(code);

/** Every syllable that starts with this consonant, and the consonant itself: ㄱ finds 가, 김, ㄱ. */
const onsetClass = (consonant: string): string => {
  const start = FIRST + ONSETS.indexOf(consonant) * PER_ONSET;
  return `[${consonant}${letter(start)}-${letter(start + PER_ONSET - 1)}]`;
};

const consonants = (char: string): string => [...(CLUSTERS[char] ?? char)].map(onsetClass).join('');

/** Vowels that another one can be typed onto, by their place, with how many come of it: ㅗ becomes ㅘ, ㅙ, ㅚ. */
const VOWELS: Readonly<Record<number, number>> = {8: 3, 13: 3, 18: 1};

/** The last syllable may still grow: 기 into 김, 초 into 최, 김 into 기민, 갑 into 값 or 가방. */
const growing = (code: number): string => {
  const final = (code - FIRST) % FINALS;
  const open = code - final;
  if (final === 0) {
    const vowel = ((open - FIRST) % PER_ONSET) / FINALS;
    return `[${letter(open)}-${letter(open + (1 + (VOWELS[vowel] ?? 0)) * FINALS - 1)}]`;
  }
  const coda = CODAS[final] ?? '';
  const typed = CLUSTERS[coda] ?? coda;
  const kept = typed.length > 1 ? letter(open + CODAS.indexOf(typed[0] ?? '')) : letter(open);
  const onset = typed.at(-1) ?? '';
  const clusters = Object.keys(CLUSTERS).filter((one) => CLUSTERS[one]?.startsWith(coda) === true);
  const grown = clusters.map((one) => letter(open + CODAS.indexOf(one)));
  return `(?:[${letter(code)}${grown.join('')}]|${kept}${onsetClass(onset)})`;
};

const pattern = (char: string, isLast: boolean): string => {
  const code = char.charCodeAt(0);
  if (ONSETS.includes(char) || char in CLUSTERS) return consonants(char);
  if (code >= FIRST && code <= LAST && isLast) return growing(code);
  return char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
};

/** What one word of a query is found by: the source of a regular expression. */
export const wordPattern = (word: string): string => {
  const chars = [...word];
  return chars.map((char, at) => pattern(char, at === chars.length - 1)).join('');
};

const rangesIn = (text: string, expression: RegExp): readonly MatchRange[] =>
  [...text.matchAll(expression)].map(({index, 0: found}) => [index, index + found.length]);

const joined = (ranges: readonly MatchRange[]): readonly MatchRange[] => {
  const result: MatchRange[] = [];
  for (const range of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && range[0] <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], range[1])];
    else result.push(range);
  }
  return result;
};

/** The form in which texts are compared, and for which ranges hold. macOS hands in decomposed Korean. */
export const searchable = (text: string): string => text.normalize('NFC');

/** The words of a query, each of which must be found. */
export const queryWords = (query: string): readonly string[] =>
  searchable(query).split(/\s+/).filter(Boolean);

const finding = (query: string) => {
  const tokens = queryWords(query).map((word) => new RegExp(wordPattern(word), 'giu'));
  return (fields: readonly string[]) => tokens.map((token) => fields.map((field) => rangesIn(field, token)));
};

type Found = ReturnType<ReturnType<typeof finding>>;

const together = (fields: readonly string[], found: Found): readonly (readonly MatchRange[])[] =>
  fields.map((_, at) => joined(found.flatMap((ofToken) => ofToken[at] ?? [])));

/**
 * Makes a filter from what was typed. Every word of it must be found in one of the fields, in any order, whatever the
 * case; Korean is found by initial consonants (ㄱㅁㅅ finds 김민수) and at every moment of typing a syllable. An
 * empty query finds everything. Fields are expected in the form of `searchable`.
 */
export const matches = (query: string): Matcher => {
  const find = finding(query);
  return (...fields) => {
    const found = find(fields);
    if (found.some((ofToken) => ofToken.every((ranges) => ranges.length === 0))) return undefined;
    return together(fields, found);
  };
};

/** Where the words of a query stand, whether all of them are found or not: for marking what something else has found. */
export const marksOf = (
  query: string,
): ((...fields: readonly string[]) => readonly (readonly MatchRange[])[]) => {
  const find = finding(query);
  return (...fields) => together(fields, find(fields));
};
