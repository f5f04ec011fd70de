import {describe, expect, it} from 'vitest';

import {phoneText} from './phone.js';

describe('phoneText', () => {
  it.each([
    ['+82260221180', '+82 2-6022-1180'],
    ['+8225550100', '+82 2-555-0100'],
    ['+821048271934', '+82 10-4827-1934'],
    ['+82311234567', '+82 31-123-4567'],
    ['+8250212345678', '+82 502-1234-5678'],
    ['01048271934', '010-4827-1934'],
    ['0260221180', '02-6022-1180'],
    ['15880420', '1588-0420'],
    ['+8215880420', '+82 1588-0420'],
    ['+14155550132', '+1 415-555-0132'],
  ])('groups %s', (number, text) => {
    expect(phoneText(number)).toBe(text);
  });

  it.each(['7001', '+4930123456', '112', '+82', 'anonymous', '*67', '', 'sip:anna@example.com'])(
    'leaves %j as it came',
    (number) => {
      expect(phoneText(number)).toBe(number);
    },
  );
});
