import {describe, expect, it} from 'vitest';
import {checkOutdialNumber, createTenant, dialled, NUMBER_PROBLEMS, refuse} from '@deskwire/domain';

import {numberRefusalText} from './number-refusals.js';

const tenant = createTenant({
  id: 'tenant',
  name: 'Tenant',
  outdial: {
    anis: [],
    availableAfter: false,
    dialPlan: [
      {name: 'Domestic', minDigits: 9, maxDigits: 12, prefixes: ['+82', '0']},
      {name: 'No premium', blockedPrefixes: ['060']},
    ],
  },
});

const why = (number: string, locale: 'en' | 'ko' = 'en'): string => {
  const refusal = checkOutdialNumber(dialled(number), tenant);
  return refusal ? numberRefusalText(locale, refusal) : '';
};

describe('why a number cannot be dialled', () => {
  it('names the rule of the dial plan, and its limit', () => {
    expect(why('02-555-014')).toBe('The dial plan (Domestic) wants at least 9 digits.');
    expect(why('+82 10 4827 1934 5')).toBe('The dial plan (Domestic) allows at most 12 digits.');
    expect(why('+1 415 555 0142')).toBe(
      'The dial plan (Domestic) does not allow numbers that begin like this.',
    );
    expect(why('060-555-0142')).toBe(
      'The dial plan (No premium) does not allow numbers that begin like this.',
    );
    expect(why('060-555-0142', 'ko')).toContain('(No premium)');
  });

  it('says nothing of a number that every rule takes', () => {
    expect(why('+82 10-4827-1934')).toBe('');
  });

  it('has words for every problem and for a reason that it does not know', () => {
    for (const reason of NUMBER_PROBLEMS) {
      expect(numberRefusalText('ko', refuse('DW_NUMBER_INVALID', {reason, min: 3, max: 14}))).toMatch(
        /[가-힣]/,
      );
    }
    expect(numberRefusalText('en', refuse('DW_NUMBER_DIAL_PLAN', {reason: 'newer', rule: 'Night'}))).toBe(
      'The dial plan does not allow this number (rule: Night).',
    );
  });
});
