import type {CadVariable, InteractionId} from '@deskwire/domain';

import type {CadChangedDetail} from './cad-editor.events.js';

const valueIn = (variables: readonly CadVariable[], name: string): string | undefined =>
  variables.find((one) => one.name === name)?.value;

/** Follows the saved values of the contact that is shown. */
export class Changes {
  #id: InteractionId | undefined;
  #cad: readonly CadVariable[] = [];

  /** @returns What is other than at the last look; undefined where nothing is, or where it is another contact. */
  look(id: InteractionId | undefined, cad: readonly CadVariable[]): CadChangedDetail | undefined {
    const before = this.#cad;
    const isSameContact = id === this.#id;
    this.#id = id;
    this.#cad = cad;
    if (id === undefined || !isSameContact || before === cad) return undefined;
    const all = new Set([...before, ...cad].map(({name}) => name));
    const names = [...all].filter((name) => valueIn(before, name) !== valueIn(cad, name));
    return names.length > 0 ? {interactionId: id, names} : undefined;
  }
}
