import {LitElement, css, html, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {MESSAGE_MAX_LENGTH, type Refusal} from '@deskwire/domain';

import {LanguageController} from '../controllers/language-controller.js';
import {sendIcon} from '../icons.js';
import type {TextAreaElement} from '../primitives/text-area.element.js';
import {baseStyles} from '../styles/base.styles.js';
import {fieldStyles} from '../styles/field.styles.js';

import {conversationWords} from './conversation.messages.js';
import {explain} from './explain.js';

/** Made by hand: the table of all refusals would come with `refuse`. */
const EMPTY: Refusal = {code: 'DW_MESSAGE_EMPTY', kind: 'input'};

/**
 * Where a message is written: a text box that grows, and Send. Enter sends, Shift and Enter begins a line, and an Enter
 * that ends a composition does neither. A text that is too long stays as it is and says so.
 *
 * @element dw-compose-box
 * @slot tools - Beside Send, at the start of the line.
 * @fires {CustomEvent<{text: string}>} dw-compose-draft - The text has changed; does not bubble.
 * @fires {CustomEvent<{text: string}>} dw-compose-send - The text should be sent; the host empties the box; does not bubble.
 */
export class ComposeBoxElement extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        flex: none;
        padding: 12px;
        border-top: 1px solid var(--dw-color-border);
      }
      .tools {
        display: flex;
        align-items: center;
        gap: 4px;
        margin-top: 8px;
      }
      .tools dw-button {
        margin-inline-start: auto;
      }
      .closed {
        display: block;
        height: auto;
        min-height: 40px;
        padding-block: 9px;
      }
    `,
  ];

  /** The text. */
  @property({attribute: false}) value = '';
  /** Shown while there is no text. */
  @property({attribute: false}) placeholder = '';
  /** Why nothing can be written any more, and what to do next; empty: it can. */
  @property({attribute: false}) closed = '';
  /** Why nothing can be sent just now; empty: it can. */
  @property({attribute: false}) reason = '';

  @query('dw-text-area') private readonly area!: TextAreaElement | null;

  readonly #language = new LanguageController(this, conversationWords);

  protected override render(): TemplateResult {
    if (this.closed) return html`<p class="input off closed">${this.closed}</p>`;
    const language = this.#language;
    const reason = this.#standsInTheWay();
    return html`<dw-text-area
        .label=${language.t('message')}
        .placeholder=${this.placeholder}
        .max=${MESSAGE_MAX_LENGTH}
        .value=${this.value}
        .error=${this.#tooLong()}
        @input=${this.#handleInput}
        @dw-submit=${this.#send}
      ></dw-text-area>
      <div class="tools">
        <slot name="tools"></slot>
        <dw-button variant="primary" .reason=${reason} @click=${this.#send}
          >${sendIcon}<span>${language.t('send')}</span></dw-button
        >
      </div>`;
  }

  #tooLong(): string {
    return this.value.length > MESSAGE_MAX_LENGTH
      ? this.#language.t('tooLong', {max: MESSAGE_MAX_LENGTH})
      : '';
  }

  #standsInTheWay(): string {
    const empty = this.value.trim() === '' ? explain(this.#language.locale, EMPTY) : '';
    return this.reason || this.#tooLong() || empty;
  }

  readonly #handleInput = (event: Event): void => {
    event.stopPropagation();
    const text = this.area?.value ?? '';
    this.value = text;
    this.dispatchEvent(new CustomEvent('dw-compose-draft', {detail: {text}}));
  };

  readonly #send = (): void => {
    if (this.#standsInTheWay()) return;
    this.dispatchEvent(new CustomEvent('dw-compose-send', {detail: {text: this.value.trim()}}));
  };
}
