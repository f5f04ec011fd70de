import type {Customer} from '@deskwire/domain';
import {EnterGuard, type Locale} from '@deskwire/kit';

import {
  EMPTY_VISIT,
  VISIT_FIELDS,
  visitFaults,
  visitForm,
  type VisitFaults,
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
    const refused = this.#refusedField();
    return refused && !found[refused] ? {...found, [refused]: 'refused'} : found;
  }

  write(field: VisitField, text: string): void {
    this.#values = {...this.#values, [field]: text};
    if (this.#refusedField()) this.start.reset();
    this.#changed();
  }

  /** @returns What the host is given; undefined where something is wrong, which is shown from now on. */
  finish(language: Locale): VisitForm | undefined {
    const isRight = Object.keys(visitFaults(this.#values)).length === 0;
    this.#isTold = !isRight;
    this.#changed();
    return isRight ? visitForm(this.#values, language) : undefined;
  }

  /** Another chat: who the visitor is need not be typed again, e.g. after a reload, nor what was not sent. */
  suggest(customer: Customer, message: string): void {
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
    this.#isTold = false;
    this.start.reset();
  }

  #refusedField(): VisitField | undefined {
    const {state} = this.start;
    if (state.status !== 'failed' || state.refusal.kind !== 'input') return undefined;
    const field = state.refusal.params?.['field'];
    // On the gateway's wire the first message is what was asked.
    return field === 'question' ? 'message' : VISIT_FIELDS.find((one) => one === field);
  }
}
