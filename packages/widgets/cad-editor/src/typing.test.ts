import {describe, expect, it} from 'vitest';
import type {CadType} from '@deskwire/domain';

import {displayText, editText, readTyped} from './typing.js';

const WORDS = {yes: 'Yes', no: 'No'};

describe('what was typed', () => {
  it.each<[CadType, string, string]>([
    ['integer', '１２４００', '12400'],
    ['integer', '−5', '-5'],
    ['decimal', ' 12.50 ', '12.50'],
    ['date', '2026.11.27', '2026-11-27'],
    ['date', '2026. 1. 5.', '2026-01-05'],
    ['date', '2026/1/5', '2026-01-05'],
    ['date', '20260105', '2026-01-05'],
    ['date', '2026년 1월 5일', '2026-01-05'],
    ['date-time', '2026-11-27 14:30', '2026-11-27T14:30:00'],
    ['date-time', '2026. 11. 27. 9:05', '2026-11-27T09:05:00'],
    ['date-time', '2026-11-27T14:30:15+09:00', '2026-11-27T14:30:15+09:00'],
    ['string', ' １ ', ' １ '],
    ['boolean', 'true', 'true'],
  ])('%s %j is read as %j', (type, text, value) => {
    expect(readTyped(type, text)).toEqual({value});
  });

  it.each<[CadType, string]>([
    ['integer', '1e400'],
    ['integer', '1.5'],
    ['integer', '12,400'],
    ['decimal', '1,5'],
    ['decimal', '1.234,5'],
    ['date', '2026-02-30'],
    ['date', '03/04/2026'],
    ['date', '2026-11'],
    ['date-time', '2026-11-27 24:00'],
    ['date-time', '2026-11-27'],
    ['boolean', 'yes'],
    ['string', 'a\u0000'],
    ['string', '\ud83d'],
  ])('%s %j is refused', (type, text) => {
    expect(readTyped(type, text)).toHaveProperty('problem');
  });
});

describe('a stored value', () => {
  it.each<[CadType, string, string]>([
    ['date-time', '2026-11-27T14:30:00', '2026-11-27 14:30'],
    ['date-time', '2026-11-27T14:30:15Z', '2026-11-27 14:30:15Z'],
    ['date-time', 'tomorrow', 'tomorrow'],
    ['string', '2026-11-27T14:30:00', '2026-11-27T14:30:00'],
  ])('%s %j stands in its box as %j', (type, value, text) => {
    expect(editText(type, value)).toBe(text);
  });

  it.each<[CadType, string, RegExp]>([
    ['integer', '-1234567', /^-1,234,567$/],
    ['integer', '9007199254740993123', /^9,007,199,254,740,993,123$/],
    ['decimal', '1234.5670', /^1,234\.5670$/],
    ['boolean', 'false', /^No$/],
    ['date', '2019-03-14', /^14 Mar 2019$/],
    ['date', '0099-01-01', /99/],
    ['date-time', '2026-11-27T14:30:00', /^27 Nov 2026, 14:30$/],
    ['date-time', '2026-11-27T14:30:00+09:00', /^27 Nov 2026, 14:30 UTC\+09:00$/],
    ['date', 'soon', /^soon$/],
    ['integer', '', /^$/],
  ])('%s %j is read as %s', (type, value, text) => {
    expect(displayText('en', type, value, WORDS)).toMatch(text);
  });

  it('is written as Korean writes it', () => {
    expect(displayText('ko', 'date', '2019-03-14', WORDS)).toBe('2019. 3. 14.');
    expect(displayText('ko', 'date-time', '2026-11-27T14:30:00', WORDS)).toMatch(/^2026\. 11\. 27\. 14:30$/);
  });

  it.each<[CadType, string]>([
    ['date', '2019-03-14'],
    ['date-time', '2026-11-27T14:30:00'],
    ['date-time', '2026-11-27T14:30:15-03:30'],
    ['decimal', '-0.50'],
  ])('%s %j comes back from its box as it was', (type, value) => {
    expect(readTyped(type, editText(type, value))).toEqual({value});
  });
});
