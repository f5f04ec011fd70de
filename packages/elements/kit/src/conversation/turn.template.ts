import {html, nothing, type TemplateResult} from 'lit';
import type {Instant} from '@deskwire/domain';

import {deliveredIcon, sentIcon, warningIcon, type Icon} from '../icons.js';

import {authorInitial, authorText, type LogLanguage, type Names} from './author-text.js';
import type {Explain} from './explain.js';
import type {Delivery, TurnRow} from './log-rows.js';
import {messageFiles, type MessageFilesScene} from './message-files.template.js';
import {redactedText} from './rich-text.js';

/** What a turn needs beside itself. */
export interface TurnScene extends Names, MessageFilesScene {
  readonly language: LogLanguage;
  readonly explain: Explain;
  retry(id: string): void;
  edit(id: string): void;
}

const CLOCK: Intl.DateTimeFormatOptions = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'};

/** A time of the day. */
export const clockText = (at: Instant, language: LogLanguage): string => language.time(at, CLOCK);

/** An id in the document, of something that belongs to a message: lists of ids are cut at spaces. */
export const partId = (part: 'by' | 'text', key: string): string => `${part}-${encodeURIComponent(key)}`;

const deliveryLooks: Readonly<Record<Exclude<Delivery, 'sending' | 'failed'>, Icon>> = {
  sent: sentIcon,
  delivered: deliveredIcon,
  read: deliveredIcon,
};

/** That it failed; and why, where trying again at once is not all that there is to say. */
const failedText = ({refusal}: TurnRow, {language, explain}: TurnScene): string =>
  refusal && (refusal.kind !== 'transport' || refusal.code === 'DW_WIRE_RATE')
    ? `${language.t('failed')}. ${explain(language.locale, refusal)}`
    : language.t('failed');

const failed = (row: TurnRow, scene: TurnScene): TemplateResult => {
  const {id} = row.message;
  const {language, retry, edit} = scene;
  return html`<p class="delivery bad">
    ${warningIcon}<span>${failedText(row, scene)}</span>
    <button
      type="button"
      class="btn link"
      aria-describedby=${partId('text', id)}
      @click=${() => {
        retry(id);
      }}
    >
      ${language.t('retry')}</button
    ><button
      type="button"
      class="btn link"
      aria-describedby=${partId('text', id)}
      @click=${() => {
        edit(id);
      }}
    >
      ${language.t('edit')}
    </button>
  </p>`;
};

const delivery = (row: TurnRow, scene: TurnScene): unknown => {
  const {language} = scene;
  if (!row.delivery) return nothing;
  if (row.delivery === 'failed') return failed(row, scene);
  if (row.delivery === 'sending')
    return html`<p class="delivery"><span class="spin"></span>${language.t('sending')}</p>`;
  return html`<p class="delivery">${deliveryLooks[row.delivery]}${language.t(row.delivery)}</p>`;
};

const files = ({message: {attachments}, delivery}: TurnRow, scene: TurnScene): unknown =>
  messageFiles(attachments, delivery !== 'sending' && delivery !== 'failed', scene);

/** Said and shown where a turn begins; where it goes on, only said. */
const author = ({message, mine, continues}: TurnRow, scene: TurnScene): TemplateResult => {
  const {id, from, at} = message;
  const name = authorText(from, mine, scene);
  if (continues) return html`<span class="hidden-text" id=${partId('by', id)}>${name}</span>`;
  return html`<span class="avatar" aria-hidden="true">${authorInitial(from, scene)}</span>
    <p class="by">
      <bdi id=${partId('by', id)}>${name}</bdi><span class="meta num">${clockText(at, scene.language)}</span>
    </p>`;
};

/** One message. */
export const turnTemplate = (row: TurnRow, scene: TurnScene): TemplateResult => {
  const {message, mine, continues} = row;
  const {language} = scene;
  const words = {card: language.t('cardRemoved'), attachment: language.t('attachmentRemoved')};
  const shown = redactedText(message.text, message.redactions, words);
  const isFilesOnly = shown.length === 0 && Boolean(message.attachments?.length);
  // White space is shown in it, so there is none of the template's.
  const text = isFilesOnly ? nothing : html`<p class="text" id=${partId('text', message.id)}>${shown}</p>`;
  return html`<div class="turn ${mine ? 'mine' : ''} ${continues ? 'continues' : ''}">
    ${author(row, scene)}${text}${files(row, scene)}${delivery(row, scene)}
  </div>`;
};
