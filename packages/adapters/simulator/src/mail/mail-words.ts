import type {Mail, MailNotice} from '@deskwire/domain';

import type {SampleLanguage, Words} from '../sample/words.js';
import type {MailBody} from '../scripts.js';

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const INTRODUCTION: Readonly<Record<SampleLanguage, (day: string, who: string) => string>> = {
  en: (day, who) => `On ${day}, ${who} wrote:`,
  ko: (day, who) => `${day}, ${who} 작성:`,
};

/** An answer as mail programs send it: what it answers beneath, each line marked. */
export const answering = (text: string, answered: Mail | undefined, language: SampleLanguage): MailBody => {
  if (!answered) return {text};
  const {at, from} = answered;
  const who = from.name ? `${from.name} <${from.address}>` : from.address;
  const lines = answered.text.split('\n').map((line) => `> ${line}`.trimEnd());
  const own = `${text}\n\n`;
  return {
    text: `${own}${INTRODUCTION[language](dayOf(at), who)}\n${lines.join('\n')}`,
    quoteAt: own.length,
  };
};

const SUBJECTS: Readonly<Record<MailNotice, Words>> = {
  bounce: {en: 'Undelivered mail returned to sender', ko: '메일을 전달하지 못했습니다'},
  'auto-reply': {en: 'Out of office', ko: '부재중 자동 회신'},
};

const TEXTS: Readonly<Record<MailNotice, Words>> = {
  bounce: {
    en: 'Your message could not be delivered to {address}.\n\n550 5.1.1 The mailbox does not exist.',
    ko: '{address} 주소로 메일을 전달하지 못했습니다.\n\n550 5.1.1 The mailbox does not exist.',
  },
  'auto-reply': {
    en: 'Thank you for your message. I am out of the office until Monday and will answer then.',
    ko: '메일 감사합니다. 월요일까지 부재중이며 돌아와서 답변드리겠습니다.',
  },
};

/** What a machine writes about a mail to this address. */
export const noticeText = (
  notice: MailNotice,
  address: string,
  language: SampleLanguage,
): {readonly subject: string; readonly text: string} => ({
  subject: SUBJECTS[notice][language],
  text: TEXTS[notice][language].replace('{address}', address),
});
