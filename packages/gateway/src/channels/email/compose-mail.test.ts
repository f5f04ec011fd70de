import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';

import {simpleParser} from 'mailparser';
import PostalMime from 'postal-mime';
import {describe, expect, it} from 'vitest';

import type {Attachment, Mail} from '@deskwire/domain';

import {composeMail} from './compose-mail.js';
import {quoteAt} from './parse/quotes.js';
import {HeldFileError, LostFileError} from './mail-files.js';
import type {Outgoing} from './outgoing.js';

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');

const attachment = (id: string, more: Partial<Attachment> = {}): Attachment => ({
  id,
  name: `${id}.png`,
  type: 'image/png',
  size: PNG.length,
  ...more,
});

const mail = (more: Partial<Mail> = {}): Mail => ({
  id: 'm1',
  messageId: '<m1@desk.example>',
  at: Date.UTC(2026, 10, 20, 6, 4),
  direction: 'out',
  from: {name: '한빛 물류', address: 'help@desk.example'},
  to: [{name: '김민수', address: 'kim@customer.example'}],
  cc: [],
  subject: 'Re: 배송 문의',
  text: '안녕하세요.',
  attachments: [],
  ...more,
});

const asked = mail({
  id: 'q1',
  messageId: '<q1@customer.example>',
  direction: 'in',
  from: {name: '김민수', address: 'kim@customer.example'},
  text: '언제 오나요?\n> 그전 말',
  html: '<p>언제 오나요?<img src="cid:logo@customer"><script>alert(1)</script></p></blockquote>',
  attachments: [attachment('spool.0', {contentId: 'logo@customer', inline: true})],
});

const files = (lost: readonly string[] = [], held: readonly string[] = []) => ({
  open: async ({id}: Attachment) => {
    if (held.includes(id)) throw new HeldFileError();
    if (lost.includes(id)) throw new LostFileError();
    return Readable.from([PNG]);
  },
  isHere: async ({id}: Attachment) => !lost.includes(id) && !held.includes(id),
});

const compose = async (outgoing: Partial<Outgoing>, store = files(), language: 'ko' | 'en' = 'ko') => {
  const stream = await composeMail({mail: mail(), references: [], ...outgoing}, {language, files: store});
  return buffer(stream);
};

const headersOf = (bytes: Buffer): string => bytes.toString('latin1').split('\r\n\r\n')[0] ?? '';

describe('a composed mail', () => {
  it('[MAIL-11] says in its headers what a thread needs, with Korean names encoded', async () => {
    const bytes = await compose({
      inReplyTo: '<q1@customer.example>',
      references: ['<q0@customer.example>', '<q1@customer.example>'],
    });
    const headers = headersOf(bytes);
    expect(headers).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(headers).toMatch(/^MIME-Version: 1\.0$/m);
    expect(headers).toMatch(/^Date: Fri, 20 Nov 2026 06:04:00 \+0000$/m);
    expect(headers).not.toMatch(/^Auto-Submitted/im);
    for (const parsed of [await simpleParser(bytes)]) {
      expect(parsed.messageId).toBe('<m1@desk.example>');
      expect(parsed.inReplyTo).toBe('<q1@customer.example>');
      expect(parsed.references).toEqual(['<q0@customer.example>', '<q1@customer.example>']);
      expect(parsed.subject).toBe('Re: 배송 문의');
      expect(parsed.from?.value[0]).toMatchObject({name: '한빛 물류', address: 'help@desk.example'});
    }
    const second = await PostalMime.parse(bytes);
    expect(second.from).toMatchObject({name: '한빛 물류', address: 'help@desk.example'});
    expect(second.to?.[0]).toMatchObject({name: '김민수'});
    expect(second.text?.trim()).toBe('안녕하세요.');
    expect(second.html).toBeUndefined();
  });

  it('carries text and HTML, images of the text as related parts and files beside them', async () => {
    const bytes = await compose({
      mail: mail({
        html: '<p>보세요: <img src="cid:up1"></p>',
        attachments: [
          attachment('up1', {inline: true, contentId: 'up1'}),
          attachment('up2', {name: '견적서 "최종".pdf', type: 'application/pdf'}),
        ],
      }),
    });
    const parsed = await simpleParser(bytes, {skipImageLinks: true});
    expect(parsed.html).toBe('<p>보세요: <img src="cid:up1@desk.example" /></p>');
    expect(parsed.text?.trim()).toBe('안녕하세요.');
    expect(
      parsed.attachments.map(({filename, related, cid, contentType}) => [
        filename,
        !!related,
        cid,
        contentType,
      ]),
    ).toEqual([
      ['up1.png', true, 'up1@desk.example', 'image/png'],
      ['견적서 "최종".pdf', false, undefined, 'application/pdf'],
    ]);
    expect(parsed.attachments.every(({content}) => content.equals(PNG))).toBe(true);
    const second = await PostalMime.parse(bytes);
    expect(second.attachments.map(({filename}) => filename)).toEqual(['up1.png', '견적서 "최종".pdf']);
    expect(bytes.toString('latin1')).toContain("filename*0*=utf-8''");
    expect(bytes.toString('latin1')).not.toMatch(/[^\r]\n/);
  });

  it('takes the thread along beneath, cleaned, with its images, in both parts', async () => {
    const own = mail({html: '<p>답</p><script>steal()</script>', quotes: 'q1'});
    const bytes = await compose({mail: own, quoted: [asked]});
    const parsed = await simpleParser(bytes, {skipImageLinks: true});
    expect(parsed.text).toMatch(
      /^안녕하세요\.\n\n2026년 11월 20일 \(금\) 오(?:전|후) \d+:04 [A-Z].*, 김민수 <kim@customer\.example>님이 작성:\n> 언제 오나요\?\n>> 그전 말\n$/,
    );
    const html = String(parsed.html);
    expect(html).toMatch(
      /^<p>답<\/p><br \/>\n<div><div dir="auto">2026년.*&lt;kim@customer\.example&gt;님이 작성:<\/div>/,
    );
    expect(html).toMatch(
      /<blockquote type="cite"[^>]*><p>언제 오나요\?<img src="cid:spool\.0@desk\.example" \/><\/p><\/blockquote><\/div>$/,
    );
    expect(html).not.toMatch(/script|steal|alert/);
    expect(parsed.attachments.map(({cid}) => cid)).toEqual(['spool.0@desk.example']);
  });

  it('quotes in English, and an answer of ours with what it carried itself', async () => {
    const ours = mail({
      id: 'o1',
      text: 'Soon.',
      html: '<p>Soon.</p>',
      quotes: 'q1',
      from: {address: 'help@desk.example'},
    });
    const bytes = await compose({mail: mail({html: '<p>Now.</p>'}), quoted: [ours, asked]}, files(), 'en');
    const parsed = await simpleParser(bytes, {skipImageLinks: true});
    const lines = parsed.text?.split('\n') ?? [];
    expect(lines[2]).toMatch(/^On .*2026.*, <help@desk\.example> wrote:$/);
    expect(lines.slice(3, 5)).toEqual(['> Soon.', '>']);
    expect(lines[5]).toMatch(/^> On .*김민수 <kim@customer\.example> wrote:$/);
    expect(lines.slice(6, 8)).toEqual(['>> 언제 오나요?', '>>> 그전 말']);
    expect(String(parsed.html).match(/<blockquote/g)).toHaveLength(2);
  });

  it('leaves out an image of a quoted mail that cannot go along, and does not leave without a file of its own', async () => {
    const bytes = await compose({mail: mail({html: '<p>a</p>'}), quoted: [asked]}, files(['spool.0']));
    const parsed = await simpleParser(bytes, {skipImageLinks: true});
    expect(parsed.attachments).toEqual([]);
    expect(String(parsed.html)).not.toContain('<img');
    const withFile = {mail: mail({attachments: [attachment('up1')]})};
    await expect(compose(withFile, files(['up1']))).rejects.toThrow(LostFileError);
    await expect(compose(withFile, files([], ['up1']))).rejects.toThrow(HeldFileError);
  });

  it('is understood by the gateway itself where it comes back', async () => {
    for (const language of ['ko', 'en'] as const) {
      const bytes = await compose({quoted: [asked]}, files(), language);
      const text = (await PostalMime.parse(bytes)).text ?? '';
      expect(text.slice(0, quoteAt(text)).trim()).toBe('안녕하세요.');
    }
  });

  it('bounds what it quotes', async () => {
    const huge = {...asked, html: '<p>x</p>'.repeat(200_000), text: 'long line\n'.repeat(100_000)};
    const bytes = await compose({mail: mail({html: '<p>a</p>'}), quoted: [huge]});
    expect(bytes.length).toBeLessThan(400_000);
    expect((await simpleParser(bytes)).text).toContain('[…]');
  });

  it('has no more of a large file in memory than what is on its way', async () => {
    const PART = Buffer.alloc(64 * 1024, 'x');
    const PARTS = 400;
    let given = 0;
    const large = {
      ...files(),
      open: async () =>
        Readable.from(
          (function* () {
            for (; given < PARTS; given += 1) yield PART;
          })(),
          {objectMode: false},
        ),
    };
    const outgoing = {mail: mail({attachments: [attachment('up1', {name: 'a.bin'})]}), references: []};
    const stream = await composeMail(outgoing, {language: 'ko', files: large});
    let ahead = 0;
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      // Base64 with its line ends is longer by a third and a little.
      ahead = Math.max(ahead, given * PART.length - size / 1.37);
    }
    expect(given).toBe(PARTS);
    expect(size).toBeGreaterThan(PARTS * PART.length * 1.33);
    expect(ahead).toBeLessThan(2 * 1024 * 1024);
  });

  it('lets no value begin a header', async () => {
    const bad = 'x\r\nBcc: spy@evil.example\r\n\r\n<script>';
    const bytes = await compose({
      mail: mail({
        from: {name: bad, address: 'help@desk.example'},
        to: [{name: bad, address: 'kim@customer.example'}],
        cc: [{name: `"${bad}`, address: 'lee@customer.example'}],
        subject: bad,
        html: '<p>a</p>',
        attachments: [attachment('up1', {name: `${bad}.png`, type: `image/png\r\nX-Bad: 1`})],
      }),
      inReplyTo: '<a@b>\r\nX-Bad: 1',
      references: ['<a@b>\r\nX-Bad: 1'],
      quoted: [{...asked, from: {name: bad, address: bad}}],
    });
    const heads = bytes
      .toString('latin1')
      .split(/^--.*$/m)
      .map((part) => part.trimStart().split('\r\n\r\n')[0] ?? '');
    expect(heads.length).toBeGreaterThan(6);
    for (const head of heads) expect(head).not.toMatch(/^(?:Bcc|X-Bad):/im);
    const {bcc, to, cc} = await PostalMime.parse(bytes);
    expect([bcc ?? [], to?.map((one) => one.address), cc?.map((one) => one.address)]).toEqual([
      [],
      ['kim@customer.example'],
      ['lee@customer.example'],
    ]);
  });
});
