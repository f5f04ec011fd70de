import {queryWords, searchable, wordPattern} from './matcher.js';

/** Says of texts that {@link haystackOf} made whether a query is found in them. */
export interface Finder {
  finds(haystack: string): boolean;
  /** Whether the text begins with the first word of the query: such ones come first. */
  begins(haystack: string): boolean;
}

/** The fields of an item in the form that a finder reads, made once per item. No word is found across two fields. */
export const haystackOf = (...fields: readonly string[]): string =>
  searchable(fields.join('\n')).toLowerCase();

type Test = (haystack: string) => boolean;

/** A number is found as it is written and, where its digits stand in a field of their own, without its dashes. */
const withoutMarks = (word: string): string | undefined =>
  /^[+(]?\d[\d().-]*$/.test(word) && /[().-]/.test(word) ? word.replace(/[().-]/g, '') : undefined;

/** Korean input methods type digits at full width, too. */
const plainDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => (digit.charCodeAt(0) - 0xff10).toString());

const testsOf = (word: string): {readonly finds: Test; readonly begins: Test} => {
  if (/[ㄱ-ㅎ가-힣]/.test(word)) {
    const source = wordPattern(word);
    const [anywhere, first] = [new RegExp(source), new RegExp(`^${source}`)];
    return {finds: (text) => anywhere.test(text), begins: (text) => first.test(text)};
  }
  const bare = withoutMarks(word);
  return {
    finds: (text) => text.includes(word) || (bare !== undefined && text.includes(bare)),
    begins: (text) => text.startsWith(word),
  };
};

/**
 * Finds what `matches` finds, without saying where: quick enough for tens of thousands of items at every keystroke.
 * An empty query finds everything.
 */
export const finder = (query: string): Finder => {
  const tests = queryWords(plainDigits(query).toLowerCase()).map(testsOf);
  const [first] = tests;
  return {
    finds: (haystack) => tests.every(({finds}) => finds(haystack)),
    begins: (haystack) => first?.begins(haystack) ?? true,
  };
};
