import {CAD_MAX_LENGTH, type CadType, type CadVariable} from './cad.js';
import {refuse, type Refusal} from './refusal.js';

/** Why a value does not parse; the `reason` of DW_CAD_INVALID. */
export const CAD_PROBLEMS = ['integer', 'decimal', 'boolean', 'date', 'date-time', 'characters'] as const;
/** One of {@link CAD_PROBLEMS}. */
export type CadProblem = (typeof CAD_PROBLEMS)[number];

/** What became of a typed value: its canonical form, or why there is none. */
export type CadReading = {readonly value: string} | {readonly problem: CadProblem};

/** NUL and other control characters, but not tab and line feed, and halves of a pair that stand alone. */
const FORBIDDEN = /[^\P{Cc}\t\n]|\p{Surrogate}/u;

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '') || '0';

/** Zero has no sign. */
const signed = (sign: string, size: string): string =>
  sign === '-' && /[1-9]/.test(size) ? `-${size}` : size;

const readInteger = (text: string): string | undefined => {
  const [, sign = '', digits] = /^([+-]?)(\d+)$/.exec(text) ?? [];
  return digits === undefined ? undefined : signed(sign, withoutZeros(digits));
};

const readDecimal = (text: string): string | undefined => {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)(\.\d+)?$/.exec(text) ?? [];
  return whole === '' && fraction === '' ? undefined : signed(sign, `${withoutZeros(whole)}${fraction}`);
};

/** The Gregorian calendar without a time zone; the year has four digits. */
const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,3})?))?(Z|[+-]\d{2}:\d{2})?$/i;

const readDate = (text: string): string | undefined => {
  const found = DATE.exec(text);
  return found && isDay(Number(found[1]), Number(found[2]), Number(found[3])) ? text : undefined;
};

const isOffset = (zone: string): boolean => {
  const found = /^[+-](\d{2}):(\d{2})$/.exec(zone);
  return !found || (Number(found[1]) <= 14 && Number(found[2]) <= 59);
};

const readDateTime = (text: string): string | undefined => {
  const found = DATE_TIME.exec(text);
  if (!found) return undefined;
  const [, date = '', hour = '', minute = '', second = '00', zone = ''] = found;
  const isTime = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) < 60;
  return isTime && isOffset(zone) && readDate(date)
    ? `${date}T${hour}:${minute}:${second}${zone.toUpperCase()}`
    : undefined;
};

const readers: Readonly<Record<Exclude<CadType, 'string'>, (text: string) => string | undefined>> = {
  integer: readInteger,
  decimal: readDecimal,
  boolean: (text) => (text === 'true' || text === 'false' ? text : undefined),
  date: readDate,
  'date-time': readDateTime,
};

/**
 * Reads a value of one type. Text around it does not count, but in a string it does. The empty text is "not set" in every
 * type. Numbers are kept as text, so that no digit is lost; a date-time without an offset is the contact centre's local
 * time.
 * @returns The canonical form that is stored, or why there is none.
 */
export const readCadValue = (type: CadType, text: string): CadReading => {
  if (FORBIDDEN.test(text)) return {problem: 'characters'};
  if (type === 'string') return {value: text};
  const trimmed = text.trim();
  if (trimmed === '') return {value: ''};
  const value = readers[type](trimmed);
  return value === undefined ? {problem: type} : {value};
};

/**
 * Checks one typed value against its variable, as the desk does before it asks and the engine before it decides. The
 * refusal names the variable, never its value.
 */
export const checkCadValue = ({name, type, editable}: CadVariable, text: string): Refusal | undefined => {
  if (!editable) return refuse('DW_CAD_READONLY', {name});
  if (text.length > CAD_MAX_LENGTH) return refuse('DW_CAD_TOO_LONG', {name, max: CAD_MAX_LENGTH});
  const reading = readCadValue(type, text);
  return 'problem' in reading ? refuse('DW_CAD_INVALID', {name, reason: reading.problem}) : undefined;
};
