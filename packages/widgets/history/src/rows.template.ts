import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Instant} from '@deskwire/domain';
import {durationText, phoneText} from '@deskwire/kit';

import {contactIcon} from './history.icons.js';
import {dayText, detailText, whenText, type HistoryLanguage} from './history-text.js';
import {entryView, type EntryView, type HistoryItem, type HistoryScope} from './history.view.js';
import type {Piece} from './rows-controller.js';
import type {Column, Spot} from './rows-focus.js';

/** What the rows of a history are rendered with. */
export interface RowsScene {
  readonly language: HistoryLanguage;
  readonly scope: HistoryScope;
  readonly items: readonly HistoryItem[];
  readonly pieces: readonly Piece[];
  /** What Tab reaches. */
  readonly stop: Spot | undefined;
  /** The midnight with which today began. */
  readonly today: Instant;
  /** The agent may dial numbers. */
  readonly canDial: boolean;
  /** The row whose number's card is open. */
  readonly carded: string | undefined;
  readonly open: (view: EntryView) => void;
  readonly press: (view: EntryView) => void;
}

/** What of a row can have the focus. */
export const columnsOf = (view: EntryView, canDial: boolean): readonly Column[] => [
  'row',
  ...(view.number !== undefined && canDial ? (['number'] as const) : []),
  ...(view.opens ? (['open'] as const) : []),
];

const gap = (piece: 'before' | 'between' | 'after'): TemplateResult =>
  html`<div class="gap ${piece}" role="presentation"></div>`;

const day = (item: Extract<HistoryItem, {kind: 'day'}>, index: number, scene: RowsScene): TemplateResult =>
  html`<div class="day" role="row" aria-rowindex=${index + 1}>
    <span role="gridcell">${dayText(item.at, scene.today, scene.language)}</span>
  </div>`;

const stopAt = (column: Column, view: EntryView, {stop}: RowsScene): 0 | -1 =>
  stop?.key === view.interactionId && stop.column === column ? 0 : -1;

/** A number that can be dialled: what can be done with it shows when it is pointed at, has the focus or is pressed. */
const numberButton = (view: EntryView, number: string, scene: RowsScene): TemplateResult => {
  const isOpen = scene.carded === view.interactionId;
  return html`<button
    type="button"
    class="btn link number ${isOpen ? 'anchor' : ''}"
    data-column="number"
    tabindex=${stopAt('number', view, scene)}
    aria-haspopup="dialog"
    aria-expanded=${isOpen ? 'true' : 'false'}
    @click=${() => {
      scene.press(view);
    }}
  >
    <bdi>${phoneText(number)}</bdi>
  </button>`;
};

const numberOf = (view: EntryView, scene: RowsScene): unknown => {
  const {number} = view;
  if (number === undefined) return nothing;
  return scene.canDial
    ? numberButton(view, number, scene)
    : html`<bdi class="number">${phoneText(number)}</bdi>`;
};

const titleOf = (view: EntryView, scene: RowsScene): unknown => {
  const {language} = scene;
  if (view.isNumberTitle) return numberOf(view, scene);
  const {title} = view;
  if (title === undefined) {
    return scene.scope === 'mine' ? language.t('unknown') : language.t(`channel-${view.channel}`);
  }
  return html`<bdi>${title}</bdi>`;
};

const openButton = (view: EntryView, scene: RowsScene): unknown =>
  view.opens
    ? html`<span class="cell" role="gridcell"
        ><button
          type="button"
          class="btn link open"
          data-column="open"
          tabindex=${stopAt('open', view, scene)}
          @click=${() => {
            scene.open(view);
          }}
        >
          ${scene.language.t(`open-${view.opens}`)}
        </button></span
      >`
    : nothing;

/** The third line: what can be done, and what a mail was about. */
const acts = (view: EntryView, scene: RowsScene): TemplateResult => {
  const {subject, isNumberTitle, number} = view;
  const hasNumber = number !== undefined && !isNumberTitle;
  return html`<div class="line acts" role="presentation">
    ${hasNumber ? html`<span class="cell" role="gridcell">${numberOf(view, scene)}</span>` : nothing}
    ${openButton(view, scene)}
    ${
      subject === undefined
        ? nothing
        : html`<span class="cell meta cut grow" role="gridcell"><bdi>${subject}</bdi></span>`
    }
  </div>`;
};

const contact = (view: EntryView, index: number, scene: RowsScene): TemplateResult => {
  const {language, today} = scene;
  const {interactionId, channel, at, seconds} = view;
  return html`<div
    class="row"
    part="row"
    role="row"
    data-column="row"
    aria-rowindex=${index + 1}
    tabindex=${stopAt('row', view, scene)}
    .spotKey=${interactionId}
  >
    ${contactIcon(view)}
    <div class="facts" role="gridcell">
      <div class="line">
        <span class="hidden-text">${language.t(`channel-${channel}`)}</span>
        <span class="who grow cut">${titleOf(view, scene)}</span>
        <span class="meta num">${whenText(at, today, language)}</span>
      </div>
      <div class="line">
        <span class="meta grow cut"><bdi>${detailText(view, language)}</bdi></span>
        ${
          seconds === undefined
            ? nothing
            : html`<span class="meta num"
                ><span class="hidden-text">${language.t('duration')}</span> ${durationText(seconds)}</span
              >`
        }
      </div>
    </div>
    ${acts(view, scene)}
  </div>`;
};

const keyOf = (piece: Piece, items: readonly HistoryItem[]): string =>
  typeof piece === 'number' ? (items[piece]?.key ?? '') : `gap ${piece}`;

const pieceTemplate = (piece: Piece, scene: RowsScene): unknown => {
  if (typeof piece !== 'number') return gap(piece);
  const item = scene.items[piece];
  if (!item) return nothing;
  if (item.kind === 'day') return day(item, piece, scene);
  return contact(entryView(item.entry, scene.scope), piece, scene);
};

/** The rows that are rendered, and room for all the others. */
export const rowsTemplate = (scene: RowsScene): unknown =>
  repeat(
    scene.pieces,
    (piece) => keyOf(piece, scene.items),
    (piece) => pieceTemplate(piece, scene),
  );
