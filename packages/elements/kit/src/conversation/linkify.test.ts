import {describe, expect, it} from 'vitest';

import {linkify} from './linkify.js';

const links = (text: string): readonly (readonly [string, string])[] =>
  linkify(text).flatMap((piece) => (piece.kind === 'link' ? [[piece.text, piece.href] as const] : []));
const shown = (text: string): readonly string[] => links(text).map(([text]) => text);

describe('what becomes a link', () => {
  it.each([
    ['see https://example.com/a?b=c#d now', ['https://example.com/a?b=c#d']],
    ['HTTP://EXAMPLE.COM', ['HTTP://EXAMPLE.COM']],
    ['www.example.com/x', ['www.example.com/x']],
    ['write to hana@example.com please', ['hana@example.com']],
    ['mailto:hana@example.com', ['mailto:hana@example.com']],
    ['tel:+82-2-1588-0000.', ['tel:+82-2-1588-0000']],
    ['http://localhost:8000', ['http://localhost:8000']],
    ['http://foobar.한국/', ['http://foobar.한국/']],
    ['https://ko.wikipedia.org/wiki/한국어', ['https://ko.wikipedia.org/wiki/한국어']],
    ['two https://a.example https://b.example', ['https://a.example', 'https://b.example']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('leads where it says: the scheme is added where none was written', () => {
    expect(links('www.example.com, hana@example.com')).toEqual([
      ['www.example.com', 'https://www.example.com/'],
      ['hana@example.com', 'mailto:hana@example.com'],
    ]);
  });
});

describe('where a link goes', () => {
  const host = (text: string): string | undefined => {
    const [piece] = linkify(text);
    return piece?.kind === 'link' ? piece.host : 'no link';
  };

  it.each([
    ['https://www.ex\u0430mple.com/a', 'www.xn--exmple-4nf.com'],
    ['http://foobar.한국/', 'foobar.xn--3e0b707e'],
    ['https://ｅxample.com', 'example.com'],
    ['http://0x7f.1/admin', '127.0.0.1'],
  ])('is told where it is written otherwise: %s', (text, expected) => {
    expect(host(text)).toBe(expected);
  });

  it.each([
    ['HTTPS://Example.com:443/A'],
    ['www.example.com'],
    ['http://localhost:8000'],
    ['mailto:a@b.example'],
  ])('is told by the text alone where that is enough: %s', (text) => {
    expect(host(text)).toBeUndefined();
  });
});

describe('where a link ends', () => {
  it.each([
    ['Go to https://example.com.', 'https://example.com'],
    ['(https://example.com/a_(b))', 'https://example.com/a_(b)'],
    ['[https](https://example.com)[x]', 'https://example.com'],
    ['"https://example.com/a"', 'https://example.com/a'],
    ["'https://example.com/a'", 'https://example.com/a'],
    ["https://example.com/'a'", "https://example.com/'a'"],
    ["('https://example.com/'a'').", "https://example.com/'a'"],
    ['https://example.com/a?!', 'https://example.com/a'],
    ['https://example.com에서 봤어요', 'https://example.com'],
    ['https://example.com/a에서 봤어요', 'https://example.com/a'],
    ['https://example.com/a입니다.', 'https://example.com/a'],
    ['https://example.com/a「b」', 'https://example.com/a'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });
});

describe('what never becomes a link', () => {
  it.each([
    ['javascript:alert(1)'],
    ['data:text/html,<script>alert(1)</script>'],
    ['vbscript:x'],
    ['file:///etc/passwd'],
    ['ftp://example.com'],
    ['https://'],
    ['https://bank.example@evil.example/'],
    ['https://user:secret@evil.example'],
    ['image.jpg and 1.2.3'],
    ['foo@bar'],
  ])('%s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it.each([
    ['https://-example.com'],
    ['https://example-.com'],
    ['https://shop.example.com-and-then-no-space'],
    [`https://${'a'.repeat(64)}.com`],
    [`https://${'가'.repeat(64)}.com`],
  ])('no host can be called so: %s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it.each([
    ['https://my-shop.example-site.co.kr'],
    ['https://in-house/page'],
    ['https://한국.한국/'],
    ['https://[2001:db8::1]:8443/'],
    ['https://127.0.0.1:8000/'],
    ['https://a_b.example.com/'],
    [`https://${'a'.repeat(63)}.com`],
  ])('but so: %s', (text) => {
    expect(shown(text)).toEqual([text]);
  });

  it('does not carry what cannot be seen into the address', () => {
    expect(shown('https://example.com/\u202Egpj.exe')).toEqual(['https://example.com/']);
    expect(shown('https://exam\u200Bple.com')).toEqual(['https://exam']);
    expect(shown('https://example.com\\@evil.example')).toEqual(['https://example.com']);
  });
});

describe('the text itself', () => {
  it('is whole again when the pieces are joined', () => {
    const text = '가 https://a.example/나에서 (www.b.example) c@d.example. 끝\n';
    expect(
      linkify(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(linkify('')).toEqual([]);
    expect(linkify('plain <b>text</b>')).toEqual([{kind: 'text', text: 'plain <b>text</b>'}]);
  });

  it('is read in time, however it was written', () => {
    const hostile = [
      'a@'.repeat(50_000),
      `http://a${')'.repeat(100_000)}`,
      `${'a.'.repeat(60_000)}@`,
      'www.'.repeat(50_000),
    ];
    const before = performance.now();
    for (const text of hostile) linkify(text);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
