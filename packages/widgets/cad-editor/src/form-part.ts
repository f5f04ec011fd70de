import type {CadVariable} from '@deskwire/domain';

/** Values by the names of their variables, canonical. */
export type CadValues = Readonly<Record<string, string>>;

/** The saved values. Secure ones only where somebody asked for them by that name. */
export const valuesOf = (variables: readonly CadVariable[], withSecure = false): CadValues =>
  Object.fromEntries(
    variables.filter(({secure}) => withSecure || !secure).map(({name, value}) => [name, value]),
  );

/** What is wrong with the element as a part of a form: the first thing, and where. */
export interface FormFault {
  readonly text: string;
  readonly anchor: HTMLElement | undefined;
}

/** The element's part in the form that it stands in. */
export class FormPart {
  #told: readonly unknown[] = [];

  constructor(private readonly internals: ElementInternals) {}

  /** Entries are called `name.variable`; an element without a name has none. Nothing is left in the session history. */
  tell(name: string, values: CadValues, fault: FormFault | undefined): void {
    const told = [name, JSON.stringify(values), fault?.text, fault?.anchor];
    if (told.length === this.#told.length && told.every((part, at) => part === this.#told[at])) return;
    this.#told = told;
    this.internals.setFormValue(name === '' ? null : this.#data(name, values), null);
    if (fault) this.internals.setValidity({customError: true}, fault.text, fault.anchor);
    else this.internals.setValidity({});
  }

  #data(name: string, values: CadValues): FormData {
    const data = new FormData();
    for (const [variable, value] of Object.entries(values)) data.append(`${name}.${variable}`, value);
    return data;
  }
}
