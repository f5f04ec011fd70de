import {describe, expect, it} from 'vitest';

import {findItems, groupItems, moveActive, type ListItem} from './search-list.items.js';

const items: readonly ListItem[] = [
  {value: '1', text: 'Park Min', detail: 'Support', group: 'Agents'},
  {value: '2', text: '김민수', detail: '7001', group: 'Agents'},
  {value: '3', text: 'Billing', keywords: 'invoices 청구서', group: 'Queues'},
  {value: '4', text: 'Minor issues', group: 'Queues'},
];

const values = (query: string): readonly string[] => findItems(items, query).map(({item}) => item.value);

describe('findItems', () => {
  it('leaves everything in its order without a query', () => {
    expect(values('')).toEqual(['1', '2', '3', '4']);
    expect(values('  ')).toEqual(['1', '2', '3', '4']);
  });

  it('puts what begins with the query first', () => {
    expect(values('min')).toEqual(['4', '1']);
  });

  it('finds in the second line and in keywords', () => {
    expect(values('7001')).toEqual(['2']);
    expect(values('ㅊㄱㅅ')).toEqual(['3']);
  });

  it('says where in each line', () => {
    expect(findItems(items, 'su')[0]).toMatchObject({text: [], detail: [[0, 2]]});
  });
});

describe('groupItems', () => {
  it('keeps groups together in the order of their first item', () => {
    expect(groupItems(findItems(items, 'min')).map(({name}) => name)).toEqual(['Queues', 'Agents']);
  });
});

describe('moveActive', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 2, 0],
    ['ArrowUp', 0, 2],
    ['ArrowUp', -1, 2],
    ['PageDown', 0, 2],
    ['PageUp', 2, 0],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['a', 0, undefined],
  ])('%s from %i goes to %s of three', (key, from, to) => {
    expect(moveActive(key, from, 3)).toBe(to);
  });

  it('moves nowhere in an empty list', () => {
    expect(moveActive('ArrowDown', -1, 0)).toBeUndefined();
  });
});
