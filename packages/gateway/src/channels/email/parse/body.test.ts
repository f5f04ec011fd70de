import {describe, expect, it} from 'vitest';

import {bodyOf} from './body.js';
import {unflowed} from './flowed.js';
import type {RawPart} from './thread.js';

const part = (type: string, text: string, group = 0, more: Partial<RawPart> = {}): RawPart => ({
  head: `Content-Type: ${type}; charset=utf-8`,
  type,
  isText: true,
  group,
  size: text.length,
  bytes: Buffer.from(text),
  ...more,
});

describe('the body of a mail', () => {
  it('has both forms of alternatives', () => {
    expect(bodyOf([part('text/plain', 'a\r\nb'), part('text/html', '<p>c</p>')])).toEqual({
      text: 'a\nb',
      html: '<p>c</p>',
    });
  });

  it('makes text where there is none, or only an empty one', () => {
    expect(bodyOf([part('text/plain', ' \n'), part('text/html', '<p>c</p>')]).text).toBe('c');
    expect(bodyOf([part('text/html', '<p>c</p>')]).text).toBe('c');
  });

  it('makes no HTML where there is none', () => {
    expect(bodyOf([part('text/plain', 'a'), part('text/plain', 'b', 1)])).toEqual({text: 'a\nb'});
  });

  it('puts text among HTML as it stands', () => {
    const {html, text} = bodyOf([part('text/html', '<p>a</p>'), part('text/plain', '1 < 2\n& 3', 1)]);
    expect(html).toBe('<p>a</p>\n<div>1 &lt; 2<br>\n&amp; 3</div>');
    expect(text).toBe('a\n1 < 2\n& 3');
  });

  it('believes what HTML says about its charset where its part says nothing', () => {
    const html = Buffer.concat([Buffer.from('<meta charset="euc-kr"><p>'), Buffer.from('bec8b3e7', 'hex')]);
    expect(bodyOf([part('text/html', '', 0, {head: 'Content-Type: text/html', bytes: html})]).text).toBe(
      '안녕',
    );
  });

  it('puts lines together again that were broken for the wire', () => {
    expect(unflowed('one \ntwo\n three\n> quoted \nfour', false)).toBe('one two\nthree\n> quoted \nfour');
    expect(unflowed('안 \n녕', true)).toBe('안녕');
    expect(unflowed('-- \nKim', false)).toBe('-- \nKim');
  });
});
