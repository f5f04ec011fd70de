import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';

import {isComposingKey} from '../conversation/enter-guard.js';
import {searchIcon, sentIcon} from '../icons.js';
import {markMatches} from '../search/mark.js';
import {matches, searchable} from '../search/matcher.js';
import {fieldStyles} from '../styles/field.styles.js';
import {focusStyles} from '../styles/focus.styles.js';
import {menuStyles} from '../styles/menu.styles.js';
import {stateStyles} from '../styles/state.styles.js';

import {findItems, groupItems, moveActive, type FoundItem, type ListItem} from './search-list.items.js';
import {searchListStyles} from './search-list.styles.js';

/** What a pick would make of the selection. The host decides: it sets `selected`, or does not. */
export interface SearchListChange {
  readonly picked: string;
  readonly selected: readonly string[];
}

/** Keys that follow each other faster than this spell one name. */
const SPELLING_MS = 700;

/**
 * A list to choose from, with a search field where `searchable`. With it, it is a combobox whose focus never leaves the
 * field; without it, a listbox that takes the focus itself and finds by what is typed. It shows `selected` and does not
 * change it by itself, so that a choice that is still under way is not shown as done.
 *
 * @element dw-search-list
 * @slot - Between the search field and the list, e.g. what is chosen.
 * @csspart search - The search field.
 * @csspart list - The list, which scrolls.
 * @fires {CustomEvent<SearchListChange>} dw-change - A person picked an item; does not bubble.
 */
export class SearchListElement extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [stateStyles, menuStyles, fieldStyles, focusStyles, searchListStyles];

  /** What there is to choose, in the order to show. */
  @property({attribute: false}) items: readonly ListItem[] = [];
  /** The values that are chosen. */
  @property({attribute: false}) selected: readonly string[] = [];
  /** Several may be chosen. */
  @property({type: Boolean}) multiple = false;
  /** Has a search field. */
  @property({type: Boolean}) searchable = false;
  /** The accessible name of the list and of its field. */
  @property({attribute: false}) label = '';
  /** Shown in the empty field. */
  @property({attribute: false}) placeholder = '';
  /** Said when nothing is found. */
  @property({attribute: false}) emptyText = '';
  /** Words in the field while something is searched for: how many are found, of how many; unset: none. */
  @property({attribute: false}) counted: ((found: number, all: number) => string) | undefined;

  @state() private text = '';
  @state() private active = -1;

  @query('[role="listbox"]') private readonly list!: HTMLElement;

  #found: readonly FoundItem[] = [];
  #spelled = {text: '', at: 0};

  /** What is searched for. */
  get query(): string {
    return this.text;
  }

  /** Empties the search, e.g. when the list is opened again. */
  reset(): void {
    this.text = '';
    this.active = -1;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('items') || changed.has('text')) {
      const found = groupItems(findItems(this.items, this.text)).flatMap(({items}) => items);
      this.#found = found;
      if (changed.has('text')) this.active = this.text.trim() === '' ? -1 : 0;
      this.active = Math.min(this.active, found.length - 1);
    }
  }

  protected override render(): TemplateResult {
    return html`${this.searchable ? this.#renderSearch() : nothing}
      <slot></slot>
      <div
        id="list"
        part="list"
        class="menu"
        role="listbox"
        tabindex=${this.searchable ? nothing : 0}
        aria-label=${this.label || nothing}
        aria-multiselectable=${this.multiple ? 'true' : nothing}
        aria-activedescendant=${!this.searchable && this.active >= 0 ? `option-${this.active}` : nothing}
        @keydown=${this.searchable ? nothing : this.#handleKey}
        @focus=${this.#handleFocus}
        @mousedown=${this.#keepFocus}
        @click=${this.#handleClick}
      >
        ${this.#renderGroups()}
      </div>
      <p class="empty" role="status">${this.#found.length === 0 ? this.emptyText : ''}</p>`;
  }

  #renderSearch(): TemplateResult {
    return html`<div part="search" class="input search">
      ${searchIcon}
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.label || nothing}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls="list"
        aria-activedescendant=${this.active >= 0 ? `option-${this.active}` : nothing}
        placeholder=${this.placeholder || nothing}
        .value=${this.text}
        @input=${this.#handleInput}
        @keydown=${this.#handleKey}
      />
      ${this.counted && this.text !== '' ? html`<span class="counter">${this.counted(this.#found.length, this.items.length)}</span>` : nothing}
    </div>`;
  }

  #renderGroups(): readonly TemplateResult[] {
    let index = -1;
    return groupItems(this.#found).map(({name, items}, at) => {
      const options = repeat(
        items,
        ({item}) => item.value,
        (found) => this.#renderOption(found, (index += 1)),
      );
      const line = at > 0 ? html`<div class="sep" role="presentation"></div>` : nothing;
      if (name === '') return html`${line}${options}`;
      return html`${line}
        <div role="group" class="group" aria-labelledby=${`group-${at}`}>
          <div id=${`group-${at}`} class="caption" role="presentation">${name}</div>
          ${options}
        </div>`;
    });
  }

  #renderOption({item, text, detail}: FoundItem, index: number): TemplateResult {
    const on = this.selected.includes(item.value);
    const second = item.disabled ? (item.reason ?? item.detail) : item.detail;
    const classes = ['option', on && !this.multiple ? 'on' : '', item.disabled ? 'off' : ''];
    return html`<div
      id=${`option-${index}`}
      class="${classes.join(' ')} ${this.active === index ? 'is-active' : ''}"
      role="option"
      aria-selected=${on ? 'true' : 'false'}
      aria-disabled=${item.disabled ? 'true' : nothing}
    >
      ${this.multiple ? html`<span class="check ${on ? 'on' : ''}">${on ? sentIcon : nothing}</span>` : nothing}
      ${item.icon ? html`<span class="icon ${item.hue ?? ''}">${item.icon}</span>` : nothing}
      <span class="words">
        <span class="text">${markMatches(searchable(item.text), text)}</span>
        ${
          second
            ? html`<span class="detail"
                >${item.disabled ? second : markMatches(searchable(second), detail)}</span
              >`
            : nothing
        }
      </span>
      ${on && !this.multiple ? html`<span class="tick">${sentIcon}</span>` : nothing}
    </div>`;
  }

  readonly #handleInput = (event: InputEvent): void => {
    event.stopPropagation();
    this.text = (event.target as HTMLInputElement).value;
  };

  readonly #handleFocus = (): void => {
    if (this.active >= 0) return;
    this.active = Math.max(
      0,
      this.#found.findIndex(({item}) => this.selected.includes(item.value)),
    );
  };

  // A press on an option must not take the focus from the field.
  readonly #keepFocus = (event: MouseEvent): void => {
    if (this.searchable) event.preventDefault();
  };

  readonly #handleClick = (event: MouseEvent): void => {
    const option = (event.target as Element).closest('[role="option"]');
    const index = option ? [...this.list.querySelectorAll('[role="option"]')].indexOf(option) : -1;
    const found = this.#found[index];
    if (found) this.#pick(found.item, index);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (isComposingKey(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (this.#act(event)) {
      event.preventDefault();
      return;
    }
    const caretKey = this.searchable && (event.key === 'Home' || event.key === 'End');
    const next = caretKey ? undefined : moveActive(event.key, this.active, this.#found.length);
    if (next === undefined) {
      if (!this.searchable && event.key.length === 1) this.#spell(event);
      return;
    }
    event.preventDefault();
    this.#activate(next);
  };

  /** Keys that do something. Escape empties the search first; an empty one leaves it to whoever opened the list. */
  #act({key}: KeyboardEvent): boolean {
    const active = this.#found[this.active];
    if (key === 'Escape' && this.text !== '') {
      this.reset();
      return true;
    }
    if (!active || (key !== 'Enter' && (key !== ' ' || this.searchable))) return false;
    this.#pick(active.item, this.active);
    return true;
  }

  #spell({key, timeStamp}: KeyboardEvent): void {
    const text = timeStamp - this.#spelled.at < SPELLING_MS ? this.#spelled.text + key : key;
    this.#spelled = {text, at: timeStamp};
    const match = matches(text);
    const starts = ({item}: FoundItem): boolean => match(searchable(item.text))?.[0]?.[0]?.[0] === 0;
    const from = text.length === 1 ? this.active + 1 : this.active;
    const order = [...this.#found.keys()].map((at) => (at + Math.max(0, from)) % this.#found.length);
    const next = order.find((at) => {
      const found = this.#found[at];
      return found !== undefined && starts(found);
    });
    if (next !== undefined) this.#activate(next);
  }

  #activate(index: number): void {
    this.active = index;
    void this.updateComplete.then(() => {
      this.list.querySelector(`#option-${index}`)?.scrollIntoView({block: 'nearest'});
    });
  }

  #pick(item: ListItem, index: number): void {
    this.active = index;
    if (item.disabled) return;
    const without = this.selected.filter((value) => value !== item.value);
    const added = without.length === this.selected.length ? [...without, item.value] : without;
    const detail: SearchListChange = {
      picked: item.value,
      selected: this.multiple ? added : [item.value],
    };
    this.dispatchEvent(new CustomEvent('dw-change', {detail}));
  }
}
