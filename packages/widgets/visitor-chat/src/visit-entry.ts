import {CardGuard, EnterGuard, type CardFate, type Locale} from '@deskwire/kit';

import {keepVisit, keptVisit} from './visit-keep.js';
import {
  EMPTY_VISIT,
  VISIT_FIELDS,
  visitFaults,
  visitForm,
  type VisitCustomer,
  type VisitFaults,
  type VisitFault,
  type VisitField,
  type VisitForm,
  type VisitValues,
} from './visit-form.js';
import {VisitStart} from './visit-start.js';

/** What the visitor types before a chat begins, and what becomes of it. Nothing typed is lost by a no. */
export class VisitEntry {
  readonly enter = new EnterGuard();
  readonly start: VisitStart;
  readonly #changed: () => void;
  #values = EMPTY_VISIT;
  /** Faults are shown from the first try on. */
  #isTold = false;
  readonly #cards = new CardGuard(() => 'redact');
  /** The message of which was said that it seems to hold a card number. */
  #noted: string | undefined;
  /** What is typed may outlive a reload of the page. */
  #isKept = false;

  /** @param changed Called whenever something else is to be shown. */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.start = new VisitStart(changed);
  }

  get values(): VisitValues {
    return this.#values;
  }

  /** What is to be shown at the fields, the server's own objection included. */
  get faults(): VisitFaults {
    const found = this.#isTold ? visitFaults(this.#values) : {};
    const refused = this.#refused();
    return refused && !found[refused.field] ? {...found, [refused.field]: refused.fault} : found;
  }

  /** From now on what is typed outlives a reload of the tab; what an earlier page left is there again. */
  keep(): void {
    if (this.#isKept) return;
    this.#isKept = true;
    const kept = keptVisit();
    if (kept) this.suggest(kept, kept.message);
  }

  write(field: VisitField, text: string): void {
    this.#values = {...this.#values, [field]: text};
    if (this.#isKept) this.#keepNow();
    if (this.#refused()) this.start.reset();
    this.#changed();
  }

  /** @returns What the host is given; undefined where something is wrong, which is shown from now on. */
  finish(language: Locale): VisitForm | undefined {
    const isRight = Object.keys(visitFaults(this.#values)).length === 0;
    this.#isTold = !isRight;
    this.#changed();
    return isRight ? visitForm(this.#values, language) : undefined;
  }

  /** The message seems to hold a card number: to be said before it goes (CHAT-8). */
  get hasCard(): boolean {
    return this.#noted !== undefined && this.#noted === this.#values.message;
  }

  /**
   * Looks for a card number before the message goes, and says so once for each text. What the company does with one is
   * not known before a chat has begun.
   * @returns Whether it may go. A promise only where there may be something to find.
   */
  look(): boolean | Promise<boolean> {
    const {message} = this.#values;
    if (this.hasCard) return true;
    const found = this.#cards.look([], message);
    if (!(found instanceof Promise)) return this.#mayGo(message, found);
    return found.then((fate) => message === this.#values.message && this.#mayGo(message, fate));
  }

  /** What is known need not be typed again: who the visitor is, or what was not sent. It replaces nothing. */
  suggest(customer: VisitCustomer, message = ''): void {
    const {name, email} = this.#values;
    this.#values = {
      name: name || (customer.name ?? ''),
      email: email || (customer.email ?? ''),
      message: this.#values.message || message.trim(),
    };
  }

  /** The chat has begun: who the visitor is stays for another one, the message does not. */
  clear(): void {
    this.#values = {...this.#values, message: ''};
    if (this.#isKept) keepVisit();
    this.#isTold = false;
    this.start.reset();
  }

  #refused(): {readonly field: VisitField; readonly fault: VisitFault} | undefined {
    const {state} = this.start;
    if (state.status !== 'failed') return undefined;
    const {code, kind, params} = state.refusal;
    if (code === 'DW_MESSAGE_CARD') return {field: 'message', fault: 'messageCard'};
    // On the gateway's wire the first message is what was asked.
    const named = params?.['field'] === 'question' ? 'message' : params?.['field'];
    const field = kind === 'input' ? VISIT_FIELDS.find((one) => one === named) : undefined;
    return field && {field, fault: 'refused'};
  }

  /** What looks like a card number does not outlive the page. */
  #keepNow(): void {
    const isClear = this.#cards.look([], this.#values.message) === undefined;
    keepVisit(isClear ? this.#values : {...this.#values, message: ''});
  }

  #mayGo(message: string, fate: CardFate | undefined): boolean {
    if (!fate) return true;
    this.#noted = message;
    this.#changed();
    return false;
  }
}
