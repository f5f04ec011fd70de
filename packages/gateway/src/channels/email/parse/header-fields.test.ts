import iconv from 'iconv-lite';
import {describe, expect, it} from 'vitest';

import {fieldsOf, parameterOf, tokenOf} from './header-fields.js';
import {decodeWords, wordsInUtf8} from './header-words.js';

const word = (text: string, charset = 'utf-8') =>
  `=?${charset}?B?${iconv.encode(text, charset).toString('base64')}?=`;
const raw = (text: string, charset: string) => iconv.encode(text, charset).toString('latin1');

describe('the words of a header', () => {
  it.each([
    ['plain', 'plain'],
    [`${word('김민수', 'euc-kr')} <a@b>`, '김민수 <a@b>'],
    [`${word('안')} ${word('녕')}`, '안녕'],
    [`${word('안')} x ${word('녕')}`, '안 x 녕'],
    ['=?utf-8?Q?=EB=B0=B0_=EC=86=A1?=', '배 송'],
    ['=?utf-8*ko?Q?=EB=B0=B0?=', '배'],
    [raw('안녕하세요', 'cp949'), '안녕하세요'],
    [raw('안녕하세요', 'utf-8'), '안녕하세요'],
    ['=?broken', '=?broken'],
    ['=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
  ])('%j', (binary, text) => {
    expect(decodeWords(binary)).toBe(text);
  });

  it('joins a character that two words share', () => {
    const [first, second] = [Buffer.from('안').subarray(0, 2), Buffer.from('안녕').subarray(2)];
    expect(
      decodeWords(`=?utf-8?B?${first.toString('base64')}?=\t=?UTF-8?B?${second.toString('base64')}?=`),
    ).toBe('안녕');
  });

  it('leaves the grammar of addresses alone', () => {
    expect(wordsInUtf8(`${word('김, "민수" <x@y>', 'euc-kr')} <a@b>`)).toBe(
      `${word('김, "민수" <x@y>')} <a@b>`,
    );
  });

  it('takes no time for what is hostile', () => {
    const begun = Date.now();
    for (const one of ['=?', '=?a?b?', '=?utf-8?q?', ' \t', '=?a?q?b?= ']) decodeWords(one.repeat(60_000));
    expect(Date.now() - begun).toBeLessThan(3_000);
  });
});

describe('a head', () => {
  it('has its fields, folded ones too, the first of each', () => {
    const fields = fieldsOf('Subject: a\n b\nX-Odd\nsubject: c\nTo:d\n');
    expect([...fields]).toEqual([
      ['subject', 'a b'],
      ['to', 'd'],
    ]);
  });

  it.each([
    ['attachment; filename="a.pdf"', 'a.pdf'],
    ['attachment; filename=a.pdf; size=1', 'a.pdf'],
    ['attachment; filename="a \\"b\\".pdf"', 'a "b".pdf'],
    [`attachment; filename="${word('견적서.pdf', 'euc-kr')}"`, '견적서.pdf'],
    [`attachment; filename="${raw('견적서.pdf', 'cp949')}"`, '견적서.pdf'],
    [
      `attachment; filename*=euc-kr''${[...iconv.encode('견적', 'euc-kr')].map((one) => `%${one.toString(16)}`).join('')}.pdf`,
      '견적.pdf',
    ],
    [`attachment; filename*0*=utf-8'ko'%EA%B2%AC; filename*1*=%EC%A0%81; filename*2=.pdf`, '견적.pdf'],
    [`attachment; filename*1=" two.pdf"; filename*0="one"`, 'one two.pdf'],
    [`attachment; filename="plain.pdf"; filename*=utf-8''%EA%B2%AC.pdf`, '견.pdf'],
    ['attachment', undefined],
    ['attachment; filename', undefined],
  ])('%j names its file', (value, name) => {
    expect(parameterOf(value, 'filename')).toBe(name);
  });

  it('tells a token from its parameters', () => {
    expect(tokenOf('Multipart/Report; report-type=x')).toBe('multipart/report');
    expect(tokenOf('auto-generated (warning)')).toBe('auto-generated');
    expect(tokenOf(undefined)).toBe('');
  });

  it('takes no time for what is hostile', () => {
    const begun = Date.now();
    for (const one of [';', ';a', ';a*0', ';a="', ';a="\\', ';a=b', "'"]) {
      parameterOf(`x${one.repeat(20_000)}`, 'filename');
      fieldsOf(`${one}:\n `.repeat(20_000));
    }
    tokenOf('('.repeat(70_000));
    expect(Date.now() - begun).toBeLessThan(3_000);
  });
});
