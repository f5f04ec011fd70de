import {afterAll, describe, expect, it} from 'vitest';

import {MailParser} from './mail-parser.js';
import {clip, messageIdOf, messageIdsIn, textOfHtml} from './mail-text.js';
import {fromBytes, fromRaw} from './parsed-mail.js';

const bytes = (text: string): Buffer => Buffer.from(text.replace(/\n/g, '\r\n'));

describe('parsing a mail', () => {
  const parser = new MailParser();
  afterAll(() => parser.stop());

  it('reads names, threads, both bodies and attachments', async () => {
    const mail = await parser.parse(
      bytes(`From: =?utf-8?B?6rmA66+87IiY?= <kim@customer.example>
To: Support <support@deskwire.example>, Team: a@x.example, b@x.example;
Subject: =?utf-8?Q?=EB=B0=B0=EC=86=A1?=
Message-ID: <3@customer.example>
In-Reply-To: <2@deskwire.example>
References: <1@customer.example>
 <2@deskwire.example>
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain; charset=utf-8

hello
--c
Content-Type: text/html

<p>hello</p>
--c--
--b
Content-Type: application/pdf; name="a.pdf"
Content-Disposition: attachment; filename="a.pdf"
Content-Transfer-Encoding: base64

AAAA
--b--
`),
    );
    expect(mail).toMatchObject({
      from: {name: '김민수', address: 'kim@customer.example'},
      to: [{name: 'Support'}, {address: 'a@x.example'}, {address: 'b@x.example'}],
      subject: '배송',
      messageId: '<3@customer.example>',
      thread: ['<2@deskwire.example>', '<1@customer.example>'],
      attachments: [{name: 'a.pdf', type: 'application/pdf', size: 3}],
      isBroken: false,
    });
    expect(mail.text.trim()).toBe('hello');
    expect(mail.html).toContain('<p>');
  });

  it('makes text of HTML where there is no other', async () => {
    const mail = await parser.parse(
      bytes('Content-Type: text/html\n\n<p>one</p><script>x()</script>two &amp; 3'),
    );
    expect(mail.text).toBe('one\ntwo & 3');
  });

  it('gives up on a mail that takes too long, and reads the next one', async () => {
    const hasty = new MailParser(1);
    const depth = 3_000;
    const deep = Array.from(
      {length: depth},
      (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`,
    );
    const mail = await hasty.parse(bytes(`Subject: deep\n${deep.join('')}${'x'.repeat(3_000_000)}`));
    expect(mail).toMatchObject({isBroken: true, subject: 'deep'});
    await hasty.stop();
    expect((await parser.parse(bytes('Subject: next\n\nhi'))).subject).toBe('next');
  });
});

describe('a mail that could not be parsed', () => {
  it('still says who, what and the words', () => {
    const mail = fromBytes(
      bytes('From: Kim <kim@customer.example>\nSubject: odd\nMessage-ID: <1@x>\n\nthe words\n'),
    );
    expect(mail).toMatchObject({
      from: {address: 'kim@customer.example'},
      subject: 'odd',
      messageId: '<1@x>',
      isBroken: true,
    });
    expect(mail.text.trim()).toBe('the words');
    expect(fromBytes(Buffer.alloc(0))).toMatchObject({text: '', subject: '', from: undefined});
  });
});

describe('what a mail is cut to', () => {
  it('keeps lines one line and lists short', () => {
    const many = Array.from({length: 500}, (_, at) => ({address: `a${at}@x.example`, name: 'a\r\nb'}));
    const mail = fromRaw({
      subject: `a\r\nb${'x'.repeat(5_000)}`,
      to: many,
      text: 'y'.repeat(300_000),
      html: 'z'.repeat(1_500_000),
      attachments: [{name: 'a\u0000b', type: '', size: 1}],
    });
    expect(mail.subject).toHaveLength(1_000);
    expect(mail.subject.startsWith('a bx')).toBe(true);
    expect(mail.to).toHaveLength(200);
    expect(mail.to[0]?.name).toBe('a b');
    expect(mail.text).toHaveLength(200_000);
    expect(mail.html).toBeUndefined();
    expect(mail.isCut).toBe(true);
    expect(mail.attachments[0]).toEqual({
      name: 'a b',
      type: 'application/octet-stream',
      size: 1,
      isShown: false,
    });
  });

  it('reads Message-IDs out of any header, and endless ones by their hash', () => {
    expect(messageIdsIn('<a@b> junk <c@d><e')).toEqual(['<a@b>', '<c@d>']);
    expect(messageIdsIn(undefined)).toEqual([]);
    const long = `<${'x'.repeat(400)}@y>`;
    expect(messageIdOf(long)).toHaveLength(79);
    expect(messageIdsIn(long)).toEqual([messageIdOf(long)]);
  });

  it('says when it cut', () => {
    expect(clip('abc', 2)).toEqual({text: 'ab', isCut: true});
    expect(clip('abc', 3)).toEqual({text: 'abc', isCut: false});
  });
});

describe('the words of HTML', () => {
  it.each([
    ['a<br>b', 'a\nb'],
    ['<style>p{}</style>a', 'a'],
    ['<script>alert("<b>")</script>a', 'a'],
    ['a &#44; b &#x1F600; &unknown; &#0;', 'a , b \u{1F600} &unknown;'],
    ['a < b and no end', 'a < b and no end'],
    ['<script>never closed', ''],
    ['<table><tr>a</tr><tr>b</tr></table>', 'a\n\nb'],
  ])('%s', (html, text) => {
    expect(textOfHtml(html).replace(/\n+/g, '\n')).toBe(text.replace(/\n+/g, '\n'));
  });

  it('takes no longer for hostile ones', () => {
    const begun = Date.now();
    for (const one of ['<', '<p', '&', '<script>', '\n \n']) textOfHtml(one.repeat(300_000));
    expect(Date.now() - begun).toBeLessThan(4_000);
  });
});
