import {inflateSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {imageTypeOf} from '@deskwire/domain';
import type {MailArrival} from '../../scripts.js';
import {sampleTemplates} from '../templates.js';
import {sampleTenant} from '../tenant.js';
import {SAMPLE_LANGUAGES} from '../words.js';
import {boxPhoto, invoicePdf, logo} from './files.js';
import {sampleMails} from './mails.js';

const isKorean = (text: string): boolean => /[가-힣]/.test(text);
const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

describe.each(SAMPLE_LANGUAGES)('the mails of the sample in %s', (language) => {
  const mails: readonly MailArrival[] = Object.values(sampleMails(language));

  it('speak one language', () => {
    for (const {name = '', subject, text, html, before = []} of mails) {
      for (const one of [name, subject, text, html ?? text, ...before.map((past) => past.text)]) {
        expect([one, isKorean(one)]).toEqual([one, language === 'ko']);
      }
    }
  });

  it('come from nobody, and say where what they quote begins', () => {
    for (const {from, cc = [], text, quoteAt, before = [], html = ''} of mails) {
      for (const address of [from, ...cc]) expect(address).toMatch(/@[a-z.]+\.example$/);
      for (const [, host] of html.matchAll(/https:\/\/([^/"]+)/g)) expect(host).toMatch(/\.example$/);
      for (const one of [{text, quoteAt}, ...before]) {
        if (one.quoteAt === undefined) continue;
        const [introduction, ...quoted] = one.text.slice(one.quoteAt).split('\n');
        expect(introduction).toMatch(/:$/);
        expect(quoted.length).toBeGreaterThan(2);
        for (const line of quoted) expect(line).toMatch(/^>/);
      }
    }
  });

  it('show every image that they bring, and bring every image that they show', () => {
    for (const {html = '', files = []} of mails) {
      const shown = [...html.matchAll(/cid:([^"]+)/g)].map(([, id]) => id);
      expect(files.flatMap(({contentId}) => contentId ?? [])).toEqual(shown);
    }
  });

  it('have templates: one that is there at once, each with its fields in text and HTML', () => {
    const templates = sampleTemplates(language);
    expect(templates.filter(({isDefault}) => isDefault)).toHaveLength(1);
    for (const {text, html = ''} of templates) {
      const fields = (one: string) => one.match(/\{\{[^{}]+\}\}/g);
      expect(fields(text)).toEqual(fields(html));
      expect(text).toContain('{{customer.name}}');
      expect(text).toContain('{{agent.name}}');
    }
    const {email} = sampleTenant(language);
    expect(email.templates).toEqual(templates);
    expect(email.undoSeconds).toBeGreaterThan(0);
    expect(email.attachments.types).toContain('.pdf');
  });
});

describe('a file of the sample', () => {
  it.each([
    ['box.png', boxPhoto(), 200, 120],
    ['logo.png', logo(), 96, 24],
  ] as const)('%s is a whole picture', async (name, file, width, height) => {
    const bytes = await bytesOf(file);
    const view = new DataView(bytes.buffer);
    expect([file.name, imageTypeOf(bytes)]).toEqual([name, 'image/png']);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([width, height]);
    const pixels: Uint8Array[] = [];
    for (let at = 8; at < bytes.length; at += view.getUint32(at) + 12) {
      if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === 'IDAT')
        pixels.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
    }
    expect(inflateSync(Buffer.concat(pixels))).toHaveLength(height * (width + 1));
  });

  it('with a Korean name is a PDF that says where its parts are', async () => {
    const file = invoicePdf();
    const text = new TextDecoder('latin1').decode(await bytesOf(file));
    expect(file.name).toBe('11월 청구서 (최종).pdf');
    const start = Number(/startxref\n(\d+)\n%%EOF/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) =>
      Number(offset),
    );
    offsets.forEach((offset, index) => expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`)));
    expect(offsets).toHaveLength(5);
  });
});
