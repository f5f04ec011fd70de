import {html, nothing, type TemplateResult} from 'lit';
import {
  bareState,
  callIcon,
  channelTile,
  endCallIcon,
  type PlainCommandController,
  type Icon,
} from '@deskwire/kit';

import type {RequestRow} from './incoming-call.view.js';
import {refusalNote, type RefusalActs} from './refusal.template.js';
import type {RequestField} from './request-fields.js';
import {NOTE_ICONS} from './request-note.js';
import {
  fieldLabel,
  fieldText,
  headingText,
  isNumber,
  requestName,
  withQueue,
  type Words,
} from './request-texts.js';
import {KIND_ICONS} from './request.icons.js';
import type {TrayEntry} from './tray-keeper.js';

/** What a person can do with a request. */
export const REQUEST_ACTS = ['accept', 'decline', 'cancel'] as const;
/** One of {@link REQUEST_ACTS}. */
export type RequestAct = (typeof REQUEST_ACTS)[number];

/** Under which a request's command is kept. */
export const actKey = (act: RequestAct, {id}: RequestRow): string => `${act}:${id}`;

/** What the rows are rendered with. */
export interface RowContext extends RefusalActs {
  readonly words: Words;
  readonly commands: PlainCommandController;
  readonly act: (act: RequestAct, row: RequestRow) => void;
}

interface ActButton {
  readonly act: RequestAct;
  readonly label: 'accept' | 'answer' | 'decline' | 'cancel';
  readonly variant: 'primary' | 'default';
  readonly icon?: Icon;
}

/** The customer stands in the button's name as text: "Accept, Jung Da-in" among several, and no attribute names anybody. */
const actButton = (
  {words, commands, refusalText, act}: RowContext,
  row: RequestRow,
  {act: name, label, variant, icon}: ActButton,
): TemplateResult | typeof nothing => {
  const control = row[name];
  if (!control.shown) return nothing;
  const pending = commands.isPending(actKey(name, row));
  return html`<dw-button
    class=${pending ? 'is-pending' : ''}
    variant=${variant}
    part="action"
    .pending=${pending}
    .reason=${control.refusal ? refusalText(words.locale, control.refusal) : ''}
    @click=${() => {
      act(name, row);
    }}
    >${icon ?? nothing}<span
      >${words.t(label)}<span class="hidden-text">, ${requestName(words, row)}</span></span
    ></dw-button
  >`;
};

/** A secure value is not even in the view: a mask stands for it, and says so. */
const MASK = '••••••';

const factValue = (words: Words, field: RequestField): TemplateResult | string => {
  if (field.kind === 'variable' && field.masked) {
    return html`<span aria-hidden="true">${MASK}</span><span class="hidden-text">${words.t('secure')}</span>`;
  }
  return fieldText(words, field) ?? html`<span class="muted">${words.t('notSet')}</span>`;
};

const fact = (words: Words, field: RequestField): TemplateResult =>
  html`<dt>${fieldLabel(words, field)}</dt>
    <dd class=${isNumber(field) ? 'num' : 'cut'}>${factValue(words, field)}</dd>`;

const facts = (words: Words, fields: readonly RequestField[]): TemplateResult | typeof nothing =>
  fields.length ? html`<dl class="facts">${fields.map((field) => fact(words, field))}</dl>` : nothing;

/** Stands over a row that is not a request: not yet, or no longer. */
const cover = (
  {words}: RowContext,
  {row, gone}: TrayEntry,
  index: number,
): TemplateResult | typeof nothing => {
  if (!gone && !row.connecting) return nothing;
  const text = gone ? words.t(gone === 'accepted' ? 'accepted' : 'gone') : words.t('connecting');
  return html`<div class="cover" id="cover-${index}">
    <div class="grow">
      <div class="kind">${text}</div>
      <div class="cut">${withQueue(words.t(row.kind), row, ' · ')}</div>
    </div>
    ${gone ? nothing : html`<span class="spin" aria-hidden="true"></span>`}
  </div>`;
};

const noteOf = ({words}: RowContext, {note}: RequestRow): TemplateResult | typeof nothing =>
  note
    ? html`<span class="note-line small meta">${NOTE_ICONS[note]}<span>${words.t(note)}</span></span>`
    : nothing;

/** That it rings; where the agent may end it, the button for that stands in its place (ARR-12). */
const dialActs = (context: RowContext, row: RequestRow): TemplateResult | typeof nothing => {
  if (row.cancel.shown) {
    return actButton(context, row, {act: 'cancel', label: 'cancel', variant: 'default', icon: endCallIcon});
  }
  return row.stage === 'preview'
    ? nothing
    : bareState('ringing', KIND_ICONS[row.kind], context.words.t('ringing'));
};

const callActs = (context: RowContext, row: RequestRow): TemplateResult | typeof nothing => {
  if (!row.note && !REQUEST_ACTS.some((act) => row[act].shown)) return nothing;
  const answer = row.channel === 'voice' ? 'answer' : 'accept';
  return html`<div class="acts">
    ${noteOf(context, row)}
    ${actButton(context, row, {act: 'accept', label: answer, variant: 'primary', icon: callIcon})}
    ${actButton(context, row, {act: 'decline', label: 'decline', variant: 'default', icon: endCallIcon})}
    ${row.stage ? dialActs(context, row) : nothing}
  </div>`;
};

const call = (context: RowContext, row: RequestRow, index: number): TemplateResult => {
  const {words} = context;
  const heading = headingText(words, row);
  const looks = row.heading?.kind === 'number' ? 'number' : 'number cut';
  return html`<div class="body">
      <div class="kind" id="kind-${index}">${words.t(row.kind)}</div>
      ${heading === undefined ? nothing : html`<div class=${looks} id="who-${index}">${heading}</div>`}
    </div>
    <dw-timer class="clock hue" .since=${row.since}></dw-timer> ${facts(words, row.fields)}
    ${callActs(context, row)}`;
};

const message = (context: RowContext, row: RequestRow, index: number): TemplateResult => {
  const {words} = context;
  const heading = headingText(words, row);
  const line = row.fields.map((field) => fieldText(words, field)).join(' · ');
  const lines =
    heading === undefined
      ? nothing
      : html`<div class="who cut" id="who-${index}">${heading}</div>
          <div class="meta cut">${line}</div>`;
  return html`<div class="body">
      <div class="kind">
        <span id="kind-${index}">${words.t(row.kind)}</span
        ><dw-timer class="num" .since=${row.since}></dw-timer>
      </div>
      ${lines}
    </div>
    ${actButton(context, row, {act: 'accept', label: 'accept', variant: 'default'})}
    ${heading === undefined ? facts(words, row.fields) : nothing}`;
};

/** One place in the tray. It is the same node from connecting to request, of the same height. */
export const requestTemplate = (context: RowContext, entry: TrayEntry, index: number): TemplateResult => {
  const {row, gone} = entry;
  const isCall = row.channel === 'voice' || row.kind === 'consult';
  const covered = gone !== undefined || row.connecting;
  // A contact that is looked at does not ring.
  const rests = covered || row.stage === 'preview';
  const hue = rests ? 'connecting' : row.kind === 'consult' ? 'consult' : 'ringing';
  const acted = REQUEST_ACTS.map((act) => actKey(act, row));
  return html`<article
    class="request ${isCall ? 'call' : 'message'} ${covered ? 'waits' : ''} ${hue}"
    part="request"
    aria-labelledby=${covered ? `cover-${index}` : `kind-${index} who-${index}`}
  >
    ${channelTile(hue, KIND_ICONS[row.kind], isCall && !rests)}
    ${isCall ? call(context, row, index) : message(context, row, index)} ${cover(context, entry, index)}
    ${covered ? nothing : refusalNote(context, acted)}
  </article>`;
};
