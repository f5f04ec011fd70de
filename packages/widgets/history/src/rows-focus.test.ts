import {describe, expect, it} from 'vitest';
import type {HistoryEntry} from '@deskwire/domain';

import type {HistoryItem} from './history.view.js';
import {spotAfter, type Column, type Spot, type Walk} from './rows-focus.js';

const day = (key: string): HistoryItem => ({kind: 'day', key, at: 0});
const contact = (key: string): HistoryItem => ({kind: 'entry', key, entry: {} as HistoryEntry});

const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  a: ['row', 'number', 'open'],
  b: ['row', 'open'],
  c: ['row', 'number', 'open'],
};
const walk: Walk = {
  items: [day('d1'), contact('a'), contact('b'), day('d2'), contact('c')],
  columns: ({key}) => COLUMNS[key] ?? [],
  isRtl: false,
  page: 3,
};
const from = (key: string, spot: Spot, more: Partial<Walk> = {}): string => {
  const to = spotAfter(key, spot, {...walk, ...more});
  return to ? `${to.key} ${to.column}` : '';
};
const row = (key: string): Spot => ({key, column: 'row'});

describe('the keys of a history', () => {
  it('go from contact to contact, over the days', () => {
    expect(from('ArrowDown', row('a'))).toBe('b row');
    expect(from('ArrowDown', row('b'))).toBe('c row');
    expect(from('ArrowUp', row('c'))).toBe('b row');
  });

  it('stop at both ends', () => {
    expect(from('ArrowDown', row('c'))).toBe('c row');
    expect(from('ArrowUp', row('a'))).toBe('a row');
    expect(from('PageUp', row('b'))).toBe('a row');
    expect(from('PageDown', row('b'))).toBe('c row');
    expect(from('End', row('a'))).toBe('c row');
    expect(from('Home', row('c'))).toBe('a row');
  });

  it('go through what a row offers, by the direction of the writing', () => {
    expect(from('ArrowRight', row('a'))).toBe('a number');
    expect(from('ArrowRight', row('b'))).toBe('b open');
    expect(from('ArrowRight', {key: 'a', column: 'open'})).toBe('a open');
    expect(from('ArrowLeft', {key: 'a', column: 'number'})).toBe('a row');
    expect(from('ArrowLeft', row('a'), {isRtl: true})).toBe('a number');
    expect(from('ArrowRight', row('a'), {isRtl: true})).toBe('a row');
  });

  it('keep to the column where the next row has it', () => {
    expect(from('ArrowDown', {key: 'a', column: 'open'})).toBe('b open');
    expect(from('ArrowDown', {key: 'a', column: 'number'})).toBe('b row');
  });

  it('leave every other key alone', () => {
    expect(from('a', row('a'))).toBe('');
    expect(from('Tab', row('a'))).toBe('');
    expect(from('ArrowDown', row('gone'))).toBe('');
  });
});
