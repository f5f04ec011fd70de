import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {MESSAGE_MAX_LENGTH, type Refusal} from '@deskwire/domain';

import {LanguageController} from '../controllers/language-controller.js';
import {attachIcon, sendIcon} from '../icons.js';
import type {TextAreaElement} from '../primitives/text-area.element.js';
import {baseStyles} from '../styles/base.styles.js';
import {fieldStyles} from '../styles/field.styles.js';

import {conversationWords} from './conversation.messages.js';
import {isComposingKey} from './enter-guard.js';
import {explain} from './explain.js';
import {spaced} from './spaced.js';

import {composeBoxStyles} from './compose-box.styles.js';

/** Made by hand: the table of all refusals would come with `refuse`. */
const EMPTY: Refusal = {code: 'DW_MESSAGE_EMPTY', kind: 'input'};
/** From this part of the limit on, the counter shows. */
const NEAR = 0.9;

/**
 * Where a message is written: a text box that grows, and Send. Enter sends, Shift and Enter begins a line, and an Enter
 * that ends a composition does neither. A text that is too long stays as it is and says so. Files can be chosen and pasted
 * where the host takes some, and a slash where a word could begin can ask for something else, e.g. a list of answers.
 *
 * @element dw-compose-box
 * @slot above - Above the text, e.g. its files.
 * @slot below - Between the text and Send, e.g. what is to be decided before it is sent.
 * @slot tools - Beside Send, at the start of the line.
 * @fires {CustomEvent<{text: string}>} dw-compose-draft - The text has changed; does not bubble.
 * @fires {CustomEvent<{text: string}>} dw-compose-send - The text should be sent; the host empties the box; does not bubble.
 * @fires {CustomEvent<{files: readonly File[]}>} dw-compose-files - Files were chosen or pasted; does not bubble.
 * @fires dw-compose-slash - A slash was typed where a word could begin; cancelable: then it is not written; does not bubble.
 */
export class ComposeBoxElement extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [baseStyles, fieldStyles, composeBoxStyles];

  /** The text. */
  @property({attribute: false}) value = '';
  /** Shown while there is no text. */
  @property({attribute: false}) placeholder = '';
  /** Why nothing can be written any more, and what to do next; empty: it can. */
  @property({attribute: false}) closed = '';
  /** Why nothing can be sent just now; empty: it can. */
  @property({attribute: false}) reason = '';
  /** What is looked at before it is sent. */
  @property({type: Boolean}) pending = false;
  /** Files go with the text: it may be empty. */
  @property({attribute: false}) hasFiles = false;
  /** Endings of files that can be attached, for the browser's dialog; undefined: none can. */
  @property({attribute: false}) accept: string | undefined;

  @query('dw-text-area') private readonly area!: TextAreaElement | null;
  @query('input') private readonly picker!: HTMLInputElement | null;

  readonly #language = new LanguageController(this, conversationWords);

  /** Puts a text at the caret, apart from the words around it. @returns Where it stands now. */
  insert(text: string): readonly [start: number, end: number] | undefined {
    const {area} = this;
    if (!area) return undefined;
    const [before, after] = area.around;
    const placed = spaced(before, text, after);
    area.insert(placed);
    const start = before.length + placed.indexOf(text);
    return [start, start + text.length];
  }

  /** Selects a part of the text, e.g. what is to be written over. */
  select(start: number, end: number): void {
    this.area?.select(start, end);
  }

  protected override render(): TemplateResult {
    if (this.closed) return html`<p class="input off closed">${this.closed}</p>`;
    const language = this.#language;
    return html`<slot name="above"></slot>
      <dw-text-area
        .label=${language.t('message')}
        .placeholder=${this.placeholder}
        .value=${this.value}
        .error=${this.#tooLong()}
        @input=${this.#handleInput}
        @keydown=${this.#handleKey}
        @paste=${this.#handlePaste}
        @dw-submit=${this.#send}
      ></dw-text-area>
      <slot name="below"></slot>
      <div class="tools">
        ${this.accept === undefined ? nothing : this.#attach(this.accept)}
        <slot name="tools"></slot>
        <span class="counter ${this.#isOver ? 'over' : ''}">${this.#counter()}</span>
        <dw-button
          class="send"
          variant="primary"
          .pending=${this.pending}
          .reason=${this.#standsInTheWay()}
          @click=${this.#send}
          >${sendIcon}<span>${language.t('send')}</span></dw-button
        >
      </div>`;
  }

  #attach(accept: string): TemplateResult {
    return html`<dw-button
        icon
        variant="ghost"
        .label=${this.#language.t('attach')}
        @click=${() => this.picker?.click()}
        >${attachIcon}</dw-button
      ><input type="file" multiple hidden accept=${accept || nothing} @change=${this.#handlePicked} />`;
  }

  get #isOver(): boolean {
    return this.value.length > MESSAGE_MAX_LENGTH;
  }

  #counter(): string {
    const {length} = this.value;
    if (length < MESSAGE_MAX_LENGTH * NEAR) return '';
    return [length, MESSAGE_MAX_LENGTH].map((count) => this.#language.number(count)).join(' / ');
  }

  #tooLong(): string {
    return this.#isOver ? this.#language.t('tooLong', {max: MESSAGE_MAX_LENGTH}) : '';
  }

  #standsInTheWay(): string {
    const isEmpty = this.value.trim() === '' && !this.hasFiles;
    return this.reason || this.#tooLong() || (isEmpty ? explain(this.#language.locale, EMPTY) : '');
  }

  readonly #handleInput = (event: Event): void => {
    event.stopPropagation();
    const text = this.area?.value ?? '';
    this.value = text;
    this.dispatchEvent(new CustomEvent('dw-compose-draft', {detail: {text}}));
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== '/' || isComposingKey(event) || event.ctrlKey || event.metaKey) return;
    const [before = ''] = this.area?.around ?? [];
    if (!/(^|\s)$/.test(before)) return;
    if (!this.dispatchEvent(new CustomEvent('dw-compose-slash', {cancelable: true}))) event.preventDefault();
  };

  /** What was copied from an office program is a text and a picture of it: the text is meant. */
  readonly #handlePaste = (event: ClipboardEvent): void => {
    const {clipboardData} = event;
    const files = [...(clipboardData?.files ?? [])];
    if (this.accept === undefined || files.length === 0 || clipboardData?.getData('text/plain')) return;
    event.preventDefault();
    this.#tellFiles(files);
  };

  readonly #handlePicked = (): void => {
    const files = [...(this.picker?.files ?? [])];
    if (this.picker) this.picker.value = '';
    if (files.length > 0) this.#tellFiles(files);
  };

  #tellFiles(files: readonly File[]): void {
    this.dispatchEvent(new CustomEvent('dw-compose-files', {detail: {files}}));
  }

  readonly #send = (): void => {
    if (this.pending || this.#standsInTheWay()) return;
    this.dispatchEvent(new CustomEvent('dw-compose-send', {detail: {text: this.value.trim()}}));
  };
}
