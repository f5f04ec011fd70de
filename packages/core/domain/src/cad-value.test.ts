import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {CAD_TYPES, type CadType, type CadVariable} from './cad.js';
import {checkCadValue, readCadValue} from './cad-value.js';

/** The canonical value, or the problem in brackets. */
const read = (type: CadType, text: string): string => {
  const reading = readCadValue(type, text);
  return 'value' in reading ? reading.value : `(${reading.problem})`;
};

describe('R77 a value of any type', () => {
  it.each(CAD_TYPES)('is not set where it is empty (%s)', (type) => {
    expect(read(type, '')).toBe('');
    expect(read(type, '   ')).toBe(type === 'string' ? '   ' : '');
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['a bell', '\u0007'],
    ['a carriage return', 'a\rb'],
    ['an escape sequence', '\u001b[31m'],
    ['delete', '\u007f'],
    ['a C1 control', '\u0085'],
    ['a lone high surrogate', 'a\ud83d'],
    ['a lone low surrogate', '\ude00a'],
    ['a pair the wrong way round', '\ude00\ud83d'],
  ])('never holds %s', (_, text) => {
    for (const type of CAD_TYPES) expect(read(type, text)).toBe('(characters)');
  });
});

describe('R77 a string', () => {
  it.each([
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['an entity', '&lt;b&gt;'],
    ['Hangul', '김민수 고객님'],
    ['an emoji of many code points', '👩‍👩‍👧‍👦'],
    ['spaces around it', '  gold  '],
    ['tab and line feed', 'a\tb\nc'],
    ['what looks like a formula', '=1+1'],
  ])('is what was typed: %s', (_, text) => {
    expect(read('string', text)).toBe(text);
  });
});

describe('R77 an integer', () => {
  it.each([
    ['7', '7'],
    [' 7 ', '7'],
    ['+7', '7'],
    ['-7', '-7'],
    ['007', '7'],
    ['000', '0'],
    ['-0', '0'],
    ['-00', '0'],
    ['9007199254740993', '9007199254740993'],
    ['9'.repeat(256), '9'.repeat(256)],
    ['1.5', '(integer)'],
    ['1.0', '(integer)'],
    ['1e400', '(integer)'],
    ['1e3', '(integer)'],
    ['1,000', '(integer)'],
    ['1 000', '(integer)'],
    ['0x10', '(integer)'],
    ['１２', '(integer)'],
    ['٣', '(integer)'],
    ['-', '(integer)'],
    ['+', '(integer)'],
    ['--1', '(integer)'],
    ['Infinity', '(integer)'],
    ['NaN', '(integer)'],
    ['<b>1</b>', '(integer)'],
  ])('%j is %s', (text, expected) => {
    expect(read('integer', text)).toBe(expected);
  });
});

describe('R77 a decimal', () => {
  it.each([
    ['1.5', '1.5'],
    ['1', '1'],
    ['+01.50', '1.50'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['-0.0', '0.0'],
    ['00.10', '0.10'],
    ['0.10000000000000000000000000001', '0.10000000000000000000000000001'],
    ['1,5', '(decimal)'],
    ['1.000,50', '(decimal)'],
    ['1,000.50', '(decimal)'],
    ['1٫5', '(decimal)'],
    ['1.', '(decimal)'],
    ['.', '(decimal)'],
    ['-', '(decimal)'],
    ['1.2.3', '(decimal)'],
    ['1e400', '(decimal)'],
    ['1.5e-3', '(decimal)'],
    ['₩1000', '(decimal)'],
    ['10%', '(decimal)'],
  ])('%j is %s', (text, expected) => {
    expect(read('decimal', text)).toBe(expected);
  });
});

describe('R77 a boolean', () => {
  it.each([
    ['true', 'true'],
    [' false ', 'false'],
    ['TRUE', '(boolean)'],
    ['1', '(boolean)'],
    ['yes', '(boolean)'],
  ])('%j is %s', (text, expected) => {
    expect(read('boolean', text)).toBe(expected);
  });
});

describe('R77 a date', () => {
  it.each([
    ['2026-02-28', '2026-02-28'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['0004-02-29', '0004-02-29'],
    ['2026-02-29', '(date)'],
    ['1900-02-29', '(date)'],
    ['2026-02-30', '(date)'],
    ['2026-04-31', '(date)'],
    ['2026-13-01', '(date)'],
    ['2026-00-10', '(date)'],
    ['2026-01-00', '(date)'],
    ['2026-1-5', '(date)'],
    ['26-01-05', '(date)'],
    ['12026-01-05', '(date)'],
    ['05/01/2026', '(date)'],
    ['2026.01.05', '(date)'],
    ['2026년 1월 5일', '(date)'],
    ['2026-01-05T10:00', '(date)'],
  ])('%j is %s', (text, expected) => {
    expect(read('date', text)).toBe(expected);
  });
});

describe('R77 a date-time', () => {
  it.each([
    ['2026-01-05T09:30', '2026-01-05T09:30:00'],
    ['2026-01-05 09:30', '2026-01-05T09:30:00'],
    ['2026-01-05t09:30:15z', '2026-01-05T09:30:15Z'],
    ['2026-01-05T09:30:15.250', '2026-01-05T09:30:15.250'],
    ['2026-01-05T09:30:15.250+09:00', '2026-01-05T09:30:15.250+09:00'],
    ['2026-01-05T23:59:59-14:00', '2026-01-05T23:59:59-14:00'],
    ['2026-01-05T09:30+15:00', '(date-time)'],
    ['2026-01-05T09:30+09:60', '(date-time)'],
    ['2026-01-05T24:00', '(date-time)'],
    ['2026-01-05T09:60', '(date-time)'],
    ['2026-01-05T23:59:60', '(date-time)'],
    ['2026-02-30T09:30', '(date-time)'],
    ['2026-01-05', '(date-time)'],
    ['2026-01-05T9:30', '(date-time)'],
    ['2026-01-05T09:30:15.2500', '(date-time)'],
    ['tomorrow', '(date-time)'],
  ])('%j is %s', (text, expected) => {
    expect(read('date-time', text)).toBe(expected);
  });
});

describe('R77 whatever was typed', () => {
  it('is what it was when it is read again, and takes no time', () => {
    const texts = fc.oneof(
      fc.string({unit: 'binary', maxLength: 300}),
      fc.integer().map(String),
      fc.double().map(String),
      fc.date({noInvalidDate: true}).map((date) => date.toISOString()),
      fc.stringMatching(/^[+-]?[0-9.,eT:-]{0,40}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...CAD_TYPES), texts, (type, text) => {
        const first = readCadValue(type, text);
        if ('value' in first) expect(readCadValue(type, first.value)).toEqual(first);
        else expect(['characters', type]).toContain(first.problem);
      }),
      {seed: 20_261_121, numRuns: 5_000},
    );
    const begun = performance.now();
    for (const type of CAD_TYPES) readCadValue(type, `${'0'.repeat(100_000)}x`);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('R77 a value for its variable', () => {
  const variable = (set: Partial<CadVariable> = {}): CadVariable => ({
    name: 'pin',
    label: 'PIN',
    type: 'integer',
    value: '',
    editable: true,
    secure: true,
    order: 1,
    version: 1,
    ...set,
  });

  it('is taken or refused by name, and the refusal never tells it', () => {
    expect(checkCadValue(variable(), '1234')).toBeUndefined();
    expect(checkCadValue(variable(), '12x4')).toEqual({
      code: 'DW_CAD_INVALID',
      kind: 'input',
      params: {name: 'pin', reason: 'integer'},
    });
    expect(checkCadValue(variable({editable: false}), '1234')).toMatchObject({
      code: 'DW_CAD_READONLY',
      params: {name: 'pin'},
    });
  });

  it('has at most 256 units: an emoji counts two', () => {
    const text = variable({type: 'string'});
    expect(checkCadValue(text, 'x'.repeat(256))).toBeUndefined();
    expect(checkCadValue(text, '😀'.repeat(128))).toBeUndefined();
    for (const long of ['x'.repeat(257), `${'😀'.repeat(128)}!`, `${' '.repeat(256)}x`]) {
      expect(checkCadValue(text, long)).toEqual({
        code: 'DW_CAD_TOO_LONG',
        kind: 'input',
        params: {name: 'pin', max: 256},
      });
    }
  });
});
