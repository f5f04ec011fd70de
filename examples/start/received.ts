// A mail as the customer's mail client shows it: HTML in a frame in which nothing runs, files to keep, the thread in
// the headers of the answer.
import {defineMailBody} from '@deskwire/kit';

import {dataUrlOf} from './data-url.js';
import {language} from './page.js';

interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

interface File {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly contentId?: string;
  readonly inline?: boolean;
}

/** A mail of the mailbox, as the gateway gives it. */
export interface Received {
  readonly id: string;
  readonly at: number;
  readonly messageId: string;
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly references: readonly string[];
  readonly attachments: readonly File[];
}

const words = {
  en: {reply: 'Reply', raw: 'As it was sent', to: 'To', cc: 'Cc', files: 'Files'},
  ko: {reply: '회신', raw: '원문 보기', to: '받는 사람', cc: '참조', files: '첨부 파일'},
} as const;

defineMailBody();

const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
};

const link = (href: string, name: string): HTMLAnchorElement => {
  const element = make('a', '', name);
  element.href = href;
  element.download = '';
  return element;
};

/** `Name <address>`, or the address alone. */
export const mailboxText = ({name, address}: Mailbox): string => (name ? `${name} <${address}>` : address);

const sizeText = (bytes: number): string => {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const style = {style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1} as const;
  return new Intl.NumberFormat(language(), style).format(bytes / (bytes < 1_000_000 ? 1_000 : 1_000_000));
};

/** The HTML with the images of the mail in it, instead of their names. */
const withImages = async (html: string, files: readonly File[], path: string): Promise<string> => {
  let shown = html;
  for (const {id, contentId} of files.filter(({inline}) => inline)) {
    if (contentId)
      shown = shown.replaceAll(
        `cid:${contentId}`,
        await dataUrlOf(await (await fetch(`${path}/files/${id}`)).blob()),
      );
  }
  return shown;
};

const body = (mail: Received, path: string): HTMLElement => {
  const {html, attachments} = mail;
  if (html === undefined) return make('pre', '', mail.text);
  const element = document.createElement('dw-mail-body');
  const show = (shown: string): void => {
    element.mail = {...mail, direction: 'in', html: shown, attachments: []};
    element.isQuoteShown = true;
  };
  void withImages(html, attachments, path).then(show, () => {
    show(html);
  });
  return element;
};

const fileList = (files: readonly File[], path: string): HTMLElement => {
  const list = make('ul', 'files');
  list.setAttribute('aria-label', words[language()].files);
  for (const {id, name, size} of files) {
    list.append(make('li', '', link(`${path}/files/${id}`, name), ` ${sizeText(size)}`));
  }
  return list;
};

/**
 * Shows one mail.
 * @param path Where the gateway has it.
 */
export const mailArticle = (mail: Received, path: string, reply: (mail: Received) => void): HTMLElement => {
  const {to, cc, from, at, subject} = mail;
  const word = words[language()];
  const when = new Intl.DateTimeFormat(language(), {dateStyle: 'medium', timeStyle: 'short'}).format(at);
  const names = (boxes: readonly Mailbox[]): string => boxes.map(mailboxText).join(', ');
  const button = make('button', '', word.reply);
  button.type = 'button';
  button.addEventListener('click', () => {
    reply(mail);
  });
  const files = mail.attachments.filter(({inline}) => !inline);
  return make(
    'article',
    'mail',
    make('h3', '', subject),
    make('p', 'muted', `${mailboxText(from)} · ${when}`),
    make('p', 'muted', `${word.to} ${names(to)}${cc.length ? ` · ${word.cc} ${names(cc)}` : ''}`),
    body(mail, path),
    ...(files.length ? [fileList(files, path)] : []),
    make('div', 'row', button, link(`${path}/raw`, word.raw)),
  );
};

/** An answer's text with the answered mail beneath, as mail clients write it. */
export const withQuote = (text: string, {at, from, text: answered}: Received): string => {
  const when = new Intl.DateTimeFormat(language(), {dateStyle: 'medium', timeStyle: 'short'}).format(at);
  const line =
    language() === 'ko'
      ? `${when}, ${mailboxText(from)}님이 작성:`
      : `On ${when}, ${mailboxText(from)} wrote:`;
  const quoted = answered.trimEnd().split('\n');
  return `${text}\n\n${line}\n${quoted.map((one) => (one === '' || one.startsWith('>') ? `>${one}` : `> ${one}`)).join('\n')}\n`;
};
