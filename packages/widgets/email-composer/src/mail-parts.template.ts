import {html, nothing, type TemplateResult} from 'lit';
import type {InteractionId, Mail, Mailbox} from '@deskwire/domain';
import {
  infoIcon,
  messageFiles,
  moreIcon,
  sentIcon,
  waitingIcon,
  warningIcon,
  type Icon,
  type MailBodyStateEvent,
} from '@deskwire/kit';

import {mailboxText} from './mailboxes.js';
import type {ReadingScene} from './scene.js';

/** Year, month, day and time, as mails are dated. */
export const DATE: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** So many recipients stand in a line; a mailing can have thousands. */
const NAMED = 20;

/** Several recipients, each in its own direction of writing. */
export const mailboxes = (all: readonly Mailbox[]): unknown => [
  ...all.slice(0, NAMED).map((one, index) => html`${index ? ', ' : ''}<bdi>${mailboxText(one)}</bdi>`),
  all.length > NAMED ? ` +${all.length - NAMED}` : nothing,
];

/** To and Cc, one line each. */
export const recipients = ({to, cc}: Mail, {language}: ReadingScene): TemplateResult =>
  html`<p class="meta to">${language.t('to')} ${mailboxes(to)}</p>
    ${cc.length > 0 ? html`<p class="meta to">${language.t('cc')} ${mailboxes(cc)}</p>` : nothing}`;

const looks: Readonly<Record<NonNullable<Mail['delivery']>, Icon>> = {
  sending: waitingIcon,
  sent: sentIcon,
  failed: warningIcon,
};

/** Where a mail of ours stands: icon and word. */
export const delivery = ({delivery: state}: Mail, {language}: ReadingScene): unknown =>
  state
    ? html`<span class="delivery small ${state === 'failed' ? 'danger' : ''}"
        >${looks[state]}${language.t(state)}</span
      >`
    : nothing;

/** Said where nothing marks it in the text: HTML has no place for a chip. */
const taken = ({redactions = [], truncated, html: markup}: Mail, {language}: ReadingScene): unknown => {
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
const quoteToggle = (mail: Mail, {language, reading}: ReadingScene): unknown => {
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

const files = (interactionId: InteractionId, mail: Mail, scene: ReadingScene): unknown => {
  const {language, reading} = scene;
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

/** The text of a mail, what it quotes, its files, and what was taken out of it. */
export const mailContent = (
  interactionId: InteractionId,
  mail: Mail,
  scene: ReadingScene,
): TemplateResult => {
  const {reading} = scene;
  return html`<dw-mail-body
      .interactionId=${interactionId}
      .mail=${mail}
      .remote=${reading.remoteOf(mail) === 'blocked' ? 'blocked' : 'shown'}
      .isQuoteShown=${reading.isOpen(`quote ${mail.id}`)}
      @dw-mail-body-state=${({detail}: MailBodyStateEvent) => {
        reading.setState(mail, detail);
      }}
    ></dw-mail-body>
    ${quoteToggle(mail, scene)} ${taken(mail, scene)} ${files(interactionId, mail, scene)}`;
};
