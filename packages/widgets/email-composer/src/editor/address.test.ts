import {describe, expect, it} from 'vitest';

import {linkOf, safeHref} from './address.js';

describe('the address of a link', () => {
  it.each([
    ['example.com', 'https://example.com'],
    [' example.com/a?b=c#d ', 'https://example.com/a?b=c#d'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
    ['http://intranet/x', 'http://intranet/x'],
    ['https://한국.example/환불', 'https://한국.example/환불'],
    ['dain@hanbit.example', 'mailto:dain@hanbit.example'],
    ['mailto:dain@hanbit.example', 'mailto:dain@hanbit.example'],
    ['+82 2 1234 5678', 'tel:+82212345678'],
    ['tel:+8221234', 'tel:+8221234'],
  ])('%s is %s', (typed, href) => {
    expect(linkOf(typed)).toBe(href);
  });

  it.each([
    '',
    'refund',
    'our page',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///c:/x',
    'ftp://a.example',
    'mailto:',
    'https://',
    'https://user:pass@a.example',
    'JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
  ])('%s is none', (typed) => {
    expect(linkOf(typed)).toBeUndefined();
  });

  it('of a paste is kept where its scheme is allowed', () => {
    expect(safeHref('https://a.example/x')).toBe('https://a.example/x');
    expect(safeHref('/relative')).toBeUndefined();
    expect(safeHref('vbscript:x')).toBeUndefined();
  });
});
