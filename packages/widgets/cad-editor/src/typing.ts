import {readCadValue, type CadReading, type CadType} from '@deskwire/domain';
import {formatTime, type Locale} from '@deskwire/kit';

/** How a value that is no plain text is worded, besides what a language's own formats say. */
export interface ValueWords {
  readonly yes: string;
  readonly no: string;
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})(Z|[+-]\d{2}:\d{2})?$/;

/** Year first, however it is separated: `2026.11.27`, `2026/1/5`, `2026. 11. 27.`, `20261127`. */
const YEAR_FIRST =
  /^(\d{4})(?:\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})(?:\s*[.일])?|(\d{2})(\d{2}))(?=$|[T\s])/;

const isoDate = (text: string): string =>
  text.replace(YEAR_FIRST, (_, year: string, ...rest: string[]) => {
    const [month = '', day = ''] = rest[0] ? [rest[0], rest[1]] : [rest[2], rest[3]];
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  });

/** A time may be written with one digit for its hour, and after several spaces. */
const isoTime = (text: string): string =>
  text.replace(
    /^(\S+)\s+(\d{1,2})(?=:)/,
    (_, date: string, hour: string) => `${date} ${hour.padStart(2, '0')}`,
  );

/**
 * Reads what was typed: as `readCadValue` does, after what people and input methods write otherwise has been put in its
 * form: full-width digits, a minus that is no hyphen, a date whose year comes first. What could mean two things (a comma in
 * a number, 03/04/2026) is left as it is, and refused.
 */
export const readTyped = (type: CadType, text: string): CadReading => {
  if (type === 'string') return readCadValue(type, text);
  const plain = text
    .normalize('NFKC')
    .replace(/^\s*\u2212/, '-')
    .trim();
  if (type === 'date') return readCadValue(type, isoDate(plain));
  return readCadValue(type, type === 'date-time' ? isoTime(isoDate(plain)) : plain);
};

/** A stored value as it stands in its text box. What is not in canonical form stands as it is. */
export const editText = (type: CadType, value: string): string => {
  const found = type === 'date-time' ? DATE_TIME.exec(value) : null;
  if (!found) return value;
  const [, date = '', time = '', seconds = '', zone = ''] = found;
  return `${date} ${time}${seconds === ':00' ? '' : seconds}${zone}`;
};

const groupDigits = (value: string): string => {
  const [whole = '', fraction] = value.split('.');
  // English and Korean write numbers alike; text keeps every digit, which a number would not.
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** The clock on the wall, whatever the time zone of this machine. */
const atUtc = (iso: string): number => Date.parse(iso.endsWith('Z') ? iso : `${iso}Z`);

const DAY = {dateStyle: 'medium', timeZone: 'UTC'} as const;
const MINUTE = {dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone: 'UTC'} as const;

const dateTimeText = (locale: Locale, value: string): string => {
  const [, date = '', time = '', seconds = '', zone = ''] = DATE_TIME.exec(value) ?? [];
  const text = formatTime(locale, atUtc(`${date}T${time}${seconds}`), MINUTE);
  if (zone === '') return text;
  return `${text} UTC${zone === 'Z' ? '' : zone}`;
};

/**
 * A stored value as the language writes it, for reading. A date-time is shown as it was written, with its offset, never
 * moved into the time zone of this machine. What does not parse is shown as it is.
 */
export const displayText = (locale: Locale, type: CadType, value: string, words: ValueWords): string => {
  if (value === '' || 'problem' in readCadValue(type, value)) return value;
  switch (type) {
    case 'string':
      return value;
    case 'integer':
    case 'decimal':
      return groupDigits(value);
    case 'boolean':
      return value === 'true' ? words.yes : words.no;
    case 'date':
      return formatTime(locale, atUtc(value + 'T00:00:00'), DAY);
    case 'date-time':
      return DATE_TIME.test(value) ? dateTimeText(locale, value) : value;
  }
};
