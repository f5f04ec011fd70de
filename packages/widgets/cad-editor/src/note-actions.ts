import {readCadValue, type CadVariable} from '@deskwire/domain';

import {discard, dismiss, enterAgain, keepMine} from './answers.js';
import type {FieldView} from './cad-editor.view.js';
import type {Session} from './drafts.js';
import type {FieldActs} from './scene.js';

/** Without what no value may hold: control characters, and halves of a pair that stand alone. */
const cleaned = (text: string): string =>
  [...text].filter((character) => 'value' in readCadValue('string', character)).join('');

/** What an agent can answer to what happened to a field. The focus stays at the field. */
export class NoteActions {
  constructor(private readonly acts: FieldActs) {}

  clean(field: FieldView): void {
    this.acts.write(field, cleaned(field.text));
    this.acts.parts.focus(field.name);
  }

  copy(field: FieldView): void {
    this.acts.copy(field);
  }

  keepMine({name}: FieldView): void {
    this.#answer(name, keepMine);
  }

  enterAgain({name}: FieldView): void {
    this.#answer(name, enterAgain);
  }

  dismiss({name}: FieldView): void {
    this.#update(name, (session) => dismiss(session, name));
  }

  discard({name}: FieldView): void {
    this.#update(name, (session) => discard(session, name));
  }

  #answer(name: string, answer: (session: Session, variable: CadVariable) => Session): void {
    const variable = this.acts.parts.variable(name);
    if (variable) this.#update(name, (session) => answer(session, variable));
  }

  #update(name: string, change: (session: Session) => Session): void {
    this.acts.parts.update(change);
    this.acts.parts.focus(name);
  }
}
