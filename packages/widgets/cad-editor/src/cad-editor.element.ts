import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {CadVariable, DeskState, Interaction, InteractionId} from '@deskwire/domain';
import {
  announce,
  announcerFor,
  buttonStyles,
  ConnectionController,
  DeskwireElement,
  fieldStyles,
  focusStyles,
  InteractionController,
  isComposingKey,
  LanguageController,
  noteStyles,
  popoverStyles,
  readAmbient,
  stateStyles,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';

import {CadChangedEvent, CadSaveDoneEvent, type CadSaveDoneDetail} from './cad-editor.events.js';
import {cadWords} from './cad-editor.messages.js';
import {head, pane} from './cad-editor.template.js';
import {fieldsOf, saveable, selectOwnId, viewCad, type CadView, type FieldView} from './cad-editor.view.js';
import {CopyController} from './copy-controller.js';
import {revert, settle} from './drafts.js';
import {EditingLoader} from './editing-loader.js';
import {FieldActions} from './field-actions.js';
import {FormPart, valuesOf, type CadValues, type FormFault} from './form-part.js';
import type {Layout} from './layout.js';
import {LeaveController} from './leave-controller.js';
import {PickerController} from './picker-controller.js';
import {pickerTemplate} from './picker.template.js';
import {SaveController} from './save-controller.js';
import type {PaneScene} from './scene.js';
import {ShelfController} from './shelf-controller.js';
import {refusalText} from './words.js';

import {cadStyles} from './cad-editor.styles.js';
import {leaveStyles} from './leave.styles.js';

/** What of the desk, beside the contact itself, changes what the pane shows. */
const selectAround = ({viewer, capabilities, tenant, profile, presence}: DeskState): readonly unknown[] => [
  ...[viewer, capabilities, tenant, profile, presence.state],
];

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((part, index) => part === b[index]);

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
export class CadEditorElement extends DeskwireElement {
  /** So that a form finds it. */
  static formAssociated = true;
  static override styles = [
    surfaceStyles,
    buttonStyles,
    fieldStyles,
    focusStyles,
    noteStyles,
    popoverStyles,
    stateStyles,
    cadStyles,
    leaveStyles,
  ];

  /** The contact to show; unset, the pane follows the agent's newest active one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;
  /** For reading only. Edits that are there already stay, to be copied or discarded. */
  @property({type: Boolean, reflect: true}) readonly = false;
  /** What its entries in a form's data begin with: `name.variable`. Without a name there are none. */
  @property() name = '';

  readonly #internals = this.attachInternals();
  readonly #form = new FormPart(this.#internals);
  readonly #language = new LanguageController(this, cadWords);
  readonly #drafts = new ShelfController(this);
  readonly #own = new StreamController(this, selectOwnId);
  readonly #connection = new ConnectionController(this);
  readonly #editing = new EditingLoader(this, () => {
    this.#leave.answer('stay');
  });
  readonly #leave: LeaveController = new LeaveController(this, {
    drafts: this.#drafts,
    editing: this.#editing,
    language: this.#language,
    wanted: () => this.interactionId ?? this.#own.value,
    save: () => this.#save(),
    revert: () => {
      this.revert();
    },
    theme: () => this.#theme,
  });
  readonly #saves = new SaveController(this, this.#drafts, (detail) => {
    this.#finish(detail);
  });
  readonly #picker = new PickerController(this);
  readonly #copier = new CopyController(this, (isCopied, name) => {
    this.#tellCopied(isCopied, name);
  });
  readonly #layouts = new Map<InteractionId, Layout>();
  #acts: FieldActions | undefined;
  #view: CadView | undefined;
  #cad: {readonly id: InteractionId | undefined; readonly cad: readonly CadVariable[]} | undefined;
  #isDisabled = false;
  #focusOn: string | undefined;
  /** How many fields stood in the way of the last try to save. */
  #wrong = 0;
  #theme = '';

  constructor() {
    super();
    // They wake the pane: when what is allowed changes, and when the contact does.
    new StreamController(this, selectAround, isSame);
    new InteractionController(this, () => this.#leave.shown);
    this.addEventListener('keydown', this.#handleKey);
  }

  /** The saved values of the shown contact, canonical, by the names of their variables; without those of secure ones. */
  get value(): CadValues {
    return valuesOf(this.#variables);
  }

  /** The same with the values of secure variables: for a page that needs them, and answers for what becomes of them. */
  valueWithSecure(): CadValues {
    return valuesOf(this.#variables, true);
  }

  /** Whether something in the shown contact was typed and is not saved. */
  get hasUnsavedEdits(): boolean {
    const {shown} = this.#leave;
    return shown !== undefined && this.#drafts.edits(shown) > 0;
  }

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

  /**
   * Saves all edits of the shown contact, as its button does.
   * @returns Whether a save was sent: not while a field does not parse, nothing is edited, or one is under way.
   */
  save(): boolean {
    const id = this.#leave.shown;
    const wasSaving = id !== undefined && this.#saves.isSaving(id);
    this.#save();
    return id !== undefined && !wasSaving && this.#saves.isSaving(id);
  }

  /** Restores the last saved values, as its button does. */
  revert(): void {
    const {shown} = this.#leave;
    if (shown === undefined) return;
    this.#wrong = 0;
    this.#saves.dismiss(shown);
    this.#drafts.update(shown, revert);
    announce(this, this.#language.t('reverted'));
  }

  /** A fieldset around it is disabled, or is no longer. */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabled = isDisabled;
    this.requestUpdate();
  }

  /** The form was reset. */
  formResetCallback(): void {
    if (this.hasUnsavedEdits) this.revert();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
    this.#theme = readAmbient(this).theme;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#leave.follow();
    const {shown} = this.#leave;
    this.#drafts.shelf?.show(this.#drafts, this.isConnected ? shown : undefined);
    if (this.#acts?.interactionId !== shown) this.#begin(shown);
    if (shown === undefined) return;
    const {cad} = this.#interaction ?? {};
    if (cad) this.#drafts.update(shown, (session) => settle(session, cad, this.#acts?.active));
    const {drafts, conflicts} = this.#drafts.read(shown);
    if (drafts.size + conflicts.size > 0) void this.#editing.load();
  }

  // Not earlier: the controllers follow another contact just before this.
  protected override update(changed: PropertyValues): void {
    const before = this.#view;
    this.#view = this.#look();
    this.#editing.part?.tellNews(before, this.#view);
    if (this.#wrong > 0)
      this.#wrong = this.#view ? fieldsOf(this.#view).filter((one) => one.problem).length : 0;
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    const view = this.#view;
    if (!view) return this.#empty();
    return html`<section class="card" part="pane" lang=${locale} dir=${dir} aria-labelledby="title">
        ${pane(view, this.#scene(view))}
      </section>
      ${this.#pickerOf(view)} ${this.#leave.dialog(view, this.#saves, this.#failureOf(view))}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Not before the update is over: what loses the focus makes another one.
    if (this.#focusOn !== undefined) void this.updateComplete.then(() => this.#moveFocus());
    this.#tellForm();
    this.#tellChanges();
  }

  get #interaction(): Interaction | undefined {
    const {shown} = this.#leave;
    return shown === undefined ? undefined : this.#drafts.stream?.snapshot().interactions.get(shown);
  }

  get #variables(): readonly CadVariable[] {
    return this.#interaction?.cad ?? [];
  }

  #save(): 'wrong' | 'asked' {
    this.#checkAll();
    const view = this.#look();
    if (!view) return 'asked';
    const wrong = fieldsOf(view).filter(({problem}) => problem);
    this.#wrong = wrong.length;
    const [first] = wrong;
    if (first) {
      this.#focus(first.name);
      announce(this, this.#language.t('wrong', {count: wrong.length}), 'assertive');
      return 'wrong';
    }
    this.#saves.save(view.interactionId, this.#edits(view));
    return 'asked';
  }

  #begin(shown: InteractionId | undefined): void {
    this.#picker.hide();
    this.#wrong = 0;
    this.#acts =
      shown === undefined
        ? undefined
        : new FieldActions(shown, {
            picker: this.#picker,
            copier: this.#copier,
            variable: (name) => this.#variables.find((one) => one.name === name),
            update: (change) => {
              this.#drafts.update(shown, change);
            },
            save: () => void this.#save(),
            focus: (name) => {
              this.#focus(name);
            },
            // What is taken away while rendering loses the focus, too: not before that is over.
            changed: () =>
              void this.updateComplete.then(() => {
                this.requestUpdate();
              }),
          });
  }

  #look(): CadView | undefined {
    const {shown} = this.#leave;
    const stream = this.#drafts.stream;
    if (!stream || shown === undefined) return undefined;
    const view = viewCad(
      stream.snapshot(),
      {
        interactionId: shown,
        interaction: this.#interaction,
        session: this.#drafts.read(shown),
        isReadonly: this.readonly || this.#isDisabled,
        layout: this.#layouts.get(shown),
      },
      (ask) => stream.permit(ask),
    );
    if (view) this.#layouts.set(shown, view.layout);
    return view;
  }

  #empty(): TemplateResult {
    const stream = this.#drafts.stream;
    const {locale, dir} = this.#language;
    if (!stream) return html`<slot name="empty"></slot>`;
    const isLoading = stream.snapshot().viewer === undefined;
    const text = this.#language.t(isLoading ? 'loading' : 'noContact');
    return html`<section
      class="card"
      part="pane"
      lang=${locale}
      dir=${dir}
      aria-labelledby="title"
      aria-busy=${isLoading ? 'true' : nothing}
    >
      ${head(this.#language)}
      ${isLoading ? html`<p class="empty">${text}</p>` : html`<slot name="empty"><p class="empty">${text}</p></slot>`}
    </section>`;
  }

  #edits(view: CadView): ReturnType<typeof saveable> {
    return saveable(view, this.#drafts.read(view.interactionId), this.#interaction);
  }

  #scene(view: CadView): PaneScene {
    const id = view.interactionId;
    const acts = this.#acts;
    if (!acts) throw new Error('a contact is shown without its actions');
    const {names} = view.layout;
    return {
      language: this.#language,
      acts,
      editing: this.#editing.part,
      revealed: acts.revealed,
      copied: this.#copier.copied,
      copyFailed: this.#copier.failed,
      picking: this.#picker.picking?.name,
      pickerFailed: this.#picker.failed,
      index: ({name}) => names.indexOf(name),
      session: this.#drafts.read(id),
      leaving: this.#leave.leaving,
      connection: this.#connection.value,
      isSaving: this.#saves.isSaving(id),
      failure: this.#leave.isAsking ? undefined : this.#failureOf(view),
      wrong: this.#wrong,
      save: () => void this.#save(),
      revert: () => {
        this.revert();
      },
      retry: () => {
        this.#saves.retry(id, this.#edits(view));
      },
      dismissFailure: () => {
        this.#saves.dismiss(id);
      },
      askAgain: () => {
        void this.#leave.ask(true);
      },
    };
  }

  /** A refusal about one variable names it. */
  #failureOf({interactionId}: CadView): string | undefined {
    const refusal = this.#saves.failure(interactionId);
    if (!refusal) return undefined;
    const reason = refusalText(this.#language.locale, refusal);
    const variable = this.#variables.find(({name}) => name === refusal.params?.['name']);
    return variable
      ? this.#language.t('refused', {field: this.#language.label(variable.label), reason})
      : reason;
  }

  #pickerOf(view: CadView): TemplateResult {
    const {picking} = this.#picker;
    const field = picking && fieldsOf(view).find(({name}) => name === picking.name);
    return pickerTemplate(field, this.#language, {
      pick: (text, isDone) => {
        if (field) this.#acts?.choose(field, text);
        if (isDone) this.#picker.close();
      },
      close: () => {
        this.#picker.close();
      },
    });
  }

  #checkAll(): void {
    const view = this.#view;
    if (view) for (const field of fieldsOf(view)) this.#acts?.check(field);
  }

  #focus(name: string): void {
    this.#focusOn = name;
    this.requestUpdate();
  }

  #moveFocus(): void {
    const name = this.#focusOn;
    this.#focusOn = undefined;
    const index = name === undefined ? -1 : (this.#view?.layout.names.indexOf(name) ?? -1);
    if (index < 0) return;
    const control =
      this.renderRoot.querySelector<HTMLElement>(`#field${index}`) ??
      this.renderRoot.querySelector<HTMLElement>(`[aria-labelledby="label${index}"] .reveal`);
    control?.focus();
  }

  #tellCopied(isCopied: boolean, name: string): void {
    const label = this.#variables.find((one) => one.name === name)?.label ?? '';
    const field = this.#language.label(label);
    announce(this, this.#language.t(isCopied ? 'copied' : 'copyFailed', {field}));
  }

  #finish(detail: CadSaveDoneDetail): void {
    if (detail.saved.length > 0) announce(this, this.#language.t('saved'));
    this.dispatchEvent(new CadSaveDoneEvent(detail));
  }

  #tellForm(): void {
    const bad = this.#view && fieldsOf(this.#view).find(({problem}) => problem);
    this.#form.tell(this.name, this.value, bad && this.#faultOf(bad));
  }

  #faultOf(field: FieldView): FormFault {
    const index = this.#view?.layout.names.indexOf(field.name) ?? -1;
    const anchor = this.renderRoot.querySelector<HTMLElement>(`#field${index}`) ?? undefined;
    return {text: this.#editing.part?.faultText(field) ?? this.#language.label(field.label), anchor};
  }

  #tellChanges(): void {
    const id = this.#leave.shown;
    const before = this.#cad;
    const cad = this.#variables;
    if (before && before.id === id && before.cad === cad) return;
    this.#cad = {id, cad};
    if (!before || before.id !== id || id === undefined) return;
    const valueIn = (list: readonly CadVariable[], name: string) =>
      list.find((one) => one.name === name)?.value;
    const names = [...new Set([...before.cad, ...cad].map(({name}) => name))].filter(
      (name) => valueIn(before.cad, name) !== valueIn(cad, name),
    );
    if (names.length > 0) this.dispatchEvent(new CadChangedEvent({interactionId: id, names}));
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const isSave = event.code === 'KeyS' || event.key.toLowerCase() === 's';
    const isCommand = event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
    if (!isSave || !isCommand || event.defaultPrevented || isComposingKey(event) || !this.hasUnsavedEdits)
      return;
    event.preventDefault();
    event.stopPropagation();
    this.#save();
  };
}
