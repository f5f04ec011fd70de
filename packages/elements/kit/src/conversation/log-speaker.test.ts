import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {LogSpeaker} from './log-speaker.js';

const summary = (count: number, last: string): string => `${count} new, ${last}`;

describe('what is read out', () => {
  let heard: string[];
  let speaker: LogSpeaker;
  beforeEach(() => {
    vi.useFakeTimers();
    heard = [];
    speaker = new LogSpeaker((text) => {
      heard.push(text);
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is read at once, in order, while it is little', () => {
    speaker.say([], summary);
    speaker.say(['a', 'b'], summary);
    expect(heard).toEqual(['a', 'b']);
  });

  it('is gathered while something is being read, and told as one where it is much', () => {
    speaker.say(['a'], summary);
    for (const text of ['b', 'c', 'd', 'e']) speaker.say([text], summary);
    expect(heard).toEqual(['a']);
    vi.runAllTimers();
    expect(heard).toEqual(['a', '4 new, e']);
    speaker.say(['f'], summary);
    expect(heard.at(-1)).toBe('f');
  });

  it('is let go of with its conversation', () => {
    speaker.say(['a'], summary);
    speaker.say(['b'], summary);
    speaker.hush();
    vi.runAllTimers();
    speaker.say(['c'], summary);
    expect(heard).toEqual(['a', 'c']);
  });
});
