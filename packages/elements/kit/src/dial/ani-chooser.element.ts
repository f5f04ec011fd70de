import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';

import {LanguageController} from '../controllers/language-controller.js';
import {PopoverController} from '../controllers/popover-controller.js';
import {closeIcon, expandIcon} from '../icons.js';
import type {SearchListChange, SearchListElement} from '../primitives/search-list.element.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {fieldStyles} from '../styles/field.styles.js';
import {focusStyles} from '../styles/focus.styles.js';
import {popoverStyles} from '../styles/popover.styles.js';
import {surfaceStyles} from '../styles/surface.styles.js';
import {phoneText} from '../words/phone.js';

import {aniItems, aniOf, NO_ANI, type Ani} from './ani.js';
import {dialWords} from './dial.messages.js';

import {aniChooserStyles} from './ani-chooser.styles.js';

/** From so many on the list has a search field. */
const MANY = 7;

/** The ANI that the agent chose; undefined: none, the tenant's default is used. */
export interface AniChange {
  readonly ani: string | undefined;
}

/**
 * Chooses the number that the customer sees: a list by name, or none, which leaves it to the tenant (OUT-5). What is chosen
 * can be removed. It brings its words. Controlled: it shows `value` and tells what was picked.
 *
 * @element dw-ani-chooser
 * @fires {CustomEvent<AniChange>} dw-ani-change - A person chose one, or removed the choice; does not bubble.
 */
export class AniChooserElement extends LitElement {
  static override styles = [
    baseStyles,
    surfaceStyles,
    buttonStyles,
    fieldStyles,
    focusStyles,
    popoverStyles,
    aniChooserStyles,
  ];

  /** What there is to choose from. */
  @property({attribute: false}) anis: readonly Ani[] = [];
  /** The number of the one that is chosen. */
  @property({attribute: false}) value: string | undefined;
  /** The tenant's default, which is used where none is chosen. */
  @property({attribute: false}) fallback: string | undefined;
  /** The choice is under way and cannot be changed. */
  @property({type: Boolean}) locked = false;

  @query('.anchor') private readonly anchor!: HTMLElement | null;
  @query('.popover') private readonly popoverSurface!: HTMLElement | null;
  @query('dw-search-list') private readonly list!: SearchListElement | null;

  readonly #language = new LanguageController(this, dialWords);
  readonly #menu = new PopoverController(this, {
    anchor: () => this.anchor,
    popover: () => this.popoverSurface,
    focus: () => this.list,
  });

  /** Puts the focus on the button that opens the list. */
  override focus(options?: FocusOptions): void {
    this.anchor?.focus(options);
  }

  protected override render(): TemplateResult {
    const {open} = this.#menu;
    const language = this.#language;
    return html`<span id="label" class="label">${language.t('ani')}</span>
      <div class="line">
        <button
          type="button"
          class="btn anchor"
          aria-haspopup="listbox"
          aria-expanded=${open ? 'true' : 'false'}
          aria-labelledby="label value"
          aria-disabled=${this.locked ? 'true' : nothing}
          aria-describedby=${this.locked ? 'locked' : nothing}
          @click=${this.#toggle}
        >
          ${this.#renderValue()}${expandIcon}
        </button>
        ${this.#renderRemove()}
      </div>
      ${this.locked ? html`<span id="locked" hidden>${language.t('sending')}</span>` : nothing}
      <div class="popover top" popover="manual">${open ? this.#renderList() : nothing}</div>`;
  }

  #renderValue(): TemplateResult {
    const chosen = aniOf(this.anis, this.value);
    const number = chosen?.number ?? this.fallback;
    return html`<span id="value" class="value"
      ><span class="cut">${chosen?.name ?? this.#language.t('none')}</span> ${
        number
          ? html`<span class="meta num number"><bdi dir="ltr">${phoneText(number)}</bdi></span>`
          : nothing
      }</span
    >`;
  }

  #renderRemove(): TemplateResult | typeof nothing {
    if (!aniOf(this.anis, this.value)) return nothing;
    const label = this.#language.t('removeAni');
    return html`<dw-button
      variant="ghost"
      icon
      title=${label}
      .label=${label}
      .reason=${this.locked ? this.#language.t('sending') : ''}
      @click=${this.#remove}
      >${closeIcon}</dw-button
    >`;
  }

  #renderList(): TemplateResult {
    const language = this.#language;
    const none = {text: language.t('none'), number: this.fallback};
    return html`<dw-search-list
      .items=${aniItems(this.anis, none, language.locale)}
      .selected=${[aniOf(this.anis, this.value)?.number ?? NO_ANI]}
      .label=${language.t('ani')}
      .placeholder=${language.t('findAni')}
      .emptyText=${language.t('noneFound')}
      ?searchable=${this.anis.length >= MANY}
      @dw-change=${this.#handlePick}
    ></dw-search-list>`;
  }

  readonly #toggle = (): void => {
    if (!this.locked) this.#menu.toggle();
  };

  readonly #handlePick = ({detail}: CustomEvent<SearchListChange>): void => {
    this.#menu.hide();
    this.focus();
    this.#tell(detail.picked === NO_ANI ? undefined : detail.picked);
  };

  /** The button for it goes with the choice: the focus stays at what is left. */
  readonly #remove = (): void => {
    this.focus();
    this.#tell(undefined);
  };

  #tell(ani: string | undefined): void {
    this.dispatchEvent(new CustomEvent<AniChange>('dw-ani-change', {detail: {ani}}));
  }
}
