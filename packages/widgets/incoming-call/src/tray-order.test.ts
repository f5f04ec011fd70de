import {describe, expect, it} from 'vitest';

import {pageRange, trayPage} from './tray-order.js';

const ids = (text: string): readonly string[] => [...text];
const grows = 'up';

describe('trayPage', () => {
  it('shows all in order up to five', () => {
    expect(trayPage(ids('abcde'), {page: 0, grows})).toEqual({ids: ids('abcde'), page: 0, pages: 1});
    expect(trayPage([], {page: 0, grows})).toEqual({ids: [], page: 0, pages: 1});
  });

  it('pages past five, and falls back when a page is no longer there', () => {
    expect(trayPage(ids('abcdefg'), {page: 1, grows})).toEqual({ids: ids('fg'), page: 1, pages: 2});
    expect(trayPage(ids('abc'), {page: 1, grows})).toEqual({ids: ids('abc'), page: 0, pages: 1});
    expect(trayPage(ids('abc'), {page: -1, grows}).page).toBe(0);
  });

  it('lets nothing move that is held: what is new comes in at the free end', () => {
    expect(trayPage(ids('axb'), {page: 0, held: ids('ab'), grows: 'up'}).ids).toEqual(ids('xab'));
    expect(trayPage(ids('xab'), {page: 0, held: ids('ab'), grows: 'down'}).ids).toEqual(ids('abx'));
  });

  it('keeps a full page as it is: what is new waits on the next one', () => {
    const page = trayPage(ids('xabcde'), {page: 0, held: ids('abcde'), grows});
    expect(page).toEqual({ids: ids('abcde'), page: 0, pages: 2});
  });

  it('keeps the place of one that lingers, and gives it away when it does not', () => {
    const held = ids('abc');
    expect(trayPage(ids('ac'), {page: 0, held, lingering: new Set('b'), grows}).ids).toEqual(held);
    expect(trayPage(ids('ac'), {page: 0, held, grows}).ids).toEqual(ids('ac'));
  });

  it('fills up with what waits elsewhere once there is room', () => {
    expect(trayPage(ids('bcdefg'), {page: 0, held: ids('abcde'), grows}).ids).toEqual(ids('fbcde'));
  });

  it('is in order again when the hold has ended or nothing of it is left', () => {
    expect(trayPage(ids('axb'), {page: 0, grows}).ids).toEqual(ids('axb'));
    expect(trayPage(ids('xy'), {page: 0, held: ids('ab'), grows}).ids).toEqual(ids('xy'));
  });
});

describe('pageRange', () => {
  it('counts from one and stops at the last', () => {
    expect(pageRange(7, 0)).toEqual({from: 1, to: 5});
    expect(pageRange(7, 1)).toEqual({from: 6, to: 7});
    expect(pageRange(0, 0)).toEqual({from: 0, to: 0});
  });
});
