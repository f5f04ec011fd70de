import {LIBRARY_RANGES} from './library-ranges.js';

/** Fewest and most digits of a card number (ISO/IEC 7812-1, and what is in use). */
export const CARD_MIN_DIGITS = 13;
/** See {@link CARD_MIN_DIGITS}. */
export const CARD_MAX_DIGITS = 19;

/** How the numbers of an issuer begin, from and to, and how long they are. */
interface Range {
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
}

const known: readonly Range[] = LIBRARY_RANGES.flatMap(({begins, lengths}) =>
  begins.map(([from, to]) => ({from, to, lengths})),
);

/** What the library does not have. */
const more: readonly Range[] = [
  // Cards of Korean issuers that are good within the country only.
  {from: '90', to: '99', lengths: [16]},
  // Old Visa cards.
  {from: '4', to: '4', lengths: [13]},
  // Old JCB cards.
  {from: '2131', to: '2131', lengths: [15]},
  {from: '1800', to: '1800', lengths: [15]},
  // UATP, the airlines' own.
  {from: '1', to: '1', lengths: [15]},
];

const RANGES = [...known, ...more];

/** The Luhn check (ISO/IEC 7812-1, annex B). */
export const passesLuhn = (number: string): boolean => {
  let sum = 0;
  for (let place = 0; place < number.length; place += 1) {
    const digit = Number(number[number.length - 1 - place]);
    const twice = digit * 2;
    sum += place % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
};

const isOfKnownIssuer = (number: string): boolean =>
  RANGES.some(({from, to, lengths}) => {
    const begin = number.slice(0, from.length);
    return lengths.includes(number.length) && begin >= from && begin <= to;
  });

/** Whether digits can be a card number: 13 to 19 of them, of an issuer's range, with the right check digit. */
export const isCardNumber = (number: string): boolean =>
  number.length >= CARD_MIN_DIGITS &&
  number.length <= CARD_MAX_DIGITS &&
  !/^(\d)\1*$/.test(number) &&
  passesLuhn(number) &&
  isOfKnownIssuer(number);
