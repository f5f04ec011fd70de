import {html, nothing, type TemplateResult} from 'lit';
import {classMap} from 'lit/directives/class-map.js';
import {linkIcon, sentIcon} from '@deskwire/kit';

import {INKS} from './colours.js';
import {roveTo} from './rove.js';
import {MAX_TABLE} from './tables.js';
import type {Say} from './toolbar.template.js';

const COLOURS = ['default', ...INKS.map(({name}) => name)] as const;
/** Colours per row. */
const COLUMNS = 3;

const itemsOf = (event: Event, selector: string): readonly HTMLElement[] => [
  ...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(selector),
];

/** Moves the focus by the arrows among items that stand in rows. */
const rove = (event: KeyboardEvent, selector: string, columns: number): void => {
  const items = itemsOf(event, selector);
  const at = items.findIndex((item) => item.matches(':focus'));
  const isRtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
  const to = at < 0 ? undefined : roveTo(event, at, items.length, {columns, isRtl});
  if (to === undefined) return;
  event.preventDefault();
  items[to]?.focus();
};

/** The colours of text; `now` is that at the selection. */
export const colourMenu = (
  now: string | undefined,
  say: Say,
  pick: (value: string | undefined) => void,
): TemplateResult => {
  const valueOf = (name: (typeof COLOURS)[number]): string | undefined =>
    INKS.find((ink) => ink.name === name)?.value;
  const isKnown = now === undefined || INKS.some(({value}) => value === now);
  return html`<div
    class="menu inks"
    role="menu"
    aria-label=${say('colour')}
    @keydown=${(event: KeyboardEvent) => {
      rove(event, '[role="menuitemradio"]', COLUMNS);
    }}
  >
    ${COLOURS.map((name) => {
      const value = valueOf(name);
      const isOn = isKnown && value === now;
      return html`<button
        type="button"
        class=${classMap({option: true, on: isOn})}
        role="menuitemradio"
        aria-checked=${String(isOn)}
        tabindex=${isOn || (!isKnown && name === 'default') ? 0 : -1}
        @click=${() => {
          pick(value);
        }}
      >
        <span class="swatch" .style=${value ? `--_dw-swatch:${value}` : ''}></span>${say(name)}${
          isOn ? html`<span class="tick">${sentIcon}</span>` : nothing
        }
      </button>`;
    })}
  </div>`;
};

/** How large a table will be; rows and columns from 1. */
export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

/** What the chooser says. */
export interface SizeWords {
  readonly title: string;
  readonly text: (size: TableSize) => string;
  readonly name: (size: TableSize) => string;
}

const rowsUpTo = (count: number): readonly number[] => Array.from({length: count}, (_, index) => index + 1);

/** The chooser of a table's size: cells that the pointer or the arrows span. */
export const tableMenu = (
  size: TableSize,
  words: SizeWords,
  acts: {readonly span: (size: TableSize) => void; readonly insert: (size: TableSize) => void},
): TemplateResult => {
  const cell = (rows: number, columns: number): TemplateResult => {
    const isCorner = rows === size.rows && columns === size.columns;
    const here = {rows, columns};
    const span = (): void => {
      acts.span(here);
    };
    return html`<button
      type="button"
      role="gridcell"
      class=${classMap({cell: true, on: rows <= size.rows && columns <= size.columns})}
      tabindex=${isCorner ? 0 : -1}
      aria-label=${words.name(here)}
      aria-selected=${String(isCorner)}
      @pointerenter=${span}
      @focus=${span}
      @click=${() => {
        acts.insert(here);
      }}
    ></button>`;
  };
  return html`<div class="sizes">
    <div
      class="grid"
      role="grid"
      aria-label=${words.title}
      @keydown=${(event: KeyboardEvent) => {
        rove(event, '.cell', MAX_TABLE.columns);
      }}
    >
      ${rowsUpTo(MAX_TABLE.rows).map(
        (rows) =>
          html`<div role="row">${rowsUpTo(MAX_TABLE.columns).map((columns) => cell(rows, columns))}</div>`,
      )}
    </div>
    <p class="size-text" aria-hidden="true">${words.text(size)}</p>
  </div>`;
};

/** What the form of a link shows. */
export interface LinkView {
  readonly address: string;
  readonly isWrong: boolean;
  /** There is a link already. */
  readonly isThere: boolean;
}

/** Where a link goes. */
export const linkMenu = (
  {address, isWrong, isThere}: LinkView,
  say: Say,
  acts: {
    readonly typed: (address: string) => void;
    readonly submit: () => void;
    readonly remove: () => void;
    readonly cancel: () => void;
  },
): TemplateResult =>
  html`<div role="dialog" aria-label=${say('link')}>
    <form
      class="link-form field"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        acts.submit();
      }}
    >
      <label class="label" for="address">${say('linkAddress')}</label>
      <div class=${classMap({input: true, bad: isWrong})}>
        <input
          id="address"
          type="text"
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          dir="ltr"
          .value=${address}
          aria-invalid=${isWrong ? 'true' : nothing}
          aria-describedby=${isWrong ? 'address-why' : nothing}
          @input=${(event: Event) => {
            acts.typed((event.target as HTMLInputElement).value);
          }}
        />
      </div>
      ${isWrong ? html`<p class="why" id="address-why" role="alert">${say('linkWrong')}</p>` : nothing}
      <div class="acts">
        ${
          isThere
            ? html`<button type="button" class="btn small ghost apart" @click=${acts.remove}>
                ${say('removeLink')}
              </button>`
            : nothing
        }
        <button type="button" class="btn small ghost" @click=${acts.cancel}>${say('cancel')}</button>
        <button type="submit" class="btn small primary">
          ${linkIcon}${say(isThere ? 'changeLink' : 'insertLink')}
        </button>
      </div>
    </form>
  </div>`;
