import type {ConnectionStatus} from '@deskwire/stream';

import type {FieldView} from './cad-editor.view.js';
import type {Session} from './drafts.js';
import type {Editing} from './editing.js';
import type {FieldParts} from './field-actions.js';
import type {Leaving} from './leaving.js';
import type {CadLanguage} from './words.js';

/** What can be done in a field. */
export interface FieldActs {
  input(field: FieldView, event: Event): void;
  composed(field: FieldView, event: CompositionEvent): void;
  choose(field: FieldView, text: string): void;
  /** The text box was left after a change. */
  check(field: FieldView): void;
  key(field: FieldView, event: KeyboardEvent): void;
  keyUp(): void;
  /** The focus goes from a field to somewhere. */
  blur(field: FieldView, event: FocusEvent): void;
  copy(field: FieldView): void;
  reveal(field: FieldView): void;
  hide(field: FieldView): void;
  pick(field: FieldView, by: 'icon' | 'field'): void;
  /** Puts a text into a field. */
  write(field: FieldView, text: string): void;
  readonly parts: Pick<FieldParts, 'variable' | 'update' | 'focus'>;
}

/** What a field's template needs beside the field. */
export interface FieldScene {
  readonly language: CadLanguage;
  readonly acts: FieldActs;
  /** What is said about edits; not there before something was typed. */
  readonly editing: Editing | undefined;
  /** The names of the fields of which something is so just now. */
  readonly revealed: string | undefined;
  readonly copied: string | undefined;
  readonly copyFailed: string | undefined;
  readonly picking: string | undefined;
  readonly pickerFailed: string | undefined;
  /** The number of a field, the same as long as it is shown: names of variables make no ids. */
  index(field: FieldView): number;
}

/** What the pane's template needs beside the view. */
export interface PaneScene extends FieldScene {
  readonly session: Session;
  readonly leaving: Leaving | undefined;
  readonly connection: ConnectionStatus | undefined;
  readonly isSaving: boolean;
  /** What is needed for editing could not be had. */
  readonly isLoadFailed: boolean;
  /** Save was asked for, and so many fields stood in the way. */
  readonly wrong: number;
  save(): void;
  revert(): void;
  askAgain(): void;
}
