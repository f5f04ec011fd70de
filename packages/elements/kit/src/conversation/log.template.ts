import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {Instant, Refusal} from '@deskwire/domain';

import {botIcon, collapseIcon, expandIcon} from '../icons.js';

import type {LogLanguage} from './author-text.js';
import type {BotRow, LogItem, Mark, TurnRow} from './log-rows.js';
import {clockText, partId, turnTemplate, type TurnScene} from './turn.template.js';

/** Older messages that are not loaded, and what becomes of them. */
export interface EarlierScene {
  readonly count: number;
  readonly isLoading: boolean;
  readonly refusal: Refusal | undefined;
  want(): void;
}

/** What the templates need beside an item. */
export interface LogScene extends TurnScene {
  readonly today: Instant;
  /** How many items the whole conversation has. */
  readonly total: number;
  readonly isBotOpen: boolean;
  readonly older: EarlierScene;
  toggleBot(): void;
}

const DATE: Intl.DateTimeFormatOptions = {year: 'numeric', month: 'long', day: 'numeric', weekday: 'short'};
const A_DAY_AND_A_HALF = 36 * 3_600_000;

const dayText = (at: Instant, {language, today}: LogScene): string => {
  if (at === today) return language.t('today');
  // Days are 23 to 25 hours long.
  return at < today && today - at < A_DAY_AND_A_HALF ? language.t('yesterday') : language.time(at, DATE);
};

const failedEarlier = ({older: {refusal}, explain, language}: LogScene): unknown =>
  refusal
    ? html`<p class="meta">${language.t('earlierFailed', {reason: explain(language.locale, refusal)})}</p>`
    : nothing;

/**
 * What asks for older messages: above everything, or inside the assistant's block, where there is one. While they are on their
 * way it is as high as before, and keeps the focus.
 */
export const earlierTemplate = (scene: LogScene): unknown => {
  const {older, language} = scene;
  const {count, isLoading} = older;
  if (count === 0 && !isLoading) return nothing;
  return html`<div class="earlier">
    ${isLoading ? nothing : failedEarlier(scene)}
    <button
      type="button"
      class="btn small ghost"
      aria-busy=${isLoading}
      @click=${isLoading ? nothing : older.want}
    >
      ${isLoading ? html`<span class="spin"></span>${language.t('loading')}` : language.t('earlier', {count})}
    </button>
  </div>`;
};

const bot = ({from, to, count}: BotRow, scene: LogScene): TemplateResult => {
  const {language, assistant, isBotOpen, toggleBot} = scene;
  const detail = isBotOpen
    ? `${clockText(from, language)}-${clockText(to, language)}`
    : language.t('messages', {count});
  return html`<button type="button" class="fold" aria-expanded=${isBotOpen} @click=${toggleBot}>
      ${botIcon}<span class="grow cut" id=${partId('by', 'bot')}>${assistant || language.t('bot')}</span>
      <span class="meta num">${detail}</span>
      ${isBotOpen ? collapseIcon : expandIcon}
    </button>
    ${isBotOpen ? earlierTemplate(scene) : nothing}`;
};

const markTemplate = (mark: Mark, scene: LogScene): TemplateResult =>
  mark.kind === 'day'
    ? html`<p class="rule mark">${dayText(mark.at, scene)}</p>`
    : html`<p class="rule mark new">${scene.language.t('new', {count: mark.count})}</p>`;

const rule = (text: string, at: Instant, language: LogLanguage): TemplateResult =>
  html`<p class="rule">
    <span><bdi>${text}</bdi> · <span class="num">${clockText(at, language)}</span></span>
  </p>`;

/** A turn is rendered again only when something in it changed. */
const guardedTurn = (row: TurnRow, scene: LogScene): unknown => {
  const {message, continues, delivery, refusal} = row;
  const {language, customer, assistant, fetching} = scene;
  const onTheirWay = message.attachments?.filter(({id}) => fetching.has(id)).map(({id}) => id);
  const parts = [message, continues, delivery, refusal, onTheirWay?.join()];
  return guard([...parts, language.locale, customer, assistant], () => turnTemplate(row, scene));
};

const content = ({row}: LogItem, scene: LogScene): unknown => {
  switch (row.kind) {
    case 'bot':
      return bot(row, scene);
    case 'rule':
      return rule(row.text, row.at, scene.language);
    default:
      return guardedTurn(row, scene);
  }
};

const blockClass = ({row, block}: LogItem, {isBotOpen}: LogScene): string => {
  if (!block) return '';
  const first = row.kind === 'bot' ? (isBotOpen ? 'first open' : 'first') : '';
  return `bot ${first} ${block === 'bot-end' ? 'last' : ''}`;
};

/** One item of the log: an article of the feed, with its place in the whole conversation. */
export const itemTemplate = (item: LogItem, scene: LogScene): TemplateResult => {
  const {key, position, marks, row} = item;
  return html`<article
    class=${blockClass(item, scene)}
    aria-posinset=${position}
    aria-setsize=${scene.total}
    aria-labelledby=${row.kind === 'rule' ? nothing : partId('by', key)}
  >
    ${marks.map((mark) => markTemplate(mark, scene))}${content(item, scene)}
  </article>`;
};
