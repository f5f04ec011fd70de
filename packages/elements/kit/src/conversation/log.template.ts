import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {Author, Instant} from '@deskwire/domain';

import type {LanguageController} from '../controllers/language-controller.js';
import {
  botIcon,
  collapseIcon,
  deliveredIcon,
  expandIcon,
  sentIcon,
  warningIcon,
  type Icon,
} from '../icons.js';

import type {conversationWords} from './conversation.messages.js';
import type {Explain} from './explain.js';
import type {Delivery, LogRow, TurnRow} from './log-rows.js';
import {messageFiles, type MessageFilesScene} from './message-files.template.js';
import {redactedText} from './rich-text.js';

/** The language controller of a log. */
export type LogLanguage = LanguageController<typeof conversationWords.en>;

/** What the templates need beside a row. */
export interface LogScene extends MessageFilesScene {
  readonly language: LogLanguage;
  /** How the customer is called where a message does not say. */
  readonly customer: string;
  /** How the assistant is called; empty: as an agent calls it. */
  readonly assistant: string;
  readonly explain: Explain;
  readonly today: Instant;
  readonly isBotOpen: boolean;
  /** What asks for older messages; it stands inside the assistant's block, where there is one. */
  readonly earlier: unknown;
  toggleBot(): void;
  retry(id: string): void;
  edit(id: string): void;
}

const CLOCK: Intl.DateTimeFormatOptions = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'};
const DATE: Intl.DateTimeFormatOptions = {year: 'numeric', month: 'long', day: 'numeric', weekday: 'short'};
const A_DAY_AND_A_HALF = 36 * 3_600_000;

const clock = (at: Instant, {language}: LogScene): string => language.time(at, CLOCK);

const dayText = (at: Instant, {language, today}: LogScene): string => {
  if (at === today) return language.t('today');
  // Days are 23 to 25 hours long.
  return at < today && today - at < A_DAY_AND_A_HALF ? language.t('yesterday') : language.time(at, DATE);
};

/** Who wrote it, as the log says it. */
export const authorText = (
  from: Author,
  mine: boolean,
  scene: Pick<LogScene, 'language' | 'customer' | 'assistant'>,
): string => {
  const {language, customer, assistant} = scene;
  switch (from.kind) {
    case 'agent':
      return mine ? language.t('you', {name: from.name}) : from.name;
    case 'customer':
      return mine ? language.t('youAlone') : from.name || customer || language.t('customer');
    case 'bot':
      return assistant || language.t('bot');
    default:
      return '';
  }
};

const segmenters = new Map<string, Intl.Segmenter>();
const segmenterOf = (locale: string): Intl.Segmenter => {
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale);
  segmenters.set(locale, known);
  return known;
};

const initial = (from: Author, scene: LogScene): string | Icon => {
  if (from.kind === 'bot') return botIcon;
  const name = from.kind === 'agent' ? from.name : authorText(from, false, scene);
  const [first] = segmenterOf(scene.language.locale).segment(name.trim());
  return first?.segment.toUpperCase() ?? '';
};

const deliveryLooks: Readonly<Record<Exclude<Delivery, 'sending' | 'failed'>, Icon>> = {
  sent: sentIcon,
  delivered: deliveredIcon,
  read: deliveredIcon,
};

/** That it failed; and why, where trying again is not all that there is to say. */
const failedText = ({refusal}: TurnRow, {language, explain}: LogScene): string =>
  refusal && refusal.kind !== 'transport'
    ? `${language.t('failed')}. ${explain(language.locale, refusal)}`
    : language.t('failed');

const failed = (row: TurnRow, scene: LogScene): TemplateResult => {
  const {key} = row;
  const {language, retry, edit} = scene;
  return html`<p class="delivery bad">
    ${warningIcon}<span>${failedText(row, scene)}</span>
    <button
      type="button"
      class="btn link"
      aria-describedby="text-${key}"
      @click=${() => {
        retry(key);
      }}
    >
      ${language.t('retry')}</button
    ><button
      type="button"
      class="btn link"
      aria-describedby="text-${key}"
      @click=${() => {
        edit(key);
      }}
    >
      ${language.t('edit')}
    </button>
  </p>`;
};

const delivery = (row: TurnRow, scene: LogScene): unknown => {
  const {language} = scene;
  if (!row.delivery) return nothing;
  if (row.delivery === 'failed') return failed(row, scene);
  if (row.delivery === 'sending')
    return html`<p class="delivery"><span class="spin"></span>${language.t('sending')}</p>`;
  return html`<p class="delivery">${deliveryLooks[row.delivery]}${language.t(row.delivery)}</p>`;
};

const files = ({message: {attachments}, delivery}: TurnRow, scene: LogScene): unknown =>
  messageFiles(attachments, delivery !== 'sending' && delivery !== 'failed', scene);

const turn = (row: TurnRow, scene: LogScene): TemplateResult => {
  const {message, mine, continues} = row;
  const {language} = scene;
  const words = {card: language.t('cardRemoved'), attachment: language.t('attachmentRemoved')};
  return html`<div class="turn ${mine ? 'mine' : ''} ${continues ? 'continues' : ''}">
    ${
      continues
        ? html`<span></span>`
        : html`<span class="avatar" aria-hidden="true">${initial(message.from, scene)}</span>`
    }
    <div>
      ${
        continues
          ? nothing
          : html`<p class="by">
              <b><bdi>${authorText(message.from, mine, scene)}</bdi></b
              ><span class="meta num">${clock(message.at, scene)}</span>
            </p>`
      }
      <p class="text" id="text-${row.key}">${redactedText(message.text, message.redactions, words)}</p>
      ${files(row, scene)} ${delivery(row, scene)}
    </div>
  </div>`;
};

const bot = (row: Extract<LogRow, {kind: 'bot'}>, scene: LogScene): TemplateResult => {
  const {language, assistant, isBotOpen, toggleBot} = scene;
  const detail = isBotOpen
    ? `${clock(row.from, scene)}-${clock(row.to, scene)}`
    : language.t('messages', {count: row.count});
  return html`<div class="bot">
    <button type="button" class="fold" aria-expanded=${isBotOpen} @click=${toggleBot}>
      ${botIcon}<span class="grow cut">${assistant || language.t('bot')}</span>
      <span class="meta num">${detail}</span>
      ${isBotOpen ? collapseIcon : expandIcon}
    </button>
    ${
      isBotOpen
        ? html`<div class="turns">${scene.earlier} ${row.turns.map((one) => turn(one, scene))}</div>`
        : nothing
    }
  </div>`;
};

/** A turn is rendered again only when something in it changed: a conversation may have thousands. */
const guardedTurn = (row: TurnRow, scene: LogScene): unknown => {
  const {message, continues, delivery, refusal} = row;
  const {language, customer, assistant} = scene;
  const parts = [message, continues, delivery, refusal, language.locale, customer, assistant];
  return guard(parts, () => turn(row, scene));
};

/** One row of the log. */
export const logRow = (row: LogRow, scene: LogScene): unknown => {
  switch (row.kind) {
    case 'day':
      return html`<p class="rule">${dayText(row.at, scene)}</p>`;
    case 'new':
      return html`<p class="rule new">${scene.language.t('new', {count: row.count})}</p>`;
    case 'rule':
      return html`<p class="rule">
        <span><bdi>${row.text}</bdi> · <span class="num">${clock(row.at, scene)}</span></span>
      </p>`;
    case 'bot':
      return bot(row, scene);
    default:
      return guardedTurn(row, scene);
  }
};
