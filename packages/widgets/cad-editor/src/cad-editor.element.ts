import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {DeskState, InteractionId} from '@deskwire/domain';
import {
  announcerFor,
  LanguageController,
  lateStyles,
  lazily,
  needByPhase,
  StreamController,
  surfaceStyles,
  type Need,
} from '@deskwire/kit';

import {paneWords} from './pane.messages.js';
import {FormElement} from './form-element.js';
import type {CadValues} from './form-part.js';

/** Loads what is in the pane: the fields, and what can be done in them. */
export const loadCadEditor = lazily(() => import('./cad-editor.body.js'));

/**
 * Call-associated data of a contact: at most 30 variables in admin's order, those that admin made editable in fields of
 * their types. Edits are kept until they are saved or reverted, whatever becomes of the pane; what others change meanwhile
 * comes in beside them, never over them.
 *
 * It follows the agent's newest active contact of any channel, or the one whose id is set. Before edits are left it asks:
 * stay, discard or save. Enter in a field saves, and so does Ctrl or Command with S while the focus is in the pane and
 * something is unsaved; otherwise that key is the page's.
 *
 * It is a part of a form: `value` and the form's data hold the saved values, by the names of the variables; the values of
 * secure ones are in neither.
 *
 * @element dw-cad-editor
 * @slot empty - Shown while no contact is open.
 * @csspart pane - The card.
 * @fires dw-cad-save-request - Before edits are saved; cancelable. Names all variables, and the values of those that are not secure.
 * @fires dw-cad-save-done - A save is through: what was saved, and what had been overwritten by others.
 * @fires dw-cad-changed - Saved values of the shown contact are others now, whoever changed them.
 * @fires dw-cad-leave-request - Before the agent is asked about unsaved edits that would be left; cancelable.
 * @fires dw-cad-leave-done - The agent answered: stay, discard or save.
 */
export class CadEditorElement extends FormElement {
  static override styles = [surfaceStyles, lateStyles];

  /** The contact to show; unset, the pane follows the agent's newest active one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;
  /** For reading only. Edits that are there already stay, to be copied or discarded. */
  @property({type: Boolean, reflect: true}) readonly = false;

  protected override readonly later = loadCadEditor;

  readonly #language = new LanguageController(this, paneWords);
  readonly #isKnown = new StreamController(this, ({viewer}) => viewer !== undefined);

  /** The saved values of the shown contact, canonical, by the names of their variables; without those of secure ones. */
  override get value(): CadValues {
    return this.body?.value ?? {};
  }

  /** The same with the values of secure variables: for a page that needs them, and answers for what becomes of them. */
  valueWithSecure(): CadValues {
    return this.body?.valueWithSecure() ?? {};
  }

  /** Whether something in the shown contact was typed and is not saved. */
  get hasUnsavedEdits(): boolean {
    return this.body?.hasUnsavedEdits ?? false;
  }

  /**
   * Saves all edits of the shown contact, as its button does.
   * @returns Whether a save was sent: not while a field does not parse, nothing is edited, or one is under way.
   */
  save(): boolean {
    return this.body?.save() ?? false;
  }

  /** Restores the last saved values, as its button does. */
  revert(): void {
    this.body?.revert();
  }

  /** The form was reset. */
  formResetCallback(): void {
    if (this.hasUnsavedEdits) this.revert();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  /** What is shown without a contact: nothing is open, or nothing was told yet. */
  protected override renderNothing(): TemplateResult {
    const {value: isKnown} = this.#isKnown;
    if (isKnown === undefined) return html`<slot name="empty"></slot>`;
    const {locale, dir} = this.#language;
    const text = html`<p class="empty">${this.#language.t(isKnown ? 'noContact' : 'loading')}</p>`;
    return html`<section class="card" part="pane" lang=${locale} dir=${dir} aria-labelledby="title">
      <header class="head"><h2 id="title" class="grow cut">${this.#language.t('title')}</h2></header>
      ${isKnown ? html`<slot name="empty">${text}</slot>` : text}
    </section>`;
  }

  protected override needOf(state: DeskState): Need {
    if (this.interactionId !== undefined) return 'now';
    return needByPhase(state, {connecting: 'soon', offered: 'soon', active: 'now', 'wrap-up': 'now'});
  }
}
