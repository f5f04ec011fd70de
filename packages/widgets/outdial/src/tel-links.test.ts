import {describe, expect, it} from 'vitest';

import {telText} from './tel-links.js';

describe('the number of a tel: link', () => {
  it.each([
    ['tel:+82-10-4827-1934', '+82-10-4827-1934'],
    ['TEL:02-1555-0142', '02-1555-0142'],
    ['tel:%2B82%2010%204827%201934', '+82 10 4827 1934'],
    ['tel:+1-800-FLOWERS', '+1-800-FLOWERS'],
    ['tel:*100#', '*100#'],
    ['tel:*100%23', '*100#'],
  ])('%s is %s', (href, text) => {
    expect(telText(href)).toBe(text);
  });

  it.each([
    ['tel:+82-2-555-0142;ext=12', 'an extension'],
    ['tel:+82-2-555-0142;phone-context=+82;isub=99', 'parameters'],
    ['tel:+82-2-555-0142,,3', 'digits to be sent after a pause'],
    ['tel:+82-2-555-0142%2C%2C3', 'the same, encoded'],
    ['tel:+82-2-555-0142;3', 'digits to be sent after a wait'],
    ['tel:+82-2-555-0142%3Bext=12', 'an encoded parameter'],
    ['tel:+82-2-555-0142?subject=1', 'a query'],
  ])('%s does not count %s', (href) => {
    expect(telText(href)).toBe('+82-2-555-0142');
  });

  it.each(['tel:', 'tel:;ext=1', 'tel:%E0%A4', 'tel:call-us', 'mailto:a@b.example', 'https://tel:1@x', ''])(
    'there is none in %j',
    (href) => {
      expect(telText(href)).toBeUndefined();
    },
  );

  it('drops what is no UTF-8 and keeps the rest', () => {
    expect(telText('tel:%2B82%FF10%%2')).toBe('+8210%%2');
    expect(telText('tel:%2B82%20%FF10')).toMatch(/10$/);
  });
});
