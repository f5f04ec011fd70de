import {property} from 'lit/decorators.js';
import {LateElement} from '@deskwire/kit';

import type {CadEditorBody} from './cad-editor.body.js';
import {FormPart, type CadValues, type FormFault} from './form-part.js';

/** An element that is a part of a form, with what a form control shows of itself. */
export abstract class FormElement extends LateElement<CadEditorBody> {
  /** So that a form finds it. */
  static formAssociated = true;

  /** What its entries in a form's data begin with: `name.variable`. Without a name there are none. */
  @property() name = '';

  readonly #internals = this.attachInternals();
  readonly #part = new FormPart(this.#internals);
  #isDisabled = false;

  /** The saved values, canonical, by the names of their variables. */
  abstract get value(): CadValues;

  /** The form that it is a part of. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** `customError` while a field does not parse. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** What is wrong, naming the field. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Whether it takes part in validation at all. */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** A fieldset around it is disabled, or is no longer. */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabled = isDisabled;
    this.requestUpdate();
  }

  /** Whether a fieldset around it is disabled. @internal */
  get isDisabled(): boolean {
    return this.#isDisabled;
  }

  /** Tells the form what it has, and what is wrong with it. @internal */
  tellForm(fault: FormFault | undefined): void {
    this.#part.tell(this.name, this.value, fault);
  }
}
