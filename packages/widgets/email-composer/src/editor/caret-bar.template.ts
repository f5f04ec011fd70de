import {html, nothing, type TemplateResult} from 'lit';

import type {TableAt} from './tables.js';
import type {Say} from './toolbar.template.js';

/** What can be done to the table around the caret. */
export const TABLE_ACTS = [
  'addRow',
  'addColumn',
  'deleteRow',
  'deleteColumn',
  'headerRow',
  'deleteTable',
] as const;
/** One of them. */
export type TableAct = (typeof TABLE_ACTS)[number];

/** Sizes that an image can be given, px. */
export const IMAGE_SIZES = {small: 160, medium: 320, large: 600} as const;
/** One of them. */
export type ImageSize = keyof typeof IMAGE_SIZES;

const keepFocus = (event: Event): void => {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
};

const bar = (
  role: 'toolbar' | 'group',
  label: string,
  keyed: (event: KeyboardEvent) => void,
  inside: unknown,
): TemplateResult =>
  html`<div
    class="caret-bar top"
    role=${role}
    aria-label=${label}
    aria-controls="text"
    @mousedown=${keepFocus}
    @keydown=${keyed}
  >
    ${inside}
  </div>`;

/** Tools of the table around the caret. */
export const tableBar = (
  {hasHeader}: TableAt,
  say: Say,
  keyed: (event: KeyboardEvent) => void,
  act: (id: TableAct) => void,
): TemplateResult =>
  bar(
    'toolbar',
    say('tableTools'),
    keyed,
    TABLE_ACTS.map(
      (id, index) =>
        html`<button
          type="button"
          class="btn small ghost"
          tabindex=${index === 0 ? 0 : -1}
          aria-pressed=${id === 'headerRow' ? String(hasHeader) : nothing}
          @click=${() => {
            act(id);
          }}
        >
          ${say(id)}
        </button>`,
    ),
  );

/** An image that is selected. */
export interface ImageAt {
  readonly pos: number;
  readonly alt: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Tools of the image that is selected: what it shows in words, and its size. */
export const imageBar = (
  {alt, width}: ImageAt,
  say: Say,
  keyed: (event: KeyboardEvent) => void,
  acts: {
    readonly describe: (alt: string) => void;
    readonly size: (size: ImageSize) => void;
    readonly remove: () => void;
  },
): TemplateResult =>
  bar(
    'group',
    say('imageTools'),
    keyed,
    html`<label class="alt"
        >${say('altText')}<span class="input"
          ><input
            type="text"
            maxlength="300"
            placeholder=${say('altHint')}
            .value=${alt}
            @change=${(event: Event) => {
              acts.describe((event.target as HTMLInputElement).value.trim());
            }} /></span></label
      >${(Object.keys(IMAGE_SIZES) as ImageSize[]).map(
        (size) =>
          html`<button
            type="button"
            class="btn small ghost"
            aria-pressed=${String(width === IMAGE_SIZES[size])}
            @click=${() => {
              acts.size(size);
            }}
          >
            ${say(size)}
          </button>`,
      )}<button type="button" class="btn small ghost" @click=${acts.remove}>${say('removeImage')}</button>`,
  );
