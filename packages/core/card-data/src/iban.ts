import type {CardSpan} from './find.js';

/** An account number as it is printed: country, check digits, then 11 to 30 letters and digits, grouped or not. */
const SHAPE = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/gu;

/** ISO 13616: moved round, letters as numbers, the remainder by 97 is 1. */
const isValid = (account: string): boolean => {
  const moved = account.slice(4) + account.slice(0, 4);
  const numbers = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return [...numbers].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
};

/** Where bank account numbers (IBAN) stand: their digits may look like a card's. */
export const findAccounts = (text: string): readonly CardSpan[] =>
  [...text.matchAll(SHAPE)]
    .filter(([account]) => isValid(account.replace(/[ -]/g, '')))
    .map(({0: account, index}) => ({start: index, end: index + account.length}));
