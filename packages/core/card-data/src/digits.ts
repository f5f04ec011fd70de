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

/** How many units of marks belong to the character before, as the frame of a keycap does. */
const marksAfter = (text: string, at: number): number => {
  MARKS.lastIndex = at;
  return MARKS.exec(text)?.[0].length ?? 0;
};

/** Every digit of a text, in order. */
export const digitsOf = (text: string): readonly Digit[] => {
  const found: Digit[] = [];
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = at + character.length + marksAfter(text, at + character.length);
    for (const value of valuesOf(character)) found.push({value, start: at, end});
    at = end;
  }
  return found;
};
