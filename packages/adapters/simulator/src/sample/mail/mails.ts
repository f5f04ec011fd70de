import type {MailArrival, PastMail} from '../../scripts.js';
import type {SampleLanguage} from '../words.js';

import {boxPhoto, invoicePdf, logo} from './files.js';
import {LETTERS} from './letters.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Every kind of mail that an agent gets to see. */
export interface SampleMails {
  /** HTML with a table, a mark from the sender's company, a document with a Korean name; writes again after the answer. */
  readonly invoice: MailArrival;
  /** A photo in its text, and images that would have to be fetched from elsewhere. */
  readonly damaged: MailArrival;
  /** The third mail of a thread, with the earlier ones quoted beneath. */
  readonly thread: MailArrival;
  /** A machine's: somebody is away. */
  readonly away: MailArrival;
  /** A machine's: a mail of ours did not get through. */
  readonly bounce: MailArrival;
}

const quoted = (text: string): string => text.replace(/^/gm, '> ').replace(/ +$/gm, '');

const INTRODUCTIONS: Readonly<Record<SampleLanguage, string>> = {
  en: 'On Thu, 19 Nov 2026 at 09:40, Hanbit Logistics <invoices@hanbit.example> wrote:',
  ko: '2026년 11월 19일 (목) 오전 9:40, 한빛로지스틱스 <invoices@hanbit.example>님이 작성:',
};

const FIRST_INTRODUCTIONS: Readonly<Record<SampleLanguage, string>> = {
  en: 'On Thu, 19 Nov 2026 at 08:15, Choi Ha-eun <haeun.choi@mail.example> wrote:',
  ko: '2026년 11월 19일 (목) 오전 8:15, 최하은 <haeun.choi@mail.example>님이 작성:',
};

const threadOf = (language: SampleLanguage): MailArrival => {
  const first = LETTERS.pickUpFirst[language];
  const answer = `${LETTERS.pickUpAnswer[language]}\n\n`;
  const answered = `${answer}${FIRST_INTRODUCTIONS[language]}\n${quoted(first)}`;
  const last = `${LETTERS.pickUpLast[language]}\n\n`;
  const before: readonly PastMail[] = [
    {from: 'customer', agoMs: 2 * DAY, text: first},
    {from: 'house', agoMs: 2 * DAY - HOUR, text: answered, quoteAt: answer.length},
  ];
  return {
    name: LETTERS.choi[language],
    from: 'haeun.choi@mail.example',
    subject: `Re: ${LETTERS.pickUpSubject[language]}`,
    text: `${last}${INTRODUCTIONS[language]}\n${quoted(answered)}`,
    quoteAt: last.length,
    before,
  };
};

/** The mails of the sample in one language. */
export const sampleMails = (language: SampleLanguage): SampleMails => ({
  invoice: {
    name: LETTERS.jung[language],
    from: 'dain.jung@saebyeok.example',
    cc: ['accounts@saebyeok.example'],
    subject: LETTERS.invoiceSubject[language],
    text: LETTERS.invoiceText[language],
    html: LETTERS.invoiceHtml[language],
    files: [{file: logo(), contentId: 'logo@saebyeok'}, {file: invoicePdf()}],
    script: {replies: [{text: LETTERS.invoiceThanks[language], afterMs: 20_000}]},
  },
  damaged: {
    name: LETTERS.park[language],
    from: 'sujin.park@mail.example',
    subject: LETTERS.damagedSubject[language],
    text: LETTERS.damagedText[language],
    html: LETTERS.damagedHtml[language],
    files: [{file: boxPhoto(), contentId: 'box-photo'}],
  },
  thread: threadOf(language),
  away: {
    name: LETTERS.kang[language],
    from: 'taeo.kang@saebyeok.example',
    subject: LETTERS.awaySubject[language],
    text: LETTERS.away[language],
    notice: 'auto-reply',
    before: [{from: 'house', agoMs: 60_000, text: LETTERS.claim[language]}],
  },
  bounce: {
    name: LETTERS.daemon[language],
    from: 'mailer-daemon@saebyeok.example',
    subject: LETTERS.bounceSubject[language],
    text: LETTERS.bounce[language],
    notice: 'bounce',
    before: [{from: 'house', agoMs: 60_000, text: LETTERS.claim[language]}],
  },
});
