import {html, nothing, type TemplateResult} from 'lit';
import type {InteractionId, Mail, Mailbox, Refusal} from '@deskwire/domain';

import type {Locale} from '../contexts.js';
import {messageFiles} from '../conversation/message-files.template.js';
import {trouble} from '../conversation/trouble.template.js';
import {infoIcon, moreIcon} from '../icons.js';

import type {MailBodyStateEvent} from './mail-body.events.js';
import type {MailReading} from './mail-reading.js';

/** Year, month, day and time, as mails are dated. */
export const MAIL_DATE: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** So many recipients stand in a line; a mailing can have thousands. */
const NAMED = 20;

/** A recipient as it is written in a list. */
export const mailboxText = ({name, address}: Mailbox): string => (name ? `${name} <${address}>` : address);

/** Several recipients, each in its own direction of writing. */
export const mailboxList = (all: readonly Mailbox[]): unknown => [
  ...all.slice(0, NAMED).map((one, index) => html`${index ? ', ' : ''}<bdi>${mailboxText(one)}</bdi>`),
  all.length > NAMED ? ` +${all.length - NAMED}` : nothing,
];

/** To and Cc, one line each. */
export const mailRecipients = ({to, cc}: Mail, {language}: MailReading): TemplateResult =>
  html`<p class="meta to">${language.t('to')} ${mailboxList(to)}</p>
    ${cc.length > 0 ? html`<p class="meta to">${language.t('cc')} ${mailboxList(cc)}</p>` : nothing}`;

/** Said where nothing marks it in the text: HTML has no place for a chip. */
const taken = ({redactions = [], truncated, html: markup}: Mail, {language}: MailReading): unknown => {
  const count = (kind: 'card' | 'attachment') => redactions.filter((one) => one.kind === kind).length;
  const cards = markup === undefined ? 0 : count('card');
  const dropped = count('attachment');
  const notes = [
    cards > 0 ? language.t('redacted', {count: cards}) : '',
    dropped > 0 ? language.t('fileRemoved', {count: dropped}) : '',
    truncated ? language.t('cut') : '',
  ].filter(Boolean);
  return notes.map((note) => html`<p class="aside meta small">${infoIcon}<span>${note}</span></p>`);
};

/** Quoted earlier mails stay folded behind three dots. */
const quoteToggle = (mail: Mail, reading: MailReading): unknown => {
  const {language} = reading;
  if (!reading.stateOf(mail).hasQuote) return nothing;
  const key = `quote ${mail.id}`;
  const isOpen = reading.isOpen(key);
  return html`<dw-button
    class="dots"
    icon
    small
    variant="ghost"
    .label=${language.t(isOpen ? 'hideQuote' : 'showQuote')}
    .expanded=${isOpen}
    @click=${() => {
      reading.toggle(key);
    }}
    >${moreIcon}</dw-button
  >`;
};

const files = (interactionId: InteractionId, mail: Mail, reading: MailReading): unknown => {
  const {language} = reading;
  return messageFiles(
    mail.attachments.filter(({inline}) => !inline),
    true,
    {
      language,
      fetching: reading.downloads.running,
      fetch: (file) => {
        reading.fetch(interactionId, file);
      },
    },
  );
};

/** The text of a mail, what it quotes, its files, and what was taken out of it. Needs `<dw-mail-body>` and `<dw-button>`. */
export const mailContent = (interactionId: InteractionId, mail: Mail, reading: MailReading): TemplateResult =>
  html`<dw-mail-body
      .interactionId=${interactionId}
      .customerOf=${reading.customerOf}
      .mail=${mail}
      .remote=${reading.remoteOf(mail) === 'blocked' ? 'blocked' : 'shown'}
      .isQuoteShown=${reading.isOpen(`quote ${mail.id}`)}
      @dw-mail-body-state=${({detail}: MailBodyStateEvent) => {
        reading.setState(mail, detail);
      }}
    ></dw-mail-body>
    ${quoteToggle(mail, reading)} ${taken(mail, reading)} ${files(interactionId, mail, reading)}`;

/** Why a file could not be fetched, with a way to try again. Needs what `trouble` needs. */
export const failedDownload = (
  {downloads, language}: MailReading,
  explain: (locale: Locale, refusal: Refusal) => string,
): unknown => {
  const {failed} = downloads;
  if (!failed) return nothing;
  const {file, refusal} = failed;
  const retry = (): void => {
    downloads.retry();
  };
  return trouble(
    {
      text: language.t('downloadFailed', {name: file.name, reason: explain(language.locale, refusal)}),
      retry: refusal.kind === 'transport' ? retry : undefined,
      dismiss: () => {
        downloads.dismiss();
      },
    },
    language,
  );
};
