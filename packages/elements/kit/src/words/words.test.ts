import {readFileSync} from 'node:fs';

import {describe, expect, it} from 'vitest';
import {refuse, REFUSALS} from '@deskwire/domain';

import {KIT_VERSION} from '../version.js';

import {defineWords, fill, formatNumber, formatTime, wordFaults} from './catalogue.js';
import {durationText, elapsedText, remainingText} from './duration.js';
import {callRefusals} from './refusals/call.js';
import {refusalTextFrom} from './refusal-text.js';
import {refusalText, refusalWords} from './refusals.js';

const words = defineWords({
  en: {
    hold: 'Hold',
    range: '{from}-{to} of {total}',
    accept: {'=0': 'Nothing to accept', one: 'Accept {count} request', other: 'Accept {count} requests'},
  },
  ko: {hold: '보류', range: '{total}개 중 {from}-{to}', accept: {other: '요청 {count}개 수락'}},
});

describe('fill', () => {
  it('fills places in the order of the language', () => {
    const params = {from: 1, to: 5, total: 7};
    expect(fill('en', words.en.range, params)).toBe('1-5 of 7');
    expect(fill('ko', words.ko.range, params)).toBe('7개 중 1-5');
  });

  it('picks the form by the count', () => {
    expect(fill('en', words.en.accept, {count: 0})).toBe('Nothing to accept');
    expect(fill('en', words.en.accept, {count: 1})).toBe('Accept 1 request');
    expect(fill('en', words.en.accept, {count: 2})).toBe('Accept 2 requests');
    expect(fill('ko', words.ko.accept, {count: 1})).toBe('요청 1개 수락');
  });

  it('writes numbers as the language does, and leaves texts alone', () => {
    expect(fill('en', '{n} {id}', {n: 12345, id: '12345'})).toBe('12,345 12345');
  });

  it('leaves a place alone that nobody fills, and does not fill twice', () => {
    expect(fill('en', '{a} {b}', {a: '{b}'})).toBe('{b} {b}');
  });
});

describe('wordFaults', () => {
  it('finds none in sound words', () => {
    expect(wordFaults(words)).toEqual([]);
  });

  it('finds places that differ and texts that are empty', () => {
    const broken = {en: {a: '{x}', b: 'b'}, ko: {a: '{y}', b: ''}};
    expect(wordFaults(broken as never)).toEqual(['a: ko has other places than en', 'b: empty']);
  });
});

describe('formatters', () => {
  it('give the same as Intl', () => {
    expect(formatNumber('ko', 1234567)).toBe('1,234,567');
    const options = {hour: '2-digit', minute: '2-digit', timeZone: 'UTC', hour12: false} as const;
    expect(formatTime('en', Date.UTC(2026, 0, 1, 9, 5), options)).toBe('09:05');
  });
});

describe('durations', () => {
  it.each([
    [0, '00:00'],
    [59.9, '00:59'],
    [252, '04:12'],
    [3600, '1:00:00'],
    [36_061, '10:01:01'],
    [-5, '00:00'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  it('count a second up once it is over, and down until it is over', () => {
    expect(elapsedText(0, 999)).toBe('00:00');
    expect(elapsedText(0, 1000)).toBe('00:01');
    expect(remainingText(1000, 1)).toBe('00:01');
    expect(remainingText(1000, 1000)).toBe('00:00');
    expect(remainingText(1000, 9000)).toBe('00:00');
  });
});

describe('refusals', () => {
  it.each(['en', 'ko'] as const)('have words for exactly the codes that exist, in %s', (locale) => {
    expect(Object.keys(refusalWords[locale]).sort()).toEqual(Object.keys(REFUSALS).sort());
  });

  it('are sound in both languages', () => {
    expect(wordFaults(refusalWords as never)).toEqual([]);
  });

  it('are in the language they say', () => {
    for (const code of Object.keys(REFUSALS) as (keyof typeof REFUSALS)[]) {
      expect(refusalWords.ko[code]).toMatch(/[가-힣]/);
      expect(refusalWords.en[code]).not.toMatch(/[가-힣]/);
    }
  });

  it('fill their places', () => {
    const refusal = {code: 'DW_MESSAGE_TOO_LONG', kind: 'input', params: {max: 1000, length: 1204}} as const;
    expect(refusalText('en', refusal)).toBe('The message has 1,204 characters. At most 1,000 are allowed.');
  });

  it('say something for the code of a newer bundle', () => {
    const refusal = {code: 'DW_NOT_YET_KNOWN' as never, kind: 'state' as const};
    expect(refusalText('ko', refusal)).toBe(refusalWords.ko.DW_SERVER_FAILED);
  });
});

describe('the version', () => {
  it('is that of the package', () => {
    const file = new URL('../../package.json', import.meta.url);
    expect((JSON.parse(readFileSync(file, 'utf8')) as {version: string}).version).toBe(KIT_VERSION);
  });
});

describe('refusals of some areas', () => {
  const text = refusalTextFrom(callRefusals);

  it('have the words of their areas and the common ones', () => {
    for (const code of ['DW_CALL_HELD', 'DW_SEND_TIMEOUT'] as const) {
      expect(text('ko', refuse(code))).toBe(refusalWords.ko[code]);
    }
  });

  it('say that the server refused where they have none', () => {
    expect(text('en', refuse('DW_CAD_UNKNOWN'))).toBe(refusalWords.en.DW_SERVER_FAILED);
  });
});
