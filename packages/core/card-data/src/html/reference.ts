/** References that can stand between or instead of the digits of a number, and those that every mail has. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  NonBreakingSpace: '\u00a0',
  Tab: '\t',
  NewLine: '\n',
  ensp: '\u2002',
  emsp: '\u2003',
  emsp13: '\u2004',
  emsp14: '\u2005',
  numsp: '\u2007',
  puncsp: '\u2008',
  thinsp: '\u2009',
  ThinSpace: '\u2009',
  hairsp: '\u200a',
  VeryThinSpace: '\u200a',
  MediumSpace: '\u205f',
  ZeroWidthSpace: '\u200b',
  NegativeVeryThinSpace: '\u200b',
  NegativeThinSpace: '\u200b',
  NegativeMediumSpace: '\u200b',
  NegativeThickSpace: '\u200b',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  NoBreak: '\u2060',
  af: '\u2061',
  ApplyFunction: '\u2061',
  it: '\u2062',
  InvisibleTimes: '\u2062',
  ic: '\u2063',
  InvisibleComma: '\u2063',
  shy: '\u00ad',
  dash: '\u2010',
  hyphen: '\u2010',
  ndash: '\u2013',
  mdash: '\u2014',
  horbar: '\u2015',
  minus: '\u2212',
  middot: '\u00b7',
  centerdot: '\u00b7',
  CenterDot: '\u00b7',
  bull: '\u2022',
  bullet: '\u2022',
  period: '.',
  comma: ',',
  sol: '/',
  lowbar: '_',
  UnderBar: '_',
  vert: '|',
  verbar: '|',
  VerticalLine: '|',
  sup1: '\u00b9',
  sup2: '\u00b2',
  sup3: '\u00b3',
};

/** Those that browsers know without their semicolon too. */
const WITHOUT_SEMICOLON = /^(?:nbsp|middot|sup[123]|shy|quot|amp|lt|gt)/;

/** What numbers of the Windows character set mean, where they stand between digits. */
const WINDOWS: ReadonlyMap<number, string> = new Map([
  [0x95, '\u2022'],
  [0x96, '\u2013'],
  [0x97, '\u2014'],
]);

/** A character, and how much of the source its reference takes. */
export interface Character {
  readonly text: string;
  readonly length: number;
}

const NUMBER = /&#(?:x([0-9a-f]+)|([0-9]+));?/iy;
const NAME = /&([a-z][a-z0-9]{1,23})(;?)/iy;

const numbered = (source: string, hex: string | undefined, decimal = ''): Character | undefined => {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  // A number that is no character stays as it is written, so that its digits are looked at too.
  if (!isCharacter) return undefined;
  return {text: WINDOWS.get(code) ?? String.fromCodePoint(code), length: source.length};
};

const named = (name: string, semicolon: string): Character | undefined => {
  const whole = semicolon && Object.hasOwn(NAMED, name) ? name : WITHOUT_SEMICOLON.exec(name)?.[0];
  const text = whole === undefined ? undefined : NAMED[whole];
  return whole === undefined || text === undefined
    ? undefined
    : {text, length: 1 + whole.length + (whole === name ? semicolon.length : 0)};
};

/** The character that a reference stands for which begins here (`&amp;`, `&#49;`); undefined where none does. */
export const referenceAt = (html: string, index: number): Character | undefined => {
  NUMBER.lastIndex = index;
  const number = NUMBER.exec(html);
  if (number) return numbered(number[0], number[1], number[2]);
  NAME.lastIndex = index;
  const name = NAME.exec(html);
  return name ? named(name[1] ?? '', name[2] ?? '') : undefined;
};
