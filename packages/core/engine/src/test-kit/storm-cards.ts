// Card numbers as people send them: in any script, grouped or not, whole or in pieces, between other talk.
import {CARD_MIN_DIGITS, isCardNumber} from '@deskwire/card-data';

/** A card number, and the messages that it is sent in. */
export interface SentCard {
  /** Its digits. */
  readonly number: string;
  /** One to three messages of one sender; none of them alone holds so many digits as a card has. */
  readonly pieces: readonly string[];
}

/** What chance says about one; read against what there is to choose from. */
export interface CardDraw {
  readonly issuer: number;
  /** More digits than any card has. */
  readonly digits: readonly number[];
  /** Where it is cut, one or two places; none: it is sent whole. */
  readonly cuts: readonly number[];
  readonly separator: number;
  readonly zero: number;
  readonly before: number;
  readonly after: number;
}

type Issuer = readonly [begin: string, length: number];

const ISSUERS: readonly [Issuer, ...Issuer[]] = [
  ['4', 16],
  ['4', 19],
  ['4', 13],
  ['55', 16],
  ['2223', 16],
  ['37', 15],
  ['36', 14],
  ['3530', 16],
  ['6011', 16],
  ['6212', 17],
];
/** The zeros of the digits that people type: plain, full-width, Arabic, mathematical. */
const ZEROS = [0x30, 0xff10, 0x660, 0x1d7ce] as const;
const SEPARATORS = ['', ' ', '-', '.', '\n', ' - '] as const;
const BEFORE = ['', 'My card is ', '카드 번호는 '] as const;
const AFTER = ['', ' thanks', ' 입니다'] as const;

const choose = <T>(list: readonly [T, ...T[]], index: number): T => list[index % list.length] ?? list[0];

/** The last digit makes it right. */
const numberOf = ({issuer, digits}: CardDraw): string => {
  const [begin, length] = choose(ISSUERS, issuer);
  const open = (begin + digits.join('')).slice(0, length - 1);
  const number = Array.from({length: 10}, (_, check) => `${open}${check.toString()}`).find(isCardNumber);
  if (number === undefined) throw new Error(`${open} is the beginning of no card number`);
  return number;
};

const groupsOf = (number: string): readonly string[] => {
  const sizes = number.length === 15 ? [4, 6, 5] : number.length === 14 ? [4, 6, 4] : [4, 4, 4, 4, 4];
  let from = 0;
  return sizes.flatMap((size) => {
    const group = number.slice(from, (from += size));
    return group ? [group] : [];
  });
};

/** Cuts a text before some of its digits; undefined where a piece would have none, or too many. */
const cut = (text: string, cuts: readonly number[]): readonly string[] | undefined => {
  const places = [...new Set(cuts.map((one) => one % text.length))].sort((a, b) => a - b);
  const ends = [...places, text.length];
  const pieces = ends.map((end, index) => text.slice(index ? ends[index - 1] : 0, end));
  const counts = pieces.map((piece) => piece.replace(/\D/g, '').length);
  return counts.every((count) => count > 0 && count < CARD_MIN_DIGITS) ? pieces : undefined;
};

const inScript = (text: string, zero: number): string =>
  text.replace(/\d/g, (one) => String.fromCodePoint(zero + Number(one)));

/** A card number as somebody sends it. */
export const sentCard = (draw: CardDraw): SentCard => {
  const number = numberOf(draw);
  const text = groupsOf(number).join(choose(SEPARATORS, draw.separator));
  const pieces = (draw.cuts.length > 0 && cut(text, draw.cuts)) || [text];
  const last = pieces.length - 1;
  const dressed = pieces.map(
    (piece, index) =>
      (index > 0 ? '' : choose(BEFORE, draw.before)) +
      piece +
      (index < last ? '' : choose(AFTER, draw.after)),
  );
  return {number, pieces: dressed.map((piece) => inScript(piece, choose(ZEROS, draw.zero)))};
};

const plainDigits = (text: string): string =>
  [...text]
    .map((one) => {
      const point = one.codePointAt(0) ?? 0;
      const zero = ZEROS.find((first) => point >= first && point < first + 10);
      return zero === undefined ? '' : String(point - zero);
    })
    .join('');

/** Whether so much of a card number stands in a text that somebody could use it: its digits in order, whatever is between. */
export const holdsCard = (text: string, number: string): boolean => {
  const digits = plainDigits(text);
  const starts = Array.from({length: number.length - CARD_MIN_DIGITS + 1}, (_, start) => start);
  return starts.some((start) => digits.includes(number.slice(start, start + CARD_MIN_DIGITS)));
};
