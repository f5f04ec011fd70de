import iconv from 'iconv-lite';
import {describe, expect, it} from 'vitest';

import {decodeBytes} from './charsets.js';

const hex = (text: string): Uint8Array => Buffer.from(text, 'hex');

describe('bytes of a mail', () => {
  it.each([
    ['EUC-KR', 'euc-kr', 'euc-kr', '안녕하세요'],
    ['the whole of CP949 under the name of EUC-KR', 'euc-kr', 'cp949', '펲시, 똠양꿍, 햏'],
    ['CP949 by a name of Windows', 'ks_c_5601-1987', 'cp949', '뷁'],
    ['CP949 by its number', 'cp949', 'cp949', '똠'],
    ['Japanese', 'shift_jis', 'shift_jis', '日本語'],
    ['Chinese', 'gb2312', 'gbk', '中文'],
    ['Chinese under a private name', 'x-gbk', 'gbk', '中文'],
    ['Cyrillic', 'koi8-r', 'koi8-r', 'Привет'],
    ['Western', 'iso-8859-1', 'windows-1252', 'Grüße – café'],
    ['UTF-16', 'utf-16le', 'utf-16le', '안녕'],
    ['UTF-7', 'utf-7', 'utf-7', '안녕'],
  ])('in %s', (_, label, actual, text) => {
    expect(decodeBytes(iconv.encode(text, actual), label)).toBe(text);
  });

  it.each([
    ['in ISO-2022-KR', '1b2429430a0e3e4833670f2061', '\n안녕 a'],
    ['in ISO-2022-KR whose shift a line ends', '1b2429430e3e480a61', '안\na'],
  ])('%s', (_, bytes, text) => {
    expect(decodeBytes(hex(bytes), 'iso-2022-kr')).toBe(text);
    expect(decodeBytes(hex(bytes), 'us-ascii')).toBe(text);
  });

  it('in Johab', () => {
    expect(decodeBytes(hex('d065 8b69 2061'.replaceAll(' ', '')), 'johab')).toBe('한글 a');
  });

  it.each([
    ['UTF-8 that is called EUC-KR', '안녕하세요', 'utf-8', 'euc-kr'],
    ['UTF-8 that is called Latin', '안녕하세요', 'utf-8', 'iso-8859-1'],
    ['EUC-KR that is called UTF-8', '안녕하세요 배송', 'cp949', 'utf-8'],
    ['EUC-KR that is called ASCII', '안녕하세요 배송', 'cp949', 'us-ascii'],
    ['UTF-8 without a name', '안녕하세요', 'utf-8', ''],
    ['Latin without a name', 'Grüße', 'windows-1252', ''],
    ['UTF-8 under a name that is none', '안녕', 'utf-8', 'x-unknown'],
  ])('that are %s', (_, text, actual, label) => {
    expect(decodeBytes(iconv.encode(text, actual), label)).toBe(text);
  });

  it('keeps what can be read of UTF-8 that is broken', () => {
    const bytes = Buffer.concat([Buffer.from('안녕하세요 '), Buffer.from([0xff, 0xfe]), Buffer.from(' 네')]);
    expect(decodeBytes(bytes, 'utf-8')).toMatch(/^안녕하세요 \ufffd+ 네$/);
  });

  it('never fails, and takes no time for what is hostile', () => {
    const bytes = Buffer.alloc(4_000_000, Buffer.from('1b2429430e', 'hex'));
    const begun = Date.now();
    for (const label of ['', 'iso-2022-kr', 'johab', 'euc-kr', 'utf-8', '\u0000', 'x'.repeat(10_000)])
      expect(typeof decodeBytes(bytes, label)).toBe('string');
    expect(Date.now() - begun).toBeLessThan(8_000);
  });
});
