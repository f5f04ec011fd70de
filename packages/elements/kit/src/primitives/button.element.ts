import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import {buttonStyles} from '../styles/button.styles.js';
import {focusStyles} from '../styles/focus.styles.js';
import {spinnerStyles} from '../styles/spinner.styles.js';

import {buttonHostStyles} from './button.styles.js';

/** How a button looks. One primary per surface; danger is tinted, for End. */
export const BUTTON_VARIANTS = ['default', 'primary', 'danger', 'ghost'] as const;
/** One of {@link BUTTON_VARIANTS}. */
export type ButtonVariant = (typeof BUTTON_VARIANTS)[number];

/**
 * A button that can be under way, and that can say why it does nothing. It never takes the `disabled` attribute: a
 * button with a reason stays focusable, is `aria-disabled`, and lets no click through.
 *
 * @element dw-button
 * @slot - An icon and the label; the label alone; or, with `icon`, an icon alone.
 * @csspart button - The native button.
 */
export class ButtonElement extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [buttonStyles, focusStyles, spinnerStyles, buttonHostStyles];
  /** So that `type="submit"` finds its form. */
  static formAssociated = true;

  /** How it looks. */
  @property() variant: ButtonVariant = 'default';
  /** The lower size, for strips and rows. */
  @property({type: Boolean}) small = false;
  /** Square, for an icon alone; needs `label`. */
  @property({type: Boolean}) icon = false;
  /** What was asked is under way: a spinner stands for the icon, the width stays, clicks do nothing. */
  @property({type: Boolean}) pending = false;
  /** Why it does nothing now; empty: it does. Show it beside the control, too. */
  @property({attribute: false}) reason = '';
  /** The accessible name, where the content is not one. */
  @property({attribute: false}) label = '';
  /** For a toggle: whether it is on; undefined: not a toggle. */
  @property({attribute: false}) pressed: boolean | undefined;
  /** For a button that opens something: whether that is open; undefined: opens nothing. */
  @property({attribute: false}) expanded: boolean | undefined;
  /** What it opens. */
  @property({attribute: false}) popup: 'menu' | 'listbox' | 'dialog' | undefined;
  /** `submit` submits the form it stands in. */
  @property() type: 'button' | 'submit' = 'button';

  readonly #internals = this.attachInternals();

  constructor() {
    super();
    // Capturing, so that it comes before every listener on the element itself.
    this.addEventListener('click', this.#guard, {capture: true});
  }

  protected override render(): TemplateResult {
    const classes = ['btn', this.variant, this.small ? 'small' : '', this.icon ? 'icon' : ''];
    return html`<button
        part="button"
        type="button"
        class=${classes.join(' ')}
        aria-label=${this.label || nothing}
        aria-disabled=${this.reason || this.pending ? 'true' : nothing}
        aria-busy=${this.pending ? 'true' : nothing}
        aria-describedby=${this.reason ? 'reason' : nothing}
        aria-pressed=${this.pressed ?? nothing}
        aria-expanded=${this.expanded ?? nothing}
        aria-haspopup=${this.popup ?? nothing}
      >
        ${this.pending ? html`<span class="spin"></span>` : nothing}<slot></slot>
      </button>
      ${this.reason ? html`<span id="reason" hidden>${this.reason}</span>` : nothing}`;
  }

  readonly #guard = (event: Event): void => {
    if (this.pending || this.reason) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (this.type === 'submit') this.#internals.form?.requestSubmit();
  };
}
