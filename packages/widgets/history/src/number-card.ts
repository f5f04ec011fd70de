import type {LitElement, ReactiveController} from 'lit';
import {checkOutdialNumber, dialled, type Refusal} from '@deskwire/domain';
import {
  LanguageController,
  lazily,
  OutdialController,
  PopoverController,
  popoverStyles,
  type ControllerHost,
  type DialpadElement,
} from '@deskwire/kit';

import {numberCardWords} from './number-card.messages.js';
import {dialNote, numberCard} from './number-card.template.js';

import {numberCardStyles} from './number-card.styles.js';

/** The number whose card is open. */
export interface Carded {
  /** Of the row. */
  readonly key: string;
  /** As it came. */
  readonly number: string;
  /** The dialpad is there, for the number to be edited first. */
  readonly isEditing: boolean;
  /** The dialpad could not be loaded: without a connection, or after an update. */
  readonly hasNoPad?: boolean;
}

/** A pointer that only passes opens nothing; one that goes from the number to the card does not close it. */
const OPENS_AFTER_MS = 200;
const CLOSES_AFTER_MS = 300;

/** Loads the dialpad, when a number is first edited. */
export const loadDialpad = lazily(() => import('./dialpad.js'));

/** The styles come with the card: a list of which no number is wanted does without them. */
const adopt = (root: ShadowRoot): void => {
  const sheets = [popoverStyles, numberCardStyles].flatMap(({styleSheet = []}) => styleSheet);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
};

/**
 * What can be done with a number: it opens at a number that is pointed at, has the focus or is pressed. Pressed, it gets the
 * focus; otherwise the focus stays where it is. A call that came to nothing is told by `outdial.end` until it is dismissed.
 */
export class NumberCardController implements ReactiveController {
  readonly outdial: OutdialController;
  readonly #language: LanguageController<typeof numberCardWords.en>;
  readonly #popover: PopoverController;
  readonly #host: LitElement;
  #carded: Carded | undefined;
  #isPressed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ControllerHost & LitElement) {
    this.#host = host;
    this.#language = new LanguageController(host, numberCardWords);
    this.outdial = new OutdialController(host, () => {
      this.close();
    });
    this.#popover = new PopoverController(host, {
      anchor: () => host.renderRoot.querySelector('.anchor'),
      popover: () => this.#surface,
      focus: () => (this.#isPressed ? this.#first : null),
    });
    host.addController(this);
    adopt(host.renderRoot as ShadowRoot);
  }

  /** The number whose card is open; undefined while none is. */
  get carded(): Carded | undefined {
    return this.#popover.open ? this.#carded : undefined;
  }

  /** What stands in the surface that hangs at the number. */
  get content(): unknown {
    return numberCard(this.#language, this);
  }

  /** What became of a call, once its card is closed. */
  get note(): unknown {
    return dialNote(this.#language, this);
  }

  /** A number may be edited before it is called. */
  get canEdit(): boolean {
    return this.outdial.stream?.snapshot().profile?.permissions.includes('dialpad') ?? false;
  }

  /** Why nothing can be called now (OUT-10). */
  get blocked(): Refusal | undefined {
    const {control} = this.outdial;
    return control.shown ? control.refusal : undefined;
  }

  /** Why this number cannot be called as it stands. */
  get wrong(): Refusal | undefined {
    return this.#carded && this.check(dialled(this.#carded.number));
  }

  /** Why a number cannot be called, by its form and by the dial plan. */
  readonly check = (number: string): Refusal | undefined => {
    const tenant = this.outdial.stream?.snapshot().tenant;
    return tenant && checkOutdialNumber(number, tenant);
  };

  /** Opens at a number that was pressed, with the focus in it. */
  press(key: string, number: string): void {
    this.#isPressed = true;
    if (this.carded?.key === key) this.#first?.focus();
    else this.#open(key, number);
  }

  /** Opens at a number that has got the focus by a key: the focus stays on the number. */
  look(key: string, number: string): void {
    if (this.carded?.key === key || this.#hasFocus) return;
    this.#isPressed = false;
    this.#open(key, number);
  }

  /** The pointer is on a number, or on the card of one. */
  point(key: string, number: string): void {
    clearTimeout(this.#timer);
    if (this.carded?.key === key || this.#hasFocus) return;
    this.#timer = setTimeout(() => {
      this.look(key, number);
    }, OPENS_AFTER_MS);
  }

  /** The pointer has come to the card. */
  stay(): void {
    clearTimeout(this.#timer);
  }

  /** The pointer has left the number, or the card. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.#isUsed) this.close();
    }, CLOSES_AFTER_MS);
  }

  /** The list was scrolled: a card that nobody uses goes. */
  scrolled(): void {
    if (!this.#isUsed) this.close();
  }

  /** Shows the dialpad with the number in it. */
  async edit(): Promise<void> {
    const carded = this.#carded;
    if (!carded) return;
    const pad = await loadDialpad();
    pad?.defineDialpad();
    if (this.#carded !== carded) return;
    this.#carded = {...carded, isEditing: pad !== undefined, hasNoPad: pad === undefined};
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#pad?.updateComplete;
    this.#pad?.focus();
  }

  /** Calls the number, or what was made of it on the dialpad. */
  call(): void {
    const carded = this.#carded;
    if (!carded) return;
    const pad = this.#pad;
    const number = pad ? pad.require() : carded.number;
    if (number !== undefined) void this.outdial.call({number});
  }

  /** Closes it. Where the focus was in it, it goes back to the number. */
  close(): void {
    clearTimeout(this.#timer);
    const anchor = this.#hasFocus ? this.#host.renderRoot.querySelector<HTMLElement>('.anchor') : null;
    this.#popover.hide();
    this.#carded = undefined;
    anchor?.focus();
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('keydown', this.#keyed);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#host.ownerDocument.removeEventListener('keydown', this.#keyed);
  }

  #open(key: string, number: string): void {
    clearTimeout(this.#timer);
    this.outdial.dismiss();
    this.#popover.hide();
    this.#carded = {key, number, isEditing: false};
    this.#popover.show();
  }

  get #surface(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.popover');
  }

  get #first(): HTMLElement | null {
    return this.#surface?.querySelector('dw-button') ?? null;
  }

  get #pad(): DialpadElement | null {
    return this.#surface?.querySelector('dw-dialpad') ?? null;
  }

  get #hasFocus(): boolean {
    return this.#surface?.contains(this.#host.shadowRoot?.activeElement ?? null) ?? false;
  }

  /** Somebody is in it, or on the number at which it hangs. */
  get #isUsed(): boolean {
    const active = this.#host.shadowRoot?.activeElement;
    return this.#hasFocus || (active?.matches('.anchor') ?? false);
  }

  /** What shows under a pointer goes with Escape, wherever the focus is. */
  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented && !this.#isUsed) this.close();
  };
}
