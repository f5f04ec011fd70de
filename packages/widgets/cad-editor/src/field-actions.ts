import {CAD_MAX_LENGTH, type CadVariable, type InteractionId} from '@deskwire/domain';
import {EnterGuard} from '@deskwire/kit';

import type {FieldView} from './cad-editor.view.js';
import type {CopyController} from './copy-controller.js';
import {cutInsertion} from './cut-insertion.js';
import * as drafts from './drafts.js';
import type {Session} from './drafts.js';
import type {PickerLoader} from './picker-loader.js';
import type {FieldActs} from './scene.js';
import {editText} from './typing.js';

type TextBox = HTMLInputElement | HTMLTextAreaElement;

/** What the actions work with. */
export interface FieldParts {
  readonly picker: PickerLoader;
  readonly copier: CopyController;
  /** The variable as it is now, in the contact that is shown. */
  variable(name: string): CadVariable | undefined;
  update(change: (session: Session) => Session): void;
  /** Save, as Enter does. */
  save(): void;
  /** Puts the focus into a field once it is rendered. */
  focus(name: string): void;
  /** The pane should render again. */
  changed(): void;
}

/** What happens in the fields of the contact that is shown. One set per contact: nothing of one reaches another. */
export class FieldActions implements FieldActs {
  /** The secure field whose value is shown. */
  revealed: string | undefined;
  /** The field in which something is being typed. */
  active: string | undefined;
  readonly #enter = new EnterGuard();

  constructor(
    readonly interactionId: InteractionId,
    readonly parts: FieldParts,
  ) {}

  input(field: FieldView, event: Event): void {
    this.#type(field, event.target as TextBox, (event as InputEvent).isComposing);
  }

  composed(field: FieldView, event: CompositionEvent): void {
    this.#enter.composed(event);
    this.#type(field, event.target as TextBox, false);
  }

  /** A syllable that is being composed is cut only when it is done: cutting it would end the composition. */
  #type(field: FieldView, box: TextBox, isComposing: boolean): void {
    const caret = box.selectionEnd ?? box.value.length;
    const kept = editText(field.type, field.saved).length;
    const cut = isComposing
      ? {text: box.value, caret, leftOut: 0}
      : cutInsertion(kept, {text: box.value, caret}, CAD_MAX_LENGTH);
    if (cut.leftOut > 0) {
      box.value = cut.text;
      box.setSelectionRange(cut.caret, cut.caret);
    }
    this.active = field.name;
    if (field.secure) this.revealed = field.name;
    this.write(field, cut.text, cut.leftOut);
  }

  /** Puts a text into a field. */
  write(field: FieldView, text: string, leftOut = 0): void {
    const variable = this.parts.variable(field.name);
    if (variable) this.parts.update((session) => drafts.write(session, variable, text, leftOut));
  }

  choose(field: FieldView, text: string): void {
    if (text === 'other') return;
    this.write(field, text);
    this.check(field);
  }

  check({name}: FieldView): void {
    this.parts.update((session) => drafts.check(session, name));
  }

  key(field: FieldView, event: KeyboardEvent): void {
    const isAct = this.#enter.isAct(event);
    const {altKey, ctrlKey, metaKey, shiftKey} = event;
    if (isAct && !altKey && !ctrlKey && !metaKey && !shiftKey) {
      event.preventDefault();
      this.check(field);
      this.parts.save();
      return;
    }
    const isDate = field.control === 'date' || field.control === 'date-time';
    if (isDate && event.key === 'ArrowDown' && !event.isComposing) {
      event.preventDefault();
      this.pick(field, 'icon');
    }
  }

  keyUp(): void {
    this.#enter.released();
  }

  /** A secure value is masked again as soon as the focus is elsewhere, in another window too. */
  blur(field: FieldView, event: FocusEvent): void {
    const {currentTarget, relatedTarget} = event;
    const isInside =
      currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (isInside || this.parts.picker.part?.contains(relatedTarget)) return;
    this.active = undefined;
    if (this.revealed === field.name) this.revealed = undefined;
    this.parts.changed();
  }

  /** The pane is taken out of the page. Only Chromium tells a field then that it loses the focus. */
  leave(): void {
    this.active = undefined;
    this.revealed = undefined;
  }

  copy(field: FieldView): void {
    void this.parts.copier.copy(field.name, field.text);
  }

  /** The focus goes into what is shown, so that leaving it masks it, also where a press gives a button no focus. */
  reveal({name}: FieldView): void {
    this.revealed = name;
    this.parts.focus(name);
    this.parts.changed();
  }

  hide({name}: FieldView): void {
    this.revealed = undefined;
    this.parts.focus(name);
    this.parts.changed();
  }

  pick(field: FieldView, by: 'icon' | 'field'): void {
    void this.parts.picker.pick(field, by);
  }
}
