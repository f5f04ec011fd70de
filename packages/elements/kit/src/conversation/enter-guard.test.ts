import {describe, expect, it} from 'vitest';

import {EnterGuard, type KeyLike} from './enter-guard.js';

const enter = (set: Partial<KeyLike> = {}): KeyLike => ({
  key: 'Enter',
  code: 'Enter',
  keyCode: 13,
  isComposing: false,
  timeStamp: 1_000,
  ...set,
});
const composing = (set: Partial<KeyLike> = {}): KeyLike => enter({keyCode: 229, isComposing: true, ...set});

describe('an Enter that ends a composition', () => {
  it('acts without a composition', () => {
    expect(new EnterGuard().isAct(enter())).toBe(true);
    expect(new EnterGuard().isAct(enter({code: 'NumpadEnter'}))).toBe(true);
  });

  it('is no other key', () => {
    expect(new EnterGuard().isAct(enter({key: 'a', code: 'KeyA', keyCode: 65}))).toBe(false);
  });

  it('does not act while composing, by either sign', () => {
    const guard = new EnterGuard();
    expect(guard.isAct(composing({keyCode: 13}))).toBe(false);
    expect(guard.isAct(enter({keyCode: 229}))).toBe(false);
    expect(guard.isAct(composing({key: 'Process'}))).toBe(false);
  });

  it('Chromium: the next press acts', () => {
    const guard = new EnterGuard();
    expect(guard.isAct(composing())).toBe(false);
    guard.composed({timeStamp: 1_001});
    guard.released();
    expect(guard.isAct(enter({timeStamp: 1_050}))).toBe(true);
  });

  it('Korean input method that lets the press through: it acts once, on the whole syllable', () => {
    const guard = new EnterGuard();
    const acts = [guard.isAct(composing())];
    guard.composed({timeStamp: 1_001});
    acts.push(guard.isAct(enter({timeStamp: 1_002})));
    guard.released();
    expect(acts).toEqual([false, true]);
  });

  it('Safari: the keydown after the end belongs to the same press, the next one acts', () => {
    const guard = new EnterGuard();
    expect(guard.isAct(composing({key: 'ㄴ', code: 'KeyS'}))).toBe(false);
    guard.released();
    guard.composed({timeStamp: 1_100});
    expect(guard.isAct(enter({timeStamp: 1_101}))).toBe(false);
    guard.released();
    expect(guard.isAct(enter({timeStamp: 1_180}))).toBe(true);
  });

  it('a composition that a click ended does not swallow a later Enter', () => {
    const guard = new EnterGuard();
    guard.composed({timeStamp: 1_000});
    expect(guard.isAct(enter({timeStamp: 1_400}))).toBe(true);
  });
});
