import iconv from 'iconv-lite';
import {describe, expect, it} from 'vitest';

import {archiveOf, docx, eml, odf, pdf, xlsx} from '../test-support/document-samples.js';
import {readFileFor} from './read-file.js';
import {READING_LIMITS} from './reading.js';

const CARD = '4111 1111 1111 1111';
const HALVES = ['4111 11', '11 1111 1111'] as const;

const bytes = (text: string): Uint8Array => Buffer.from(text);
const cards = {verdict: 'cards'};
const clean = {verdict: 'clean'};

describe('a card number is found', () => {
  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['in plain text', '.txt', () => bytes(`카드 ${CARD} 입니다`)],
    ['in UTF-16', '.txt', () => iconv.encode(`\ufeff카드 ${CARD}`, 'utf-16le')],
    [
      'in full-width digits of Korean Windows',
      '.txt',
      () => iconv.encode('카드 ４１１１１１１１１１１１１１１１', 'cp949'),
    ],
    ['over the end of a piece', '.txt', () => bytes(`${'가'.repeat(16_380)}${CARD}`)],
    ['in a page', '.html', () => bytes(`<p>Card <b>${HALVES[0]}</b>${HALVES[1]}</p>`)],
    ['in entities', '.html', () => bytes('<p>&#52;111&nbsp;1111&nbsp;1111&nbsp;1111</p>')],
    ['in a field of a page', '.html', () => bytes(`<input value="${CARD}">`)],
    ['in XML', '.xml', () => bytes(`<order><card>${CARD}</card></order>`)],
    [
      'in rich text',
      '.rtf',
      () =>
        bytes(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 Card {\\b ${HALVES[0]}}${HALVES[1]}\\par}`),
    ],
    [
      'in rich text as Unicode',
      '.rtf',
      () => bytes('{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 \\u52?111 1111 1111 1111\\par}'),
    ],
    ['in a Word document', '.docx', () => docx([['Hello'], [`Card ${CARD}`]])],
    ['over the runs of a Word document', '.docx', () => docx([['Card ', ...HALVES]])],
    [
      'in a note of a Word document',
      '.docx',
      () => docx([['x']], {'word/footnotes.xml': `<w:p><w:t>${CARD}</w:t></w:p>`}),
    ],
    ['in a spreadsheet', '.xlsx', () => xlsx(['name', CARD])],
    ['in a spreadsheet as a number', '.xlsx', () => xlsx([], ['4111111111111111'])],
    ['over the cells of a spreadsheet', '.xlsx', () => xlsx(['4111', '1111', '1111', '1111'])],
    [
      'in an OpenDocument text',
      '.odt',
      () => odf(`<text:p>Card <text:span>${HALVES[0]}</text:span>${HALVES[1]}</text:p>`),
    ],
    [
      'in an OpenDocument cell',
      '.ods',
      () =>
        odf('<table:table-cell office:value="4111111111111111"><text:p>4.1E15</text:p></table:table-cell>'),
    ],
    ['in a PDF', '.pdf', () => pdf(['Hello', `Card ${CARD}`])],
    ['over the lines of a PDF', '.pdf', () => pdf(['4111 1111', '1111 1111'])],
    ['in a mail', '.eml', () => eml({text: `Card ${CARD}`})],
    ['in the page of a mail', '.eml', () => eml({html: `<p>${CARD}</p>`})],
    [
      'in a document that a mail carries',
      '.eml',
      async () => eml({name: 'c.docx', content: await docx([[CARD]])}),
    ],
    [
      'in a document within a document',
      '.docx',
      async () => docx([['x']], {'word/embeddings/a.xlsx': await xlsx([CARD])}),
    ],
  ])('%s', async (_, ending, make) => {
    expect(await readFileFor(await make(), ending)).toEqual(cards);
  });
});

describe('nothing is found', () => {
  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['in a text without one', '.txt', () => bytes('주문 20261120-0042, 010-1234-5678')],
    [
      'in a page without one',
      '.html',
      () => bytes('<p>4111 1111 1111 1112</p><script>4111 1111 1111 1111</script>'),
    ],
    ['in rich text', '.rtf', () => bytes('{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 Hello\\par}')],
    ['in a Word document', '.docx', () => docx([['Hello']])],
    ['in a spreadsheet', '.xlsx', () => xlsx(['name'], ['42'])],
    ['in an OpenDocument text', '.odt', () => odf('<text:p>Hello</text:p>')],
    ['in a PDF', '.pdf', () => pdf(['Hello'])],
    ['in a mail with an empty file', '.eml', () => eml({text: 'Hello'})],
    ['in an empty text', '.txt', () => bytes('')],
  ])('%s', async (_, ending, make) => {
    expect(await readFileFor(await make(), ending)).toEqual(clean);
  });
});

describe('a file that cannot be read', () => {
  it.each<[string, string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['has no reader', '.msg', 'kind', () => bytes('x')],
    ['is no text', '.txt', 'binary', () => new Uint8Array([1, 0, 2, 0, 3])],
    ['is no archive', '.docx', 'broken-archive', () => bytes('MZ this is a program')],
    [
      'is an archive that was cut',
      '.docx',
      'broken-archive',
      async () => (await docx([['x']])).slice(0, 200),
    ],
    ['is no PDF', '.pdf', 'broken-pdf', () => bytes('MZ this is a program')],
    ['is no rich text', '.rtf', 'not-rtf', () => bytes('hello')],
    [
      'has a picture',
      '.docx',
      'picture',
      () => docx([['x']], {'word/media/image1.png': new Uint8Array([1])}),
    ],
    ['is a PDF of pictures', '.pdf', 'picture', () => pdf([])],
    [
      'carries what has no reader',
      '.eml',
      'kind',
      () => eml({text: 'x', name: 'a.exe', content: bytes('MZ')}),
    ],
  ])('says so where it %s', async (_, ending, why, make) => {
    expect(await readFileFor(await make(), ending)).toEqual({verdict: 'unreadable', why});
  });

  it.each([
    ['text', 'too-much-text'],
    ['unfolded', 'too-much-unfolded'],
    ['parts', 'too-many-parts'],
  ] as const)('stops where an archive comes to more %s than it may', async (limit, why) => {
    const bomb = await archiveOf({'word/document.xml': Buffer.alloc(2_000_000, 0x20), 'word/a.xml': 'x'});
    expect(bomb.length).toBeLessThan(20_000);
    const limits = {...READING_LIMITS, [limit]: limit === 'parts' ? 1 : 1_000_000};
    expect(await readFileFor(bomb, '.docx', limits)).toEqual({verdict: 'unreadable', why});
  });

  it('does not believe what an archive says of its sizes', async () => {
    const honest = Buffer.from(await archiveOf({'word/document.xml': Buffer.alloc(1_000_000, 0x20)}));
    const sizes = [...honest.keys()].filter(
      (at) => honest.readUInt32LE(Math.min(at, honest.length - 4)) === 1_000_000,
    );
    for (const at of sizes) honest.writeUInt32LE(10, at);
    expect(await readFileFor(honest, '.docx')).toMatchObject({verdict: 'unreadable'});
  });

  it('goes only so deep into files within files', async () => {
    let inner = await docx([[CARD]]);
    for (let level = 0; level < 6; level += 1) inner = await docx([['x']], {'word/embeddings/a.docx': inner});
    expect(await readFileFor(inner, '.docx')).toEqual({verdict: 'unreadable', why: 'too-deep'});
  });
});
