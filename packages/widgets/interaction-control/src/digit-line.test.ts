import {describe, expect, it} from 'vitest';
import {dialKeyOf} from '@deskwire/kit';

import {DigitLine} from './digit-line.js';

const type = (line: DigitLine, text: string): void => {
  for (const key of text) {
    const digit = dialKeyOf(key);
    if (digit) line.press(digit);
  }
};

describe('digits on their way', () => {
  it('wait while others are under way, and then go together', () => {
    const line = new DigitLine();
    type(line, '1');
    expect(line.take()).toBe('1');
    type(line, '23');
    expect(line.take()).toBe('');
    line.arrived();
    expect(line.sent).toBe('1');
    expect(line.take()).toBe('23');
    expect(line.unsent).toBe('23');
  });

  it('are at most 32 at once', () => {
    const line = new DigitLine();
    type(line, '1'.repeat(40));
    expect(line.take()).toHaveLength(32);
    line.arrived();
    expect(line.take()).toHaveLength(8);
  });

  it('stay in sight, the newest of them', () => {
    const line = new DigitLine();
    type(line, '12345678901234567890123456');
    line.take();
    line.arrived();
    expect(line.sent).toBe('345678901234567890123456');
  });

  it('are forgotten when they are given up', () => {
    const line = new DigitLine();
    type(line, '12');
    line.take();
    type(line, '3');
    line.giveUp();
    expect([line.sent, line.unsent, line.take()]).toEqual(['', '', '']);
  });
});
