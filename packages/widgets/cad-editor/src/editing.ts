import {nothing} from 'lit';
import {addStyles, announce, LanguageController, noteStyles, type ControllerHost} from '@deskwire/kit';
import type {CadEdit, CadVariable, InteractionId} from '@deskwire/domain';

import type {CadSaveDoneDetail} from './cad-editor.events.js';
import type {CadView, FieldView} from './cad-editor.view.js';
import {editWords} from './edit.messages.js';
import {problemText, refusalText} from './edit.words.js';
import {LeaveController, type LeaveParts} from './leave-controller.js';
import {stayingStrip} from './leave.template.js';
import {newsOf} from './news.js';
import {failureTemplate, noteTemplate, whyTemplate} from './note.template.js';
import {SaveController} from './save-controller.js';
import type {FieldScene, PaneScene} from './scene.js';
import {stuckControl} from './stuck.template.js';

import {editStyles} from './edit.styles.js';
import {leaveStyles} from './leave.styles.js';

/** What editing needs of the pane. */
export interface EditingParts extends LeaveParts {
  /** The variables of the contact that is shown. */
  variables(): readonly CadVariable[];
  /** A save is through. */
  done(detail: CadSaveDoneDetail): void;
}

/**
 * What a pane needs once something was typed into it: what is wrong with a text and what happened to it, saving, and the
 * question before it is left. Loaded then.
 */
export class Editing {
  readonly leave: LeaveController;
  readonly #language: LanguageController<typeof editWords.en>;
  readonly #saves: SaveController;

  constructor(
    private readonly host: ControllerHost,
    private readonly parts: EditingParts,
  ) {
    addStyles(host, [noteStyles, editStyles, leaveStyles]);
    this.#language = new LanguageController(host, editWords);
    this.#saves = new SaveController(host, parts.drafts, (detail) => {
      if (detail.saved.length > 0) announce(host, this.#language.t('saved'));
      parts.done(detail);
    });
    this.leave = new LeaveController(host, parts);
  }

  isSaving(id: InteractionId): boolean {
    return this.#saves.isSaving(id);
  }

  /** @returns Whether anything was sent. */
  save(id: InteractionId, edits: readonly CadEdit[]): boolean {
    return this.#saves.failure(id) ? this.#saves.retry(id, edits) : this.#saves.save(id, edits);
  }

  /** Forgets why the last save failed. */
  dismiss(id: InteractionId): void {
    this.#saves.dismiss(id);
  }

  /** Why the last save failed, unless the dialog says it. */
  failure({interactionId: id}: CadView, {save}: PaneScene): unknown {
    const text = this.#failureText(id);
    if (text === undefined || this.leave.isAsking) return nothing;
    return failureTemplate(text, this.#language, {
      retry: save,
      dismiss: () => {
        this.dismiss(id);
      },
    });
  }

  /** A refusal about one variable names it. */
  #failureText(id: InteractionId): string | undefined {
    const refusal = this.#saves.failure(id);
    if (!refusal) return undefined;
    const reason = refusalText(this.#language.locale, refusal);
    const variable = this.parts.variables().find(({name}) => name === refusal.params?.['name']);
    if (!variable) return reason;
    return this.#language.t('refused', {field: this.#language.label(variable.label), reason});
  }

  /** What is wrong with a field's text, or was left out of it. */
  why(field: FieldView, scene: FieldScene): unknown {
    return whyTemplate(field, scene, this.#language);
  }

  /** What happened to a field. */
  note(field: FieldView, scene: FieldScene): unknown {
    return noteTemplate(field, scene, this.#language);
  }

  /** What was typed and cannot be saved. */
  stuck(field: FieldView, scene: FieldScene): unknown {
    return stuckControl(field, scene);
  }

  /** What is wrong with a field, for the form that it stands in. */
  faultText(field: FieldView): string {
    return field.problem ? problemText(this.#language, field, field.problem) : '';
  }

  /** Reads out what happened to edits since the last look. */
  tellNews(before: CadView | undefined, now: CadView | undefined): void {
    for (const {text, urgency} of newsOf(before, now, this.#language)) announce(this.host, text, urgency);
  }

  /** That the agent stays, while another contact should be shown. */
  staying({customer}: CadView, {leaving, askAgain}: PaneScene): unknown {
    return leaving?.phase === 'staying' ? stayingStrip(customer, this.#language, askAgain) : nothing;
  }

  /** The question before edits are left, while it is asked. */
  dialog(view: CadView): unknown {
    return this.leave.dialog(view, this.#saves, this.#failureText(view.interactionId));
  }
}
