import {html, nothing, type TemplateResult} from 'lit';

import {isComposingKey} from '../conversation/enter-guard.js';

/** The keys of a telephone, row by row, with the letters that are printed on them (ITU-T E.161). */
export const DIAL_KEYS = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;
/** What one key of a telephone stands for. */
export type DialKey = (typeof DIAL_KEYS)[number][0];

const COLUMNS = 3;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -COLUMNS,
  ArrowDown: COLUMNS,
};

/** The key that a key of the keyboard stands for; undefined for every other one. */
export const dialKeyOf = (key: string): DialKey | undefined => DIAL_KEYS.find(([dial]) => dial === key)?.[0];

/** What a keypad is rendered with. */
export interface Keypad {
  /** How `*` and `#` are read out, and what `0` does besides. */
  readonly names: {readonly star: string; readonly hash: string; readonly zero?: string};
  /** Without the letters: where digits are sent and no name is spelled. */
  readonly plain?: boolean;
  /** The id of what says why no key does anything now. */
  readonly reason?: string | undefined;
  readonly press: (key: DialKey) => void;
}

const nameOf = ({names}: Keypad, key: DialKey): string | undefined => {
  if (key === '*') return names.star;
  return key === '#' ? names.hash : undefined;
};

const face = (pad: Keypad, key: DialKey, letters: string): TemplateResult => {
  const name = nameOf(pad, key);
  const more = key === '0' ? pad.names.zero : undefined;
  return html`<span aria-hidden=${name === undefined ? nothing : 'true'}>${key}</span>${
      name === undefined ? nothing : html`<span class="hidden-text">${name}</span>`
    }${pad.plain ? nothing : html`<span class="letters" aria-hidden="true">${letters}</span>`}${
      more === undefined ? nothing : html`<span id="zero" hidden>${more}</span>`
    }`;
};

const describedBy = ({reason, names}: Keypad, key: DialKey): string | typeof nothing =>
  reason ?? (key === '0' && names.zero !== undefined ? 'zero' : nothing);

/** One of the keys is in the order of Tab; the arrows lead to the others, and stop at the edges as on a telephone. */
export const moveInKeypad = (event: KeyboardEvent): boolean => {
  const by = STEPS[event.key];
  if (by === undefined || isComposingKey(event)) return false;
  const keys = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.digit')];
  const from = keys.findIndex((one) => one === event.target);
  const isRowEnd = Math.abs(by) === 1 && Math.floor(from / COLUMNS) !== Math.floor((from + by) / COLUMNS);
  const next = from < 0 || isRowEnd ? undefined : keys[from + by];
  if (!next) return from >= 0;
  for (const one of keys) one.tabIndex = one === next ? 0 : -1;
  next.focus();
  return true;
};

/**
 * Twelve keys: a toolbar, so that they are one stop of Tab between what stands before and after them. Left to right in
 * every language: a telephone is. A press by pointer leaves the focus where it is. Listen to `keydown` around it, and call
 * {@link moveInKeypad} for the arrows.
 */
export const keypadTemplate = (pad: Keypad): TemplateResult =>
  html`${DIAL_KEYS.map(
    ([key, letters], index) =>
      html`<button
        class="btn digit"
        type="button"
        tabindex=${index === 0 ? 0 : -1}
        data-key=${key}
        aria-disabled=${pad.reason ? 'true' : nothing}
        aria-describedby=${describedBy(pad, key)}
        @click=${() => {
          pad.press(key);
        }}
      >
        ${face(pad, key, letters)}
      </button>`,
  )}`;
