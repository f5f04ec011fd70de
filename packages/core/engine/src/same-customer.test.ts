import {describe, expect, it} from 'vitest';
import type {Customer} from '@deskwire/domain';
import {customerKeys, isSameCustomer} from './same-customer.js';

const PAIRS: readonly (readonly [boolean, Customer, Customer])[] = [
  [true, {id: 'a'}, {id: 'a', number: '1588-0420'}],
  [false, {id: 'a', number: '02-555-0142'}, {id: 'b', number: '02-555-0142'}],
  [true, {id: 'a', number: '+82 2-555-0142'}, {number: '025550142'}],
  [true, {number: '0082215880420'}, {number: '+82215880420'}],
  [true, {number: '010-4827-1934'}, {number: '+82 10 4827 1934', email: 'a@b.c'}],
  [false, {number: '02-555-0142'}, {number: '031-555-0142'}],
  [true, {number: '3101'}, {number: '3101'}],
  [false, {number: '101'}, {number: '3101'}],
  [true, {email: 'Hana@Example.com '}, {email: 'hana@example.com', number: '025550142'}],
  [true, {number: '025550142', email: 'a@b.c'}, {number: '025559999', email: 'a@b.c'}],
  [false, {number: 'anonymous'}, {number: 'anonymous'}],
  [false, {name: 'Hana'}, {name: 'Hana'}],
  [false, {id: '', email: ''}, {id: '', email: ' '}],
];

describe('the same customer', () => {
  it.each(PAIRS)('%s: %j and %j', (expected, a, b) => {
    expect([isSameCustomer(a, b), isSameCustomer(b, a)]).toEqual([expected, expected]);
  });

  it('is found by a key that both share', () => {
    for (const [isSame, a, b] of PAIRS) {
      if (isSame) expect(customerKeys(a).some((key) => customerKeys(b).includes(key))).toBe(true);
    }
    expect(customerKeys({name: 'Hana', number: 'anonymous', email: ' '})).toEqual([]);
  });
});
