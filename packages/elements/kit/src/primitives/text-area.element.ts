import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';

import {EnterGuard, isComposingKey} from '../conversation/enter-guard.js';
import {fieldStyles} from '../styles/field.styles.js';
import {focusStyles} from '../styles/focus.styles.js';

import {textAreaStyles} from './text-area.styles.js';

/** From this part of the limit on, the counter shows. */
const NEAR = 0.9;

/**
 * A text box that grows with its text and never cuts it: over the limit it says so and keeps everything. It fires the
 * browser's own `input` events.
 *
 * @element dw-text-area
 * @csspart box - The box around the text.
 * @fires dw-submit - Enter without Shift, never in the middle of a composition; does not bubble.
 */
export class TextAreaElement extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [fieldStyles, focusStyles, textAreaStyles];

  /** The text. */
  @property({attribute: false}) value = '';
  /** The accessible name. */
  @property({attribute: false}) label = '';
  /** Shown while there is no text. */
  @property({attribute: false}) placeholder = '';
  /** The most UTF-16 units that are allowed; 0: no limit. */
  @property({attribute: false}) max = 0;
  /** What is wrong, in words; shown below and read out. */
  @property({attribute: false}) error = '';
  /** The height when empty, in lines. */
  @property({type: Number}) rows = 2;
  /** Closed: shows what it has, takes nothing. */
  @property({type: Boolean}) disabled = false;
  /** Enter begins a new line, and `dw-submit` is not fired: for texts of several lines, such as a mail. */
  @property({type: Boolean}) lines = false;

  @query('textarea') private readonly area!: HTMLTextAreaElement;

  readonly #enter = new EnterGuard();

  /** Whether the text is longer than allowed. */
  get over(): boolean {
    return this.max > 0 && this.value.length > this.max;
  }

  /** What stands before the caret, or before what is selected, and what after it. */
  get around(): readonly [before: string, after: string] {
    const {value, selectionStart, selectionEnd} = this.area;
    return [value.slice(0, selectionStart), value.slice(selectionEnd)];
  }

  /** Selects a part of the text, e.g. what is to be written over. The focus stays where it is. */
  select(start: number, end: number): void {
    this.area.setSelectionRange(start, end);
  }

  /** Puts a text where the caret stands, or in place of what is selected, as if it had been typed. */
  insert(text: string): void {
    const {selectionStart, selectionEnd} = this.area;
    this.area.setRangeText(text, selectionStart, selectionEnd, 'end');
    this.area.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, data: text}));
  }

  protected override render(): TemplateResult {
    const bad = this.over || this.error !== '';
    return html`<div part="box" class="input ${bad ? 'bad' : ''} ${this.disabled ? 'off' : ''}">
        <div class="grow">
          <div class="mirror" aria-hidden="true">${this.value}&#8203;</div>
          <textarea
            rows=${this.rows}
            aria-label=${this.label || nothing}
            aria-invalid=${bad ? 'true' : nothing}
            aria-describedby="why counter"
            placeholder=${this.placeholder || nothing}
            ?disabled=${this.disabled}
            .value=${live(this.value)}
            @input=${this.#handleInput}
            @keydown=${this.#handleKey}
            @keyup=${this.#handleKeyUp}
            @compositionend=${this.#handleComposed}
          ></textarea>
        </div>
      </div>
      <div class="below">
        <p id="why" class="why" role="alert">${this.error}</p>
        <p id="counter" class="counter ${this.over ? 'over' : ''}">${this.#counter()}</p>
      </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The mirror may have given the box its full height since: the caret's line stays in view.
    if (changed.has('value') && this.area.selectionEnd === this.value.length) {
      this.area.scrollTop = this.area.scrollHeight;
    }
  }

  #counter(): string {
    const {length} = this.value;
    return this.max > 0 && length >= this.max * NEAR ? `${length} / ${this.max}` : '';
  }

  readonly #handleInput = (): void => {
    this.value = this.area.value;
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const acts = this.#enter.isAct(event);
    if (this.lines || isComposingKey(event) || !acts || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('dw-submit'));
  };

  readonly #handleKeyUp = (): void => {
    this.#enter.released();
  };

  readonly #handleComposed = (event: CompositionEvent): void => {
    this.#enter.composed(event);
  };
}
