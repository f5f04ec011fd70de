import {describe, expect, it} from 'vitest';

import {splitQuote} from './quote.js';

const lines = (...all: readonly string[]): string => all.join('\n');

describe('the previous thread of a mail', () => {
  it('is what is quoted up to the end, with the line that introduces it', () => {
    const text = lines('Thank you.', '', 'On 20 Nov Jung Da-in wrote:', '> Please refund', '>', '> Dain');
    expect(splitQuote(text)).toEqual({
      text: 'Thank you.',
      quote: lines('On 20 Nov Jung Da-in wrote:', '> Please refund', '>', '> Dain'),
    });
    expect(splitQuote(lines('네, 알겠습니다.', '', '정다인 님이 작성:', '> 환불')).text).toBe(
      '네, 알겠습니다.',
    );
    expect(splitQuote(lines('Yes', '> Really?')).quote).toBe('> Really?');
  });

  it('is all below the separator of a mail program', () => {
    const text = lines('Yes.', '', '-----Original Message-----', 'From: Jung', 'Please refund.');
    expect(splitQuote(text)).toEqual({
      text: 'Yes.',
      quote: lines('-----Original Message-----', 'From: Jung', 'Please refund.'),
    });
    expect(splitQuote(lines('네.', '-----원본 메시지-----', '환불')).text).toBe('네.');
  });

  it('is not an answer between quoted lines', () => {
    const text = lines('> When?', 'Tomorrow.', '> Where?', 'Here.');
    expect(splitQuote(text)).toEqual({text, quote: ''});
    expect(splitQuote(lines('> When?', 'Tomorrow.', '> Where?')).text).toBe(lines('> When?', 'Tomorrow.'));
  });

  it('is never the whole mail', () => {
    for (const text of [lines('> a', '> b'), '', 'Hello:', lines('-----Original Message-----', 'x')])
      expect(splitQuote(text)).toEqual({text, quote: ''});
  });

  it('takes a mail of a hundred thousand lines in no time', () => {
    const text = Array.from({length: 100_000}, (_, index) => (index % 2 ? '> quoted' : '')).join('\n');
    const start = performance.now();
    splitQuote(`Own.\n${text}`);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
