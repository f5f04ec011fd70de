import {afterAll, describe, expect, it} from 'vitest';

import {MailParser} from '../mail-parser.js';
import {quoteAt} from './quotes.js';

const OWN = '네, 그렇게 해 주세요.\n감사합니다.\n\n';

const QUOTED: readonly (readonly [what: string, quote: string])[] = [
  ['Gmail in Korean', '2026년 11월 20일 (금) 오전 9:41, 한빛 <a@b.example>님이 작성:\n\n> 맞나요?\n> 한빛\n'],
  [
    'Gmail in Korean, broken',
    '2026년 11월 20일 (금) 오전 9:41, 한빛물류 고객센터\n<a@b.example>님이 작성:\n\n> 맞나요?\n',
  ],
  ['Apple in Korean', '2026. 11. 20. 오전 9:41, 한빛 <a@b.example> 작성:\n\n> 맞나요?\n'],
  [
    'Outlook in Korean',
    '보낸 사람: 한빛 <a@b.example>\n보낸 날짜: 2026년 11월 20일\n받는 사람: 김\n제목: 배송\n\n맞나요?\n',
  ],
  [
    'Naver',
    '-----Original Message-----\nFrom: "한빛"<a@b.example>\nTo: <k@c.example>\nSubject: 배송\n\n맞나요?\n',
  ],
  [
    'Hanmail',
    '--------- 원본 메일 ---------\n보낸사람 : 한빛 <a@b.example>\n받는사람 : 김\n날짜: 2026년 11월 20일\n\n맞나요?\n',
  ],
  [
    'a line of Outlook',
    '________________________________\nFrom: A <a@b.example>\nSent: Friday\nTo: K\nSubject: S\n\nOK?\n',
  ],
  ['Gmail in English', 'On Fri, Nov 20, 2026 at 9:41 AM A <a@b.example> wrote:\n\n> OK?\n'],
  [
    'Gmail in English, broken',
    'On Fri, Nov 20, 2026 at 9:41 AM A Long Name Of Somebody\n<a@b.example> wrote:\n\n> OK?\n',
  ],
];

describe('the quote beneath a reply', () => {
  const parser = new MailParser();
  afterAll(() => parser.stop());

  it.each(QUOTED)('of %s', (_, quote) => {
    expect(quoteAt(OWN + quote)).toBe(OWN.length);
  });

  it('of signs alone, with what the reply parser finds', async () => {
    const text = `${OWN}> 맞나요?\n> 한빛\n`;
    const bytes = Buffer.from(`Content-Type: text/plain; charset=utf-8\n\n${text}`);
    const mail = await parser.parse(bytes);
    expect(mail.text.slice(0, mail.quoteAt)).toBe(OWN);
  });

  it.each([
    ['nothing is quoted', 'hello\nworld\n'],
    [
      'somebody answers between the lines',
      'On Fri, Nov 20, 2026 A <a@b.example> wrote:\n> one?\nyes\n> two?\nno\n',
    ],
    ['it is all that there is', 'On Fri, Nov 20, 2026 A <a@b.example> wrote:\n> one?\n'],
    [
      'it was passed on',
      'see below\n\n---------- Forwarded message ---------\nFrom: A <a@b>\nDate: x\nSubject: y\nTo: z\n\nwords\n',
    ],
    ['somebody writes about a sender', '보낸 사람: 저\n고맙습니다\n'],
  ])('is not there where %s', (_, text) => {
    expect(quoteAt(text)).toBeUndefined();
  });

  it('is looked for in bounded time, whatever the text is', async () => {
    const begun = Date.now();
    for (const one of [
      'On ',
      '> ',
      '-----',
      'From: a\n',
      'a <b> schrieb:\n',
      'Op x\nschreef\n',
      '在\n',
      '_\n',
      'On a wrote\n',
    ]) {
      const text = `hi\n${one.repeat(20_000)}`;
      quoteAt(text);
      await parser.parse(Buffer.from(`Content-Type: text/plain; charset=utf-8\n\n${text}`));
    }
    expect(Date.now() - begun).toBeLessThan(30_000);
  }, 40_000);
});
