import {chainsOf, type Group} from './groups.js';
import {findAccounts} from './iban.js';
import {CARD_MAX_DIGITS, CARD_MIN_DIGITS, isCardNumber} from './issuers.js';

/** Where a card number stands in a text: UTF-16 units, end exclusive, from its first digit to its last. */
export interface CardSpan {
  readonly start: number;
  readonly end: number;
}

/** Fours with a rest, as most cards; American Express, UATP and Diners Club; two halves; Maestro. */
const GROUPINGS = /^(?:4{3,4}[1-4]?|465|456|464|4443|4434|88|664)$|^6,13$/;

const groupingOf = (groups: readonly Group[]): string => {
  const sizes = groups.map(({length}) => length);
  return sizes.join(sizes.some((size) => size > 9) ? ',' : '');
};

const isSingle = (group: Group | undefined): boolean => group?.length === 1;

/** A number typed digit by digit counts when no further digit stands beside it: a part of a longer one is no card. */
const isPlausible = (chain: readonly Group[], from: number, count: number): boolean => {
  if (count === 1) return true;
  const groups = chain.slice(from, from + count);
  return groups.every(isSingle)
    ? !isSingle(chain[from - 1]) && !isSingle(chain[from + count])
    : GROUPINGS.test(groupingOf(groups));
};

const numberOf = (groups: readonly Group[]): string =>
  groups.flatMap((group) => group.map(({value}) => value)).join('');

/** The longest card number that begins with a group of a chain: how many groups it takes; 0 for none. */
const groupsOfCard = (chain: readonly Group[], from: number): number => {
  let digits = 0;
  let best = 0;
  for (let count = 1; from + count <= chain.length; count += 1) {
    digits += chain[from + count - 1]?.length ?? 0;
    if (digits > CARD_MAX_DIGITS) break;
    if (digits < CARD_MIN_DIGITS || !isPlausible(chain, from, count)) continue;
    if (isCardNumber(numberOf(chain.slice(from, from + count)))) best = count;
  }
  return best;
};

const spanOf = (groups: readonly Group[]): CardSpan => ({
  start: groups[0]?.[0]?.start ?? 0,
  end: groups.at(-1)?.at(-1)?.end ?? 0,
});

const cardsIn = (chain: readonly Group[]): readonly CardSpan[] => {
  const found: CardSpan[] = [];
  for (let from = 0; from < chain.length;) {
    const count = groupsOfCard(chain, from);
    if (count > 0) found.push(spanOf(chain.slice(from, from + count)));
    from += Math.max(1, count);
  }
  return found;
};

/** Both in the order of the text: one look at each is enough, however many there are. */
const without = (cards: readonly CardSpan[], accounts: readonly CardSpan[]): readonly CardSpan[] => {
  let next = 0;
  return cards.filter(({start, end}) => {
    while ((accounts[next]?.end ?? Infinity) <= start) next += 1;
    return (accounts[next]?.start ?? Infinity) >= end;
  });
};

/**
 * Finds card numbers: 13 to 19 digits of any script, grouped as card numbers are, with spaces, dashes, dots, line breaks
 * or nothing between the groups, in an issuer's range and with the right check digit. Digits that go on without a break
 * are one group: a part of a longer number is no card, and neither is a bank account number (IBAN).
 */
export const findCards = (text: string): readonly CardSpan[] => {
  const cards = chainsOf(text).flatMap(cardsIn);
  return cards.length === 0 ? cards : without(cards, findAccounts(text));
};
