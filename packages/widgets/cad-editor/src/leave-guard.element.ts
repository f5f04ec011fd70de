import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {InteractionId} from '@deskwire/domain';
import {
  buttonStyles,
  DeskwireElement,
  DialogController,
  focusStyles,
  InteractionController,
  LanguageController,
  noteStyles,
  stateStyles,
  surfaceStyles,
} from '@deskwire/kit';

import {saveable, viewCad, fieldsOf, type CadView} from './cad-editor.view.js';
import {check, revert, settle} from './drafts.js';
import {editWords} from './edit.messages.js';
import {refusalText} from './edit.words.js';
import {leaveDialog} from './leave.template.js';
import {SaveController} from './save-controller.js';
import {ShelfController} from './shelf-controller.js';

import {leaveStyles} from './leave.styles.js';

/**
 * The question about unsaved edits whose pane was taken out of the page: keep, discard or save. Part of
 * `<dw-cad-editor>`, which makes it when it is needed. It takes no focus: nobody asked for it.
 *
 * @element dw-cad-leave-guard
 */
export class LeaveGuardElement extends DeskwireElement {
  static override styles = [surfaceStyles, buttonStyles, focusStyles, noteStyles, stateStyles, leaveStyles];

  /** Whose edits they are. */
  @property({attribute: false}) interactionId: InteractionId = '';
  /** Takes the question away. */
  @property({attribute: false}) close: () => void = () => {
    this.remove();
  };

  readonly #language = new LanguageController(this, editWords);
  readonly #drafts = new ShelfController(this);
  readonly #contact = new InteractionController(this, () => this.interactionId);
  readonly #saves = new SaveController(this, this.#drafts, ({overwritten}) => {
    this.#outcome = overwritten.length > 0 ? 'lost' : undefined;
  });
  readonly #surface: DialogController = new DialogController(this, {
    dialog: () => this.renderRoot.querySelector('.leave'),
    focus: () => null,
    ends: () => [
      this.renderRoot.querySelector('.stay'),
      this.renderRoot.querySelector('dw-button:last-of-type'),
    ],
    dismiss: () => {
      this.close();
    },
  });
  #outcome: 'wrong' | 'lost' | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#surface.show();
  }

  protected override willUpdate(): void {
    const cad = this.#contact.value?.cad;
    if (cad) this.#drafts.update(this.interactionId, (session) => settle(session, cad));
  }

  protected override render(): TemplateResult {
    const view = this.#look();
    if (!view) return html`${nothing}`;
    const {edits, stuck, customer} = view;
    return html`${leaveDialog({
      ...{language: this.#language, edits, stuck, customer},
      canStay: false,
      canSave: edits > 0 && view.isEditable,
      isSaving: this.#saves.isSaving(this.interactionId),
      failure: this.#failureText,
      answer: (answer) => {
        this.#answer(answer, view);
      },
    })}`;
  }

  protected override updated(): void {
    const {shelf} = this.#drafts;
    const isSettled = this.#drafts.edits(this.interactionId) === 0 && this.#outcome === undefined;
    if (isSettled || !shelf || shelf.isShown(this.interactionId)) this.close();
  }

  get #failureText(): string | undefined {
    if (this.#outcome) return this.#language.t(this.#outcome === 'wrong' ? 'guardWrong' : 'guardLost');
    const failure = this.#saves.failure(this.interactionId);
    return failure && refusalText(this.#language.locale, failure);
  }

  #look(): CadView | undefined {
    const {stream} = this.#drafts;
    return (
      stream &&
      viewCad(
        stream.snapshot(),
        {
          interactionId: this.interactionId,
          interaction: this.#contact.value,
          session: this.#drafts.read(this.interactionId),
          isReadonly: false,
        },
        (ask) => stream.permit(ask),
      )
    );
  }

  #answer(answer: 'stay' | 'discard' | 'save', view: CadView): void {
    if (answer === 'stay') {
      this.close();
      return;
    }
    if (answer === 'discard') {
      this.#outcome = undefined;
      this.#drafts.update(this.interactionId, revert);
      return;
    }
    this.#save(view);
  }

  /** What does not parse cannot be put right here: it is kept until its pane is back. */
  #save(view: CadView): void {
    for (const {name} of fieldsOf(view))
      this.#drafts.update(this.interactionId, (session) => check(session, name));
    this.#outcome = fieldsOf(view).some(({problem}) => problem) ? 'wrong' : undefined;
    const edits = saveable(view, this.#drafts.read(this.interactionId), this.#contact.value);
    if (this.#saves.failure(this.interactionId)) this.#saves.retry(this.interactionId, edits);
    else this.#saves.save(this.interactionId, edits);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dw-cad-leave-guard': LeaveGuardElement;
  }
}
