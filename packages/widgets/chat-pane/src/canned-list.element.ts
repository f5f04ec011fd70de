import {html, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {
  DeskwireElement,
  cannedIcon,
  focusStyles,
  isComposingKey,
  LanguageController,
  surfaceStyles,
  type ListItem,
  type SearchListChange,
  type SearchListElement,
} from '@deskwire/kit';

import {cannedListWords} from './canned-list.messages.js';

import {cannedListStyles} from './canned-list.styles.js';

/**
 * The list of canned responses: filtered as one types, several may be taken one after the other.
 *
 * @element dw-canned-list
 * @fires {CustomEvent<{id: string}>} dw-canned-pick - One was taken; the list stays. Does not bubble.
 * @fires {CustomEvent<{slash: boolean}>} dw-canned-close - It should be closed; `slash`: a slash was wanted after all. Does not bubble.
 */
export class CannedListElement extends DeskwireElement {
  static override shadowRootOptions = {...DeskwireElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [surfaceStyles, focusStyles, cannedListStyles];

  /** What there is. */
  @property({attribute: false}) items: readonly ListItem[] = [];

  @query('dw-search-list') private readonly list!: SearchListElement | null;

  readonly #language = new LanguageController(this, cannedListWords);

  /** Complete once there is something to focus. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.list?.updateComplete;
    return isDone;
  }

  protected override render(): TemplateResult {
    const language = this.#language;
    const items = this.items.map((item) => ({...item, icon: cannedIcon}));
    return html`<div class="top" @keydown=${this.#handleKey}>
      <dw-search-list
        searchable
        .items=${items}
        .label=${language.t('label')}
        .placeholder=${language.t('search')}
        .emptyText=${language.t(items.length === 0 ? 'none' : 'notFound')}
        .counted=${(found: number, all: number) => language.t('counted', {found, all})}
        @dw-change=${this.#handlePick}
      ></dw-search-list>
      <p class="keys" aria-hidden="true">
        <span class="key">Enter</span>${language.t('insert')}<span class="key">Esc</span
        >${language.t('close')}
      </p>
    </div>`;
  }

  readonly #handlePick = ({detail}: CustomEvent<SearchListChange>): void => {
    this.list?.reset();
    this.dispatchEvent(new CustomEvent('dw-canned-pick', {detail: {id: detail.picked}}));
  };

  /** A second slash means the first one: the list was not wanted. */
  readonly #handleKey = (event: KeyboardEvent): void => {
    if (isComposingKey(event) || event.defaultPrevented) return;
    const slash = event.key === '/' && this.list?.query === '';
    if (event.key !== 'Escape' && !slash) return;
    event.preventDefault();
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('dw-canned-close', {detail: {slash}}));
  };
}
