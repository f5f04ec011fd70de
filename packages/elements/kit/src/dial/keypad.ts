import {html, nothing, type TemplateResult} from 'lit';

import {isComposingKey} from '../conversation/enter-guard.js';

/** The keys of a telephone, row by row. */
export const DIAL_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
/** What one key of a telephone stands for. */
export type DialKey = (typeof DIAL_KEYS)[number];

const COLUMNS = 3;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -COLUMNS,
  ArrowDown: COLUMNS,
};

/** The key that a key of the keyboard stands for; undefined for every other one. */
export const dialKeyOf = (key: string): DialKey | undefined => DIAL_KEYS.find((one) => one === key);

/** What a keypad is rendered with. */
export interface Keypad {
  /** How `*` and `#` are read out. */
  readonly names: {readonly '*': string; readonly '#': string};
  /** What stands on a key beside its sign. */
  readonly more?: (key: DialKey) => unknown;
  /** The id of what says more about a key: why none does anything now, or what else it does. */
  readonly describedBy?: (key: DialKey) => string | undefined;
  /** The keys do nothing now. */
  readonly off?: boolean;
  readonly press: (key: DialKey) => void;
}

const face = (key: DialKey, {names, more}: Keypad): TemplateResult =>
  html`${
    key === '*' || key === '#'
      ? html`<span aria-hidden="true">${key}</span><span class="hidden-text">${names[key]}</span>`
      : html`<span>${key}</span>`
  }${more?.(key)}`;

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
    (key, index) =>
      html`<button
        class="btn digit"
        type="button"
        tabindex=${index === 0 ? 0 : -1}
        data-key=${key}
        aria-disabled=${pad.off ? 'true' : nothing}
        aria-describedby=${pad.describedBy?.(key) ?? nothing}
        @click=${() => {
          pad.press(key);
        }}
      >
        ${face(key, pad)}
      </button>`,
  )}`;
