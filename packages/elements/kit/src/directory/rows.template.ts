import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import {outdialIcon, incomingCallIcon, personIcon, sentIcon, waitingIcon, type Icon} from '../icons.js';
import {markMatches} from '../search/mark.js';
import {marksOf, searchable, type MatchRange} from '../search/matcher.js';

import {presenceState, type DirectoryLanguage} from './presence.template.js';
import type {RowWindow} from './row-window.js';
import {canChoose, type DirectoryRow} from './rows.js';

/** What the rows of a list are rendered with. */
export interface RowsScene {
  readonly language: DirectoryLanguage;
  /** Those that the search left. */
  readonly rows: readonly DirectoryRow[];
  readonly query: string;
  readonly window: RowWindow;
  readonly active: number;
  readonly chosen: DirectoryRow | undefined;
  readonly label: string;
  readonly isBusy: boolean;
  readonly scrolled: () => void;
  readonly focused: () => void;
}

type Marks = ReturnType<typeof marksOf>;
type Found = ReturnType<Marks>;

const ICONS: Readonly<Record<DirectoryRow['target']['kind'], Icon>> = {
  agent: personIcon,
  queue: waitingIcon,
  'entry-point': incomingCallIcon,
  number: outdialIcon,
};

const marked = (text: string, ranges: readonly MatchRange[] | undefined) =>
  markMatches(searchable(text), ranges);

/** What stands before the number: an agent's team, or what kind of thing it is. */
const before = (language: DirectoryLanguage, {target, team}: DirectoryRow, found: Found): unknown => {
  if (target.kind === 'queue') return language.t('queue');
  if (target.kind === 'entry-point') return language.t('entryPoint');
  return team === undefined ? undefined : marked(team, found[1]);
};

const detail = (language: DirectoryLanguage, row: DirectoryRow, found: Found): TemplateResult => {
  const first = before(language, row, found);
  const {number = ''} = row;
  return html`<span class="detail"
    >${first === undefined ? nothing : html`<span class="cut">${first}</span>`}${
      first === undefined || number === '' ? nothing : html`<span aria-hidden="true">·</span>`
    }${number === '' ? nothing : html`<bdi class="num">${marked(number, found[2])}</bdi>`}</span
  >`;
};

const option = (scene: RowsScene, index: number, marks: Marks): TemplateResult => {
  const {language, rows, active, chosen} = scene;
  const row = rows[index] as DirectoryRow;
  const {name, team = '', number = '', presence} = row;
  const found = marks(searchable(name), searchable(team), searchable(number));
  const isChosen = row.key === chosen?.key;
  const classes = ['option', presence?.canReceive ? 'available' : 'idle'];
  if (isChosen) classes.push('on');
  if (index === active) classes.push('is-active');
  return html`<div
    id="option-${index}"
    class=${classes.join(' ')}
    role="option"
    aria-selected=${isChosen ? 'true' : 'false'}
    aria-disabled=${canChoose(row) ? nothing : 'true'}
    aria-setsize=${rows.length}
    aria-posinset=${index + 1}
  >
    ${isChosen ? sentIcon : ICONS[row.target.kind]}
    <span class="words">
      <span class="name cut">${marked(name, found[0])}</span>
      ${detail(language, row, found)}
    </span>
    ${presence ? html`<span class="presence">${presenceState(language, presence)}</span>` : nothing}
  </div>`;
};

/** Says that there is nothing, in the room that the rows would have: the list keeps its height while one types. */
export const emptyTemplate = (texts: readonly string[]): TemplateResult =>
  html`<div class="list">
    <p class="absence texts" role="status">${texts.map((text) => html`<span>${text}</span> `)}</p>
  </div>`;

/** The rows in sight. The active one is there even where it was scrolled away, since the field refers to it. */
export const rowsTemplate = (scene: RowsScene): TemplateResult => {
  const {rows, window, active, query} = scene;
  const {first, end} = window;
  const marks = marksOf(query);
  const indices = Array.from({length: end - first}, (_, at) => first + at);
  const isAway = active >= 0 && active < rows.length && (active < first || active >= end);
  return html`<div
    id="list"
    class="list"
    part="list"
    role="listbox"
    tabindex="-1"
    aria-label=${scene.label}
    aria-busy=${scene.isBusy ? 'true' : nothing}
    @scroll=${scene.scrolled}
    @focus=${scene.focused}
  >
    <div class="runway" role="presentation">
      <div class="sight" role="presentation">
        ${repeat(
          indices,
          (index) => rows[index]?.key,
          (index) => option(scene, index, marks),
        )}
      </div>
      ${isAway ? html`<div class="stray" role="presentation">${option(scene, active, marks)}</div>` : nothing}
    </div>
  </div>`;
};
