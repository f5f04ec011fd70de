import type {LitElement, ReactiveController} from 'lit';
import {controlOf, lazily, RulesController} from '@deskwire/kit';

import type {NumberCardController} from './number-card.js';

/** A number in a row, and the button that shows it. */
export interface NumberSpot {
  readonly key: string;
  readonly number: string;
  readonly button: Element;
}

/** What can be done with a number; loaded when somebody comes to the first one. */
export const loadNumberCard = lazily(() => import('./number-card.js'));

/** Brings the card of numbers to a host: whoever looks at no number does not pay for it. */
export class NumberCards implements ReactiveController {
  readonly #host: LitElement;
  readonly #rules: RulesController;
  #card: NumberCardController | undefined;
  #isMissing = false;
  /** What the pointer is on. Not to be asked by `:hover`: Firefox tells of the pointer first. */
  #pointed: Element | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#rules = new RulesController(host);
    host.addController(this);
  }

  /** The agent may dial at all. */
  get canDial(): boolean {
    return controlOf(this.#rules.stream?.permit({type: 'outdial.call'})).shown;
  }

  /** The card, once it was wanted. */
  get card(): NumberCardController | undefined {
    return this.#card;
  }

  /** The row at whose number a card is open. */
  get openKey(): string | undefined {
    return this.#card?.carded?.key;
  }

  /** The card was wanted and could not be loaded. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  /** A number was pressed. */
  press(key: string, number: string): void {
    void this.#use((card) => {
      card.press(key, number);
    });
  }

  /** Something in the list has got the focus. From its own card it comes back when that is closed. */
  focused(spot: NumberSpot | undefined, from: EventTarget | null): void {
    const isBack = from instanceof Element && from.closest('.popover') !== null;
    if (!spot?.button.matches(':focus-visible') || isBack) return;
    void this.#use((card) => {
      if (spot.button === this.#host.shadowRoot?.activeElement) card.look(spot.key, spot.number);
    });
  }

  /** The pointer came to a number, or left it. A finger presses. */
  pointed(spot: NumberSpot | undefined, {type, pointerType}: PointerEvent): void {
    if (!spot || pointerType !== 'mouse') return;
    this.#pointed = type === 'pointerover' ? spot.button : undefined;
    if (!this.#pointed) {
      this.#card?.leave();
      return;
    }
    void this.#use((card) => {
      if (spot.button === this.#pointed) card.point(spot.key, spot.number);
    });
  }

  hostDisconnected(): void {
    this.#pointed = undefined;
    this.#card?.close();
  }

  async #use(act: (card: NumberCardController) => void): Promise<void> {
    if (!this.#card) {
      const loaded = await loadNumberCard();
      this.#isMissing = loaded === undefined;
      this.#host.requestUpdate();
      if (loaded) this.#card ??= new loaded.NumberCardController(this.#host);
    }
    if (this.#card) act(this.#card);
  }
}
