/** One decimal digit of a text, however it is written: its value, and where it stands (UTF-16 units, end exclusive). */
export interface Digit {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const ASCII_ZERO = 0x30;
const isAsciiDigit = (unit: number): boolean => unit >= ASCII_ZERO && unit <= 0x39;
const isDecimal = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code));

/** Digits of a script stand in rows of ten that begin with their zero. */
const rowValue = (code: number): number => {
  let zero = code;
  while (isDecimal(zero - 1)) zero -= 1;
  return (code - zero) % 10;
};

const NUMERIC = /\p{N}/u;

/** The digits that a character stands for: ٤ and 𝟒 are 4, ④ and ⁴ too, ⑫ is 1 and 2. Empty for any other. */
const valuesOf = (character: string): readonly number[] => {
  const code = character.codePointAt(0) ?? 0;
  if (isAsciiDigit(code)) return [code - ASCII_ZERO];
  if (code < 0x80 || !NUMERIC.test(character)) return [];
  if (isDecimal(code)) return [rowValue(code)];
  const plain = character.normalize('NFKC');
  return /^[0-9]{1,2}$/.test(plain) ? [...plain].map(Number) : [];
};

const MARKS = /[\p{Mn}\p{Me}]*/uy;
const FIRST_MARK = 0x300;

/** How many units of marks belong to the character before, as the frame of a keycap does. */
const marksAfter = (text: string, at: number): number => {
  if (!(text.charCodeAt(at) >= FIRST_MARK)) return 0;
  MARKS.lastIndex = at;
  return MARKS.exec(text)?.[0].length ?? 0;
};

/** Most of what is written, told from digits at a glance: a long mail is looked through while others wait. */
const isPlain = (unit: number): boolean =>
  (unit < 0x80 && !isAsciiDigit(unit)) || (unit >= 0xac00 && unit <= 0xd7a3);

/** Every digit of a text, in order. */
export const digitsOf = (text: string): readonly Digit[] => {
  const found: Digit[] = [];
  for (let at = 0; at < text.length;) {
    if (isPlain(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const values = valuesOf(character);
    const length = character.length + (values.length ? marksAfter(text, at + character.length) : 0);
    for (const value of values) found.push({value, start: at, end: at + length});
    at += length;
  }
  return found;
};
