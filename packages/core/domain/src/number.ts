import {refuse, type Refusal} from './refusal.js';

/** At least so many digits (XFER-6). */
export const NUMBER_MIN_DIGITS = 3;
/** At most so many digits (XFER-6). E.164 would allow one more. */
export const NUMBER_MAX_DIGITS = 14;
/** At most so many characters, digits and `+ # * :` together: room for service codes around a number. */
export const NUMBER_MAX_LENGTH = 24;

/** Why a number cannot be dialled; the `reason` of DW_NUMBER_INVALID. */
export const NUMBER_PROBLEMS = [
  /** Something else than digits and `+ # * :`. */
  'characters',
  'too-short',
  'too-long',
  /** A plus that is not the first character, or has no country code after it. */
  'plus',
  /** +1 that is not followed by an area code and 7 digits. */
  'us',
  /** An international prefix (00, 011) without country code and number. */
  'idd',
] as const;
/** One of {@link NUMBER_PROBLEMS}. */
export type NumberProblem = (typeof NUMBER_PROBLEMS)[number];

const SCHEMES = /\b(?:tel|callto|sips?):/gi;
/** What follows a SIP user is a host, whose digits nobody wants to dial. */
const SIP_HOST = /(\bsips?:[^@\s:]*)@\S*/gi;
/** `;ext=12`, `;phone-context=+82`: parameters of a link (RFC 3966). */
const PARAMETERS = /;\s*[a-z][\w-]*(?:=[^;]*)?/gi;
/** The trunk zero that people write beside a country code: +82 (0)2. It is not dialled from abroad. */
const TRUNK_ZERO = /(\d[^\d(]*)\(\s*0\s*\)/g;

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code));

/** Digits of any script stand in rows of ten that begin with their zero. */
const asAscii = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (isDigit(zero - 1)) zero -= 1;
  return ((code - zero) % 10).toString();
};

/**
 * What is dialled of a text that somebody typed or pasted (XFER-5): digits and `+ # * :`, in their order. A link's
 * scheme, host and parameters go, and so does a trunk zero in brackets after a country code; digits of any script
 * become ASCII. Everything else is dropped.
 */
export const dialled = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asAscii)
    .replace(SIP_HOST, '$1')
    .replace(SCHEMES, '')
    .replace(PARAMETERS, '')
    .replace(TRUNK_ZERO, '$1')
    .replace(/[^0-9+#*:]/g, '');

/** Whether letters are lost on the way to the number, as in 1-800-FLOWERS: worth a word before it is dialled. */
export const losesLetters = (text: string): boolean =>
  /\p{L}/u.test(text.normalize('NFKC').replace(SIP_HOST, '$1').replace(SCHEMES, '').replace(PARAMETERS, ''));

const lengthProblem = (number: string, digits: number): NumberProblem | undefined => {
  if (digits < NUMBER_MIN_DIGITS) return 'too-short';
  return digits > NUMBER_MAX_DIGITS || number.length > NUMBER_MAX_LENGTH ? 'too-long' : undefined;
};

const formatProblem = (number: string): NumberProblem | undefined => {
  if (number.lastIndexOf('+') > 0 || /^\+(?![1-9])/.test(number)) return 'plus';
  if (number.startsWith('+1')) return /^\+1[2-9]\d{9}(?!\d)/.test(number) ? undefined : 'us';
  // Three digits are a short code, in some country an emergency's.
  return /^(?:00\d{2,4}|011\d{1,4})(?!\d)/.test(number) ? 'idd' : undefined;
};

const problemOf = (number: string): NumberProblem | undefined => {
  if (/[^0-9+#*:]/.test(number)) return 'characters';
  return lengthProblem(number, number.replace(/\D/g, '').length) ?? formatProblem(number);
};

/**
 * Checks a number as `dialled` made it (XFER-6): 3 to 14 digits; +1 with area code and 7 digits; + with country code
 * (E.164); an international prefix with what belongs after it; anything else as it is dialled within the country or
 * the house. It knows no numbering plan: whether somebody has the number shows when it rings.
 * @returns DW_NUMBER_INVALID with the `reason`, one of {@link NUMBER_PROBLEMS}, and the limits.
 */
export const checkNumber = (number: string): Refusal | undefined => {
  const reason = problemOf(number);
  return reason && refuse('DW_NUMBER_INVALID', {reason, min: NUMBER_MIN_DIGITS, max: NUMBER_MAX_DIGITS});
};

/** Without prefixes: what of a number is left when it is dialled from nearby. */
const significant = (number: string): {readonly digits: string; readonly isInternational: boolean} => {
  const clean = dialled(number);
  const isInternational = /^(?:\+|00|011)/.test(clean);
  return {digits: clean.replace(/\D/g, '').replace(/^(?:011|0+)/, ''), isInternational};
};

/** Fewer digits than this say nothing about being the same line elsewhere. */
const TELLING = 7;
const LONGEST_COUNTRY_CODE = 3;

const isAbroadFormOf = (abroad: string, near: string): boolean =>
  near.length >= TELLING &&
  abroad.endsWith(near) &&
  abroad.length > near.length &&
  abroad.length <= near.length + LONGEST_COUNTRY_CODE;

/** Whether two ways of writing reach the same line: 1588-0420, +82 1588 0420, 0082 15880420. */
export const isSameNumber = (a: string, b: string): boolean => {
  const [left, right] = [significant(a), significant(b)];
  if (left.digits === '' || right.digits === '') return false;
  if (left.digits === right.digits) return true;
  return (
    (left.isInternational && isAbroadFormOf(left.digits, right.digits)) ||
    (right.isInternational && isAbroadFormOf(right.digits, left.digits))
  );
};

/**
 * What all ways of writing one line have in common, to find it in an index: two numbers that `isSameNumber` calls the same
 * have the same key. The other way round is not so: what was found has yet to be compared.
 */
export const numberKey = (number: string): string | undefined => {
  const {digits} = significant(number);
  return digits === '' ? undefined : digits.slice(-TELLING);
};
