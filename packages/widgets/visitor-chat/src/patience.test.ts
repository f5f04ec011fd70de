import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {Patience} from './patience.js';

describe('patience with what may pass by itself', () => {
  let updates = 0;
  const patience = new Patience({
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => (updates += 1),
    updateComplete: Promise.resolve(true),
  });

  beforeEach(() => {
    vi.useFakeTimers();
    updates = 0;
  });
  afterEach(() => {
    patience.hostDisconnected();
    vi.useRealTimers();
  });

  it('ends after a second, however often it is told meanwhile', () => {
    patience.look(true);
    vi.advanceTimersByTime(600);
    patience.look(true);
    expect(patience.isOver).toBe(false);
    vi.advanceTimersByTime(400);
    expect(patience.isOver).toBe(true);
    expect(updates).toBe(1);
  });

  it('begins anew when it passed', () => {
    patience.look(true);
    vi.advanceTimersByTime(900);
    patience.look(false);
    patience.look(true);
    vi.advanceTimersByTime(900);
    expect(patience.isOver).toBe(false);
    vi.advanceTimersByTime(100);
    patience.look(false);
    expect(patience.isOver).toBe(false);
  });

  it('leaves no timer behind', () => {
    patience.look(true);
    patience.hostDisconnected();
    expect(vi.getTimerCount()).toBe(0);
  });
});
