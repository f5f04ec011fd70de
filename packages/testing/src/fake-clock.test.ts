import {describe, expect, it} from 'vitest';
import {FAKE_START, fakeClock} from './fake-clock.js';

describe('a fake clock', () => {
  it('runs what falls due, in order, at its own time', () => {
    const clock = fakeClock();
    const heard: string[] = [];
    const say = (name: string) => () => heard.push(`${name} ${clock.now() - FAKE_START}`);
    clock.setTimeout(say('late'), 30);
    clock.setTimeout(say('early'), 10);
    clock.setInterval(say('often'), 10);
    clock.setTimeout(() => clock.setTimeout(say('nested'), 5), 10);
    clock.advance(29);
    expect(heard).toEqual(['early 10', 'often 10', 'nested 15', 'often 20']);
    clock.advance(1);
    expect(heard.slice(4)).toEqual(['late 30', 'often 30']);
    expect(clock.now()).toBe(FAKE_START + 30);
  });

  it('runs nothing that was cleared, and knows what waits', () => {
    const clock = fakeClock(0);
    const ran: string[] = [];
    const timer = clock.setTimeout(() => ran.push('timeout'), 10);
    const interval = clock.setInterval(() => {
      ran.push('interval');
      clock.clearInterval(interval);
    }, 5);
    expect(clock.waiting).toBe(2);
    clock.clearTimeout(timer);
    clock.clearTimeout(undefined);
    clock.advance(100);
    expect([ran, clock.waiting, clock.now()]).toEqual([['interval'], 0, 100]);
  });

  it('lets promises settle between timers', async () => {
    const clock = fakeClock();
    const heard: string[] = [];
    clock.setTimeout(() => void Promise.resolve().then(() => heard.push('promise of the first')), 1);
    clock.setTimeout(() => heard.push('second'), 2);
    await clock.pass(5);
    expect(heard).toEqual(['promise of the first', 'second']);
  });
});
