import {html, nothing, type TemplateResult} from 'lit';
import {classMap} from 'lit/directives/class-map.js';

import type {EditorWord} from './editor.messages.js';
import {ariaKeys, keysText, TOOL_GROUPS, TOOLS, type ToolId, type ToolStates} from './tools.js';

/** Words without places. */
export type Say = (word: Exclude<EditorWord, Parametered>) => string;
type Parametered =
  | 'sizeOf'
  | 'sizeName'
  | 'imageOf'
  | 'uploading'
  | 'imageFailed'
  | 'pastedCut'
  | 'imagesLeftOut'
  | 'inserted';

/** What the toolbar shows. */
export interface ToolbarView {
  readonly states: ToolStates;
  /** The one that Tab reaches. */
  readonly current: ToolId;
  readonly open: ToolId | undefined;
  /** The one whose name is shown, since the pointer or the focus is on it. */
  readonly tip: ToolId | undefined;
  readonly hasImages: boolean;
}

/** What becomes of what is done to it. */
export interface ToolbarActs {
  readonly use: (id: ToolId) => void;
  readonly keyed: (event: KeyboardEvent) => void;
  readonly focused: (id: ToolId) => void;
  readonly tipped: (id: ToolId | undefined) => void;
}

/** A press on a tool leaves the focus, and so the selection, in the text. */
const keepFocus = (event: Event): void => {
  event.preventDefault();
};

const toolTemplate = (id: ToolId, view: ToolbarView, say: Say, acts: ToolbarActs): TemplateResult => {
  const {icon, keys, opens, isOn} = TOOLS[id];
  const {on, why} = view.states[id];
  const isToggle = isOn !== undefined && !opens;
  return html`<button
    type="button"
    class=${classMap({btn: true, icon: true, small: true, colour: id === 'colour', anchor: view.open === id})}
    data-tool=${id}
    tabindex=${view.current === id ? 0 : -1}
    aria-label=${say(id)}
    aria-pressed=${isToggle || (opens === 'link' && on) ? String(on ?? false) : nothing}
    aria-haspopup=${opens ? (opens === 'colour' ? 'menu' : 'dialog') : nothing}
    aria-expanded=${opens ? String(view.open === id) : nothing}
    aria-disabled=${why ? 'true' : nothing}
    aria-describedby=${why ? `why-${id}` : nothing}
    aria-keyshortcuts=${keys ? ariaKeys(keys) : nothing}
    @mousedown=${keepFocus}
    @click=${() => {
      if (!why) acts.use(id);
    }}
    @focus=${() => {
      acts.focused(id);
    }}
    @pointerenter=${() => {
      acts.tipped(id);
    }}
    @pointerleave=${() => {
      acts.tipped(undefined);
    }}
  >
    ${icon}${why ? html`<span id=${`why-${id}`} hidden>${say(why as Parameters<Say>[0])}</span>` : nothing}
  </button>`;
};

const tipTemplate = ({tip, states}: ToolbarView, say: Say): TemplateResult | typeof nothing => {
  if (!tip) return nothing;
  const {keys} = TOOLS[tip];
  const {why} = states[tip];
  return html`<span class="tip" aria-hidden="true"
    >${say(tip)}${keys ? html`<kbd>${keysText(keys)}</kbd>` : nothing}${
      why ? html`<span class="because">${say(why as Parameters<Say>[0])}</span>` : nothing
    }</span
  >`;
};

/** The tools that are shown, in order: without a keeper of images there is none for them. */
export const shownTools = (hasImages: boolean): readonly ToolId[] =>
  TOOL_GROUPS.flat().filter((id) => id !== 'image' || hasImages);

/** The toolbar: one stop of Tab, arrows within. */
export const toolbarTemplate = (view: ToolbarView, say: Say, acts: ToolbarActs): TemplateResult =>
  html`<div
    class="tools"
    role="toolbar"
    aria-label=${say('toolbar')}
    aria-controls="text"
    @keydown=${acts.keyed}
    @focusout=${() => {
      acts.tipped(undefined);
    }}
  >
    ${TOOL_GROUPS.map(
      (group, index) =>
        html`${index > 0 ? html`<span class="div"></span>` : nothing}${group
          .filter((id) => id !== 'image' || view.hasImages)
          .map((id) => toolTemplate(id, view, say, acts))}`,
    )}
    ${tipTemplate(view, say)}
  </div>`;
