import {describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing/fake-clock.js';

import {createClock} from './clock.js';

describe('createClock', () => {
  it('beats once a second for everybody, on one timer, and leaves none behind', () => {
    const time = fakeClock(10_300);
    const clock = createClock(time.now, time);
    const beats: number[] = [];
    const first = clock.everySecond.subscribe((now) => beats.push(now));
    const second = clock.everySecond.subscribe(() => undefined);
    expect(time.waiting).toBe(1);
    time.advance(3000);
    expect(beats.map((at) => Math.floor(at / 1000))).toEqual([11, 12, 13]);
    first.unsubscribe();
    expect(time.waiting).toBe(1);
    second.unsubscribe();
    second.unsubscribe();
    expect(time.waiting).toBe(0);
  });

  it('is right after a throttled pause, and does not make up for beats', () => {
    const time = fakeClock(0);
    let offset = 0;
    const clock = createClock(() => time.now() + offset, time);
    const beats: number[] = [];
    clock.everySecond.subscribe((now) => beats.push(Math.floor(now / 1000)));
    time.advance(1000 + 5);
    offset = 60_000;
    time.advance(1000);
    expect(beats).toEqual([1, 62]);
  });
});
