import {digitsOf, type Digit} from './digits.js';

/** Digits without anything between them. */
export type Group = readonly Digit[];

/** What nobody sees. */
const UNSEEN = /\p{Cf}/gu;
/** What people put between the groups of a number. */
const SEPARATORS = /^[\s\p{Pd}\u2212.,\u00b7\u2022\u30fb/_|~]*$/u;
/** "1234 - 5678", ", " and a line break of two characters are the longest that are common. */
const LONGEST_SEPARATOR = 3;

const seen = (gap: string): string => gap.replace(UNSEEN, '');

const joins = (gap: string): boolean => {
  const visible = seen(gap);
  return visible.length <= LONGEST_SEPARATOR && SEPARATORS.test(visible);
};

/**
 * The groups of digits of a text, gathered into chains: whatever stands between two groups of a chain is a separator.
 */
export const chainsOf = (text: string): readonly (readonly Group[])[] => {
  const chains: Group[][] = [];
  let group: Digit[] = [];
  let last: Digit | undefined;
  for (const digit of digitsOf(text)) {
    const gap = last && text.slice(last.end, digit.start);
    if (gap !== undefined && seen(gap) === '') {
      group.push(digit);
    } else {
      group = [digit];
      if (gap !== undefined && joins(gap)) chains.at(-1)?.push(group);
      else chains.push([group]);
    }
    last = digit;
  }
  return chains;
};
