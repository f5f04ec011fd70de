import {describe, expect, it} from 'vitest';
import type {DialPlanRule, EntryPoint} from './config.js';
import {checkOutdialNumber, isOwnNumber, OUTDIAL_MIN_DIGITS} from './dial-plan.js';
import {dialled} from './number.js';
import {tenant} from './test-kit/make.js';

const withPlan = (...dialPlan: readonly DialPlanRule[]) => tenant({outdial: {...tenant().outdial, dialPlan}});
const check = (text: string, ...dialPlan: readonly DialPlanRule[]) =>
  checkOutdialNumber(dialled(text), withPlan(...dialPlan))?.code ?? 'ok';
const reason = (text: string, ...dialPlan: readonly DialPlanRule[]) =>
  checkOutdialNumber(dialled(text), withPlan(...dialPlan))?.params;

describe('R78 a number that an agent dials', () => {
  it.each([
    ['010-4827-1934', 'ok'],
    ['+82 10 4827 1934', 'ok'],
    ['+1 (213) 373-4253', 'ok'],
    ['00 44 20 7031 3000', 'ok'],
    ['011 82 2 2155 0142', 'ok'],
    ['1588-0420', 'ok'],
    ['+1 213 373 425', 'DW_NUMBER_INVALID'],
    ['12', 'DW_NUMBER_INVALID'],
    ['', 'DW_NUMBER_INVALID'],
    ['4417', 'DW_NUMBER_EXTENSION'],
    ['112', 'DW_NUMBER_EXTENSION'],
    ['*114', 'DW_NUMBER_EXTENSION'],
    ['555 014', 'DW_NUMBER_EXTENSION'],
    ['555 0142', 'ok'],
  ])('%j: %s', (text, expected) => {
    expect(check(text)).toBe(expected);
  });

  it('says how many digits it wants instead of an extension', () => {
    expect(reason('4417')).toEqual({min: OUTDIAL_MIN_DIGITS});
  });

  it('is no voice entry point of the house, however it is written', () => {
    const entryPoint = (set: Partial<EntryPoint>): EntryPoint => ({
      id: 'e',
      name: 'Hotline',
      channel: 'voice',
      queueId: 'q',
      ...set,
    });
    const house = tenant({
      entryPoints: [
        entryPoint({number: '02-2155-0100'}),
        entryPoint({id: 'short', number: '4400'}),
        entryPoint({id: 'm', channel: 'email', number: '02-2155-0199'}),
        entryPoint({id: 'none'}),
      ],
    });
    for (const own of ['02-2155-0100', '+82 2 2155 0100', '0082221550100', '4400']) {
      expect(isOwnNumber(house, own)).toBe(true);
      expect(checkOutdialNumber(dialled(own), house)?.code).toBe('DW_NUMBER_ENTRY_POINT');
    }
    for (const other of ['02-2155-0101', '02-2155-0199', '']) expect(isOwnNumber(house, other)).toBe(false);
  });
});

describe('R78 the dial plan', () => {
  const domestic: DialPlanRule = {name: 'Domestic', prefixes: ['0', '+82', '15']};
  const short: DialPlanRule = {name: 'Length', minDigits: 8, maxDigits: 11};
  const premium: DialPlanRule = {name: 'No premium', blockedPrefixes: ['060', '+82 60']};

  it('allows everything where it has no rule', () => {
    expect(check('060-700-1234')).toBe('ok');
    expect(check('060-700-1234', {name: 'Empty'})).toBe('ok');
  });

  it.each([
    ['010-4827-1934', 'ok'],
    ['+82 10 4827 1934', {rule: 'Length', reason: 'too-long', min: 8, max: 11}],
    ['0104827', {rule: 'Length', reason: 'too-short', min: 8, max: 11}],
    ['1588-0420', 'ok'],
    ['+1 213 373 4253', {rule: 'Domestic', reason: 'prefix', min: 0, max: 0}],
    ['060-700-1234', {rule: 'No premium', reason: 'prefix', min: 0, max: 0}],
    ['+82 60 700 123', {rule: 'No premium', reason: 'prefix', min: 0, max: 0}],
  ])('%j: %o', (text, expected) => {
    expect(reason(text, domestic, short, premium) ?? 'ok').toEqual(expected);
  });

  it('names the first rule that does not hold', () => {
    expect(reason('+1 213 373 4253', short, domestic)?.['rule']).toBe('Domestic');
    expect(reason('+44 20 7031 30001', short, domestic)?.['rule']).toBe('Length');
    expect(reason('+44 20 7031 30001', domestic, short)?.['rule']).toBe('Domestic');
  });

  it('counts digits alone, and compares beginnings as they are dialled', () => {
    const ten: DialPlanRule = {name: 'Ten', minDigits: 10, maxDigits: 10};
    expect(check('#31#0221550142', ten)).toBe('DW_NUMBER_DIAL_PLAN');
    expect(check('02 2155 0142', ten)).toBe('ok');
    expect(check('0082 10 4827 1934', {name: 'Abroad', blockedPrefixes: ['+82']})).toBe('ok');
    expect(check('010-4827-1934', {name: 'Mobile', prefixes: ['0-1-0']})).toBe('ok');
    expect(check('010-4827-1934', {name: 'None', prefixes: []})).toBe('DW_NUMBER_DIAL_PLAN');
  });
});
