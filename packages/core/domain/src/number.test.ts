import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  checkNumber,
  dialled,
  isSameNumber,
  losesLetters,
  NUMBER_MAX_DIGITS,
  NUMBER_MAX_LENGTH,
  NUMBER_PROBLEMS,
} from './number.js';

describe('R72 what is dialled of a text', () => {
  it.each([
    ['010-4827-1934', '01048271934'],
    ['(02) 2155 0142', '0221550142'],
    ['+82 2-2155-0142', '+82221550142'],
    ['1588-0420', '15880420'],
    ['*72', '*72'],
    ['#31#0221550142', '#31#0221550142'],
    ['12:34', '12:34'],
    ['  112  ', '112'],
    ['', ''],
    ['none', ''],
  ])('%j is %j: digits and + # * : stay', (text, expected) => {
    expect(dialled(text)).toBe(expected);
  });

  it.each([
    ['full width', '０１０－４８２７－１９３４', '01048271934'],
    ['a full-width plus', '＋82 2 2155 0142', '+82221550142'],
    ['Arabic digits', '+٤٤ ٢٠ ٧٠٣١ ٣٠٠٠', '+442070313000'],
    ['Mongolian digits', '᠑ ᠖᠕᠐ ᠒᠕᠓ ᠐᠐᠐᠐', '16502530000'],
    ['bold mathematical digits', '𝟏𝟏𝟐', '112'],
    ['right-to-left marks', '\u202b\u200e010-4827-1934\u200f\u202c', '01048271934'],
    ['soft hyphens and no-break spaces', '1\u00a0(650) 253\u00ad-0000', '16502530000'],
    ['dashes of every kind', '02\u20102155\u20130142', '0221550142'],
  ])('%s', (_, text, expected) => {
    expect(dialled(text)).toBe(expected);
  });

  it.each([
    ['tel:+1-213-373-4253;ext=12', '+12133734253'],
    ['TEL: 02-2155-0142', '0221550142'],
    ['tel:03-331-6005;isub=12345;phone-context=+64', '033316005'],
    ['My number is tel:03-331-6005;phone-context=+64', '033316005'],
    ['callto:+82221550142', '+82221550142'],
    ['sip:4001@pbx.example:5060', '4001'],
    ['sips:+82221550142@10.0.0.1;user=phone', '+82221550142'],
    ['ratel:4001', ':4001'],
  ])('%j: scheme, host and parameters of a link go', (text, expected) => {
    expect(dialled(text)).toBe(expected);
  });

  it.each([
    ['+82 (0)10-1234-5678', '+821012345678'],
    ['0082 ( 0 ) 2 2155 0142', '0082221550142'],
    ['+44（0）20 7031 3000', '+442070313000'],
    ['(0)900-1 123123', '09001123123'],
    ['02 (00) 12', '020012'],
  ])('%j: a trunk zero in brackets goes where a country code stands before it', (text, expected) => {
    expect(dialled(text)).toBe(expected);
  });

  it('is what it was when it is dialled again, whatever was pasted, and takes no time over it', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => {
        const once = dialled(text);
        expect(once).toMatch(/^[0-9+#*:]*$/);
        expect(dialled(once)).toBe(once);
      }),
      {seed: 20_261_121, numRuns: 2_000},
    );
    for (const unit of ['sip:', 'tel:', ';a=', '1(0', '٣', 'a']) {
      const begun = performance.now();
      dialled(unit.repeat(5_000));
      expect(performance.now() - begun).toBeLessThan(1_000);
    }
  });

  it.each([
    ['1-800-FLOWERS', true],
    ['전화 02-2155-0142', true],
    ['02-2155-0142 ext 7', true],
    ['tel:+82221550142;ext=12', false],
    ['sip:4001@pbx.example', false],
    ['(02) 2155·0142', false],
  ])('%j loses letters: %s', (text, expected) => {
    expect(losesLetters(text)).toBe(expected);
  });
});

const reasonOf = (number: string) => checkNumber(number)?.params?.['reason'] ?? 'ok';

describe('R73 a number', () => {
  it.each([
    ['112', 'ok'],
    ['4001', 'ok'],
    ['*114', 'ok'],
    ['#31#0221550142', 'ok'],
    ['15880420', 'ok'],
    ['01048271934', 'ok'],
    ['16502530000', 'ok'],
    ['12345678901234', 'ok'],
    ['123456789012345', 'too-long'],
    [`${'#'.repeat(NUMBER_MAX_LENGTH - 3)}112`, 'ok'],
    [`${'#'.repeat(NUMBER_MAX_LENGTH - 2)}112`, 'too-long'],
    ['9'.repeat(300), 'too-long'],
    ['', 'too-short'],
    ['12', 'too-short'],
    ['*72', 'too-short'],
    ['+82', 'too-short'],
    ['010-4827-1934', 'characters'],
    ['１１２', 'characters'],
  ])('%s: %s', (number, expected) => {
    expect(reasonOf(number)).toBe(expected);
  });

  it.each([
    ['+12133734253', 'ok'],
    ['+1213373425', 'us'],
    ['+121337342531', 'us'],
    ['+11133734253', 'us'],
    ['+1911', 'us'],
  ])('R73 of the US %s: %s', (number, expected) => {
    expect(reasonOf(number)).toBe(expected);
  });

  it.each([
    ['+821048271934', 'ok'],
    ['+442070313000', 'ok'],
    ['+4949', 'ok'],
    ['+80012345678', 'ok'],
    ['+0221550142', 'plus'],
    ['+0082221550142', 'plus'],
    ['02+21550142', 'plus'],
    ['++82221550142', 'plus'],
    ['+*821048271934', 'plus'],
  ])('R73 after a plus %s: %s', (number, expected) => {
    expect(reasonOf(number)).toBe(expected);
  });

  it.each([
    ['0082221550142', 'ok'],
    ['00182221550142', 'ok'],
    ['01182221550142', 'ok'],
    ['0112345678', 'ok'],
    ['0044', 'idd'],
    ['00365', 'idd'],
    ['0119', 'idd'],
    ['011', 'ok'],
    ['002', 'ok'],
  ])('R73 after an international prefix %s: %s', (number, expected) => {
    expect(reasonOf(number)).toBe(expected);
  });

  it('R73 a no has one of the reasons and the limits, and never the number', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...'0123456789+#*:x')}), (number) => {
        const refusal = checkNumber(number);
        if (!refusal) return;
        const {reason, ...limits} = refusal.params ?? {};
        expect(NUMBER_PROBLEMS).toContain(reason);
        expect([refusal.code, limits]).toEqual(['DW_NUMBER_INVALID', {min: 3, max: NUMBER_MAX_DIGITS}]);
      }),
      {seed: 20_261_121, numRuns: 2_000},
    );
  });
});

describe('R74 the same line', () => {
  it.each([
    ['1588-0420', '15880420', true],
    ['1588-0420', '+82 1588 0420', true],
    ['1588-0420', 'tel:+82-1588-0420', true],
    ['1588-0420', '0082 1588-0420', true],
    ['1588-0420', '011 82 15880420', true],
    ['02-2155-0142', '+82 2 2155 0142', true],
    ['02-2155-0142', '+82 (0)2 2155 0142', true],
    ['+82221550142', '0221550142', true],
    ['02-2155-0142', '2155-0142', false],
    ['1588-0420', '1588-0421', false],
    ['1588-0420', '021588-0420', false],
    ['4409', '+824409', false],
    ['invoices@hanbit.example', '', false],
    ['', '', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isSameNumber(a, b)).toBe(expected);
    expect(isSameNumber(b, a)).toBe(expected);
  });
});
