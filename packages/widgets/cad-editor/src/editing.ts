import type {TemplateResult} from 'lit';
import {announce, DialogController, LanguageController, type ControllerHost} from '@deskwire/kit';

import type {CadView, FieldView} from './cad-editor.view.js';
import {editWords} from './edit.messages.js';
import {problemText} from './edit.words.js';
import {leaveDialog, type LeaveScene} from './leave.template.js';
import {newsOf} from './news.js';
import {noteTemplate, whyTemplate} from './note.template.js';
import type {FieldScene} from './scene.js';

/** What is asked of an agent who is about to leave edits; the words come from here. */
export type Question = Omit<LeaveScene, 'language' | 'canStay'>;

/**
 * What a pane needs once something was typed into it: what is wrong with a text, what happened to it, and the question before
 * it is left. Loaded then.
 */
export class Editing {
  readonly #language: LanguageController<typeof editWords.en>;
  readonly #surface: DialogController;
  #takesFocus = false;

  /** @param dismiss Escape was pressed in the dialog. */
  constructor(
    private readonly host: ControllerHost,
    dismiss: () => void,
  ) {
    this.#language = new LanguageController(host, editWords);
    this.#surface = new DialogController(host, {
      dialog: () => this.#find('.leave'),
      focus: () => (this.#takesFocus ? this.#find('.leave .stay') : null),
      ends: () => [this.#find('.leave .stay'), this.#find('.leave dw-button:last-of-type')],
      dismiss,
    });
  }

  get isAsking(): boolean {
    return this.#surface.isOpen;
  }

  /** What is wrong with a field's text, or was left out of it. */
  why(field: FieldView, scene: FieldScene): unknown {
    return whyTemplate(field, scene, this.#language);
  }

  /** What happened to a field. */
  note(field: FieldView, scene: FieldScene): unknown {
    return noteTemplate(field, scene, this.#language);
  }

  /** What is wrong with a field, for the form that it stands in. */
  faultText(field: FieldView): string {
    return field.problem ? problemText(this.#language, field, field.problem) : '';
  }

  /** Reads out what happened to edits since the last look. */
  tellNews(before: CadView | undefined, now: CadView | undefined): void {
    for (const {text, urgency} of newsOf(before, now, this.#language)) announce(this.host, text, urgency);
  }

  /** The dialog; it is shown by {@link ask}. */
  question(question: Question): TemplateResult {
    return leaveDialog({...question, language: this.#language, canStay: true});
  }

  /** Shows the dialog; without the focus it is read out instead. */
  ask(takesFocus: boolean): void {
    this.#takesFocus = takesFocus;
    this.#surface.show();
    if (!takesFocus) announce(this.host, this.#language.t('leaveTitle'), 'assertive');
  }

  /** Takes the dialog away; where the focus was in it, it goes back. */
  hide(): void {
    this.#surface.hide();
  }

  #find(selector: string): HTMLElement | null {
    return this.host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }
}
