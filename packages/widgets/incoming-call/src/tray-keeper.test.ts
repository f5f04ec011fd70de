import {beforeEach, describe, expect, it} from 'vitest';
import type {InteractionId} from '@deskwire/domain';
import {NOON} from '@deskwire/testing';

import type {RequestRow} from './incoming-call.view.js';
import {LINGER, TrayKeeper, type TrayInput} from './tray-keeper.js';

const rowOf = (id: InteractionId): RequestRow => ({
  id,
  channel: 'chat',
  kind: 'chat',
  connecting: false,
  since: NOON,
  fields: [],
  accept: {shown: true},
  decline: {shown: false},
  cancel: {shown: false},
  stage: undefined,
  note: undefined,
});

let keeper: TrayKeeper;
const update = (ids: string, set: Partial<TrayInput> = {}) =>
  keeper.update({
    rows: [...ids].map(rowOf),
    page: 0,
    isHeld: true,
    grows: 'up',
    now: NOON,
    departure: () => 'left',
    ...set,
  });
const shown = (ids: string, set: Partial<TrayInput> = {}) =>
  update(ids, set)
    .entries.map(({row, gone}) => (gone ? `(${row.id})` : row.id))
    .join('');

beforeEach(() => {
  keeper = new TrayKeeper();
  update('abc', {isHeld: false});
});

describe('TrayKeeper', () => {
  it('is in order while nobody points at it', () => {
    expect(shown('axc', {isHeld: false})).toBe('axc');
    expect(keeper.isLingering).toBe(false);
  });

  it('lets nothing move under the pointer: the new one comes in at the free end', () => {
    expect(shown('axbc')).toBe('xabc');
    expect(shown('axbc', {isHeld: false})).toBe('axbc');
  });

  it('keeps the place of one that goes, says why, and gives it up after a while', () => {
    expect(shown('ac', {departure: () => 'accepted'})).toBe('a(b)c');
    expect(update('ac').entries[1]?.gone).toBe('accepted');
    expect(keeper.isLingering).toBe(true);
    expect(shown('ac', {now: NOON + LINGER - 1})).toBe('a(b)c');
    expect(shown('ac', {now: NOON + LINGER})).toBe('ac');
    expect(keeper.isLingering).toBe(false);
  });

  it('does not keep a place twice as long for one that stays gone', () => {
    shown('ac');
    shown('ac', {now: NOON + LINGER - 1});
    expect(shown('ac', {now: NOON + LINGER})).toBe('ac');
  });

  it('takes back one that waits again', () => {
    shown('ac');
    expect(shown('abc')).toBe('abc');
  });

  it('keeps nothing when no request is left: the tray closes', () => {
    expect(shown('')).toBe('');
  });

  it('starts anew when the agent turns the page', () => {
    expect(shown('abcdef')).toBe('deabc');
    keeper.release();
    expect(shown('abcdef', {page: 1})).toBe('f');
  });

  it('counts what waits, not what lingers', () => {
    expect(update('ac')).toMatchObject({total: 2, pages: 1, page: 0});
  });
});
