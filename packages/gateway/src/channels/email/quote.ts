import type {Mail, TenantConfig} from '@deskwire/domain';

import {MAX_HTML, sanitiseHtml} from './sanitise-html.js';

type Language = TenantConfig['language'];

/** A quoted text goes along up to this length, in UTF-16 units. */
const MAX_TEXT = 64 * 1024;
const CUT = '[…]';

const BESIDE = 'border-left:2px solid #c5cacd;margin:0 0 0 4px;padding:0 0 0 12px';

/** The image of a quoted mail's text, by the Content-ID that the mail names; undefined where it cannot go along. */
export type QuotedImage = (mail: Mail, contentId: string) => string | undefined;

/** A value as text of HTML, with its line breaks. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r\n|\r|\n/g, '<br />\n');

const LOCALES = {ko: 'ko-KR', en: 'en-GB'} as const;
const DATE = {weekday: 'short', year: 'numeric', month: 'short', day: 'numeric'} as const;

/** The zone that the times of this gateway are in, so that whoever reads them elsewhere is not misled. */
const zoneAt = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', {timeZoneName: 'short'})
    .formatToParts(at)
    .find(({type}) => type === 'timeZoneName')?.value ?? 'UTC';

/** What a Korean client calls the halves of a day, which `Intl` calls AM and PM now and then. */
const timeIn = (language: Language, at: Date): string => {
  const minutes = String(at.getMinutes()).padStart(2, '0');
  const hours = at.getHours();
  if (language === 'en') return ` at ${String(hours).padStart(2, '0')}:${minutes}`;
  return ` ${hours < 12 ? '오전' : '오후'} ${hours % 12 || 12}:${minutes}`;
};

/** The date as the mail clients of the country write it above a quoted mail. */
const dateIn = (language: Language, at: number): string => {
  const date = new Intl.DateTimeFormat(LOCALES[language], DATE).format(at);
  return `${date}${timeIn(language, new Date(at))} ${zoneAt(at)}`;
};

/** One line, whatever it holds: names, subjects and addresses come from outside. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Who wrote what follows, in one line that mail clients know for what it is. */
export const attributionOf = ({from, at}: Mail, language: Language): string => {
  const who = oneLine(`${from.name ?? ''} <${from.address}>`);
  const when = dateIn(language, at);
  return language === 'ko' ? `${when}, ${who}님이 작성:` : `On ${when}, ${who} wrote:`;
};

const quoteLines = (text: string): string =>
  text
    .trimEnd()
    .split(/\r\n|\r|\n/)
    .map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');

const cutText = (text: string): string =>
  text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, '')}\n${CUT}` : text;

/** The thread as it stands beneath a text: each mail with its line, each level behind one more `>`. */
export const quoteText = (quoted: readonly Mail[], language: Language): string => {
  const [mail, ...beneath] = quoted;
  if (!mail) return '';
  const deeper = quoteText(beneath, language);
  const text = deeper ? `${mail.text.trimEnd()}\n\n${deeper}` : mail.text;
  return `${attributionOf(mail, language)}\n${quoteLines(cutText(text))}`;
};

const bodyOf = (mail: Mail, image: QuotedImage) =>
  mail.html === undefined || mail.html.length > MAX_HTML
    ? {html: `<div>${escapeHtml(cutText(mail.text))}</div>`, contentIds: []}
    : sanitiseHtml(mail.html, (contentId) => image(mail, contentId));

/** The thread as it stands beneath HTML, cleaned, and the images that it shows. */
export const quoteHtml = (
  quoted: readonly Mail[],
  language: Language,
  image: QuotedImage,
): {readonly html: string; readonly contentIds: readonly string[]} => {
  const [mail, ...beneath] = quoted;
  if (!mail) return {html: '', contentIds: []};
  const body = bodyOf(mail, image);
  const deeper = quoteHtml(beneath, language, image);
  const line = `<div dir="auto">${escapeHtml(attributionOf(mail, language))}</div>`;
  return {
    html: `<br />\n<div>${line}\n<blockquote type="cite" style="${BESIDE}">${body.html}${deeper.html}</blockquote></div>`,
    contentIds: [...body.contentIds, ...deeper.contentIds],
  };
};
