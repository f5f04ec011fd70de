import {html, nothing, type TemplateResult} from 'lit';
import type {CadVariable, Interaction, InteractionId} from '@deskwire/domain';
import {
  announce,
  buttonStyles,
  ConnectionController,
  defineButton,
  fieldStyles,
  focusStyles,
  InteractionController,
  isComposingKey,
  LanguageController,
  LateBody,
  RulesController,
  stateStyles,
  StreamController,
} from '@deskwire/kit';

import type {CadEditorElement} from './cad-editor.element.js';
import {CadChangedEvent, CadSaveDoneEvent} from './cad-editor.events.js';
import {cadWords} from './cad-editor.messages.js';
import {pane} from './cad-editor.template.js';
import {fieldsOf, saveable, selectOwnId, viewCad, type CadView, type FieldView} from './cad-editor.view.js';
import {Changes} from './changes.js';
import {CopyController} from './copy-controller.js';
import {revert, settle} from './drafts.js';
import {EditingLoader} from './editing-loader.js';
import {FieldActions} from './field-actions.js';
import {valuesOf, type CadValues, type FormFault} from './form-part.js';
import type {Layout} from './layout.js';
import {PickerLoader} from './picker-loader.js';
import {PlaceController} from './place-controller.js';
import type {PaneScene} from './scene.js';
import {ShelfController} from './shelf-controller.js';
import {WholeSelection} from './whole-selection.js';

import {cadStyles} from './cad-editor.styles.js';

/** In the order in which they come after the element's own. */
export const styles = [buttonStyles, fieldStyles, focusStyles, stateStyles, cadStyles];

/** Registers what the pane is made of, and makes the inside of one. */
export const open = (host: CadEditorElement): CadEditorBody => {
  defineButton();
  return new CadEditorBody(host);
};

/** The inside of the pane: the fields of the shown contact, what is typed in them, and what becomes of it. */
export class CadEditorBody extends LateBody<CadEditorElement> {
  readonly #language = new LanguageController(this.host, cadWords);
  readonly #drafts = new ShelfController(this.host);
  readonly #own = new StreamController(this.host, selectOwnId);
  readonly #connection = new ConnectionController(this.host);
  readonly #place = new PlaceController(this.host, {
    drafts: this.#drafts,
    wanted: () => this.host.interactionId ?? this.#own.value,
    ask: () => void this.#ask(false),
  });
  readonly #editing = new EditingLoader(this.host, {
    drafts: this.#drafts,
    place: this.#place,
    variables: () => this.#variables,
    save: () => this.#save(),
    revert: () => {
      this.revert();
    },
    done: (detail) => this.host.dispatchEvent(new CadSaveDoneEvent(detail)),
  });
  readonly #picker = new PickerLoader(this.host);
  readonly #copier = new CopyController(this.host, (isCopied, name) => {
    this.#tellCopied(isCopied, name);
  });
  readonly #changes = new Changes();
  readonly #layouts = new Map<InteractionId, Layout>();
  #acts: FieldActions | undefined;
  #view: CadView | undefined;
  #focusOn: string | undefined;
  /** How many fields stood in the way of the last try to save. */
  #wrong = 0;

  constructor(host: CadEditorElement) {
    super(host);
    // They wake the pane: when what is allowed changes, and when the contact does.
    new RulesController(host);
    new InteractionController(host, () => this.#place.shown);
    host.addController({hostDisconnected: () => this.#acts?.leave()});
    new WholeSelection(host);
    host.addEventListener('keydown', this.#handleKey);
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
    const {shown} = this.#place;
    return shown !== undefined && this.#drafts.edits(shown) > 0;
  }

  /**
   * Saves all edits of the shown contact, as its button does.
   * @returns Whether a save was sent: not while a field does not parse, nothing is edited, or one is under way.
   */
  save(): boolean {
    const {part} = this.#editing;
    const {shown} = this.#place;
    const wasSaving = shown !== undefined && part?.isSaving(shown) === true;
    this.#save();
    return shown !== undefined && !wasSaving && part?.isSaving(shown) === true;
  }

  /** Restores the last saved values, as its button does. */
  revert(): void {
    const {shown} = this.#place;
    if (shown === undefined) return;
    this.#wrong = 0;
    this.#editing.part?.dismiss(shown);
    this.#drafts.update(shown, revert);
    announce(this.host, this.#language.t('reverted'));
  }

  override follow(): void {
    this.#place.follow();
    const {shown} = this.#place;
    this.#drafts.shelf?.show(this.#drafts, this.host.isConnected ? shown : undefined);
    if (this.#acts?.interactionId !== shown) this.#begin(shown);
    if (shown === undefined) return;
    const {cad} = this.#interaction ?? {};
    if (cad) this.#drafts.update(shown, (session) => settle(session, cad, this.#acts?.active));
    const {drafts, conflicts} = this.#drafts.read(shown);
    if (drafts.size + conflicts.size > 0) void this.#editing.load();
  }

  override look(): void {
    const before = this.#view;
    this.#view = this.#look();
    this.#editing.part?.tellNews(before, this.#view);
    if (this.#wrong > 0) this.#wrong = this.#wrongIn(this.#view).length;
  }

  override render(): TemplateResult | undefined {
    const {locale, dir} = this.#language;
    const view = this.#view;
    if (!view) return undefined;
    return html`<section class="card" part="pane" lang=${locale} dir=${dir} aria-labelledby="title">
        ${pane(view, this.#scene(view))}
      </section>
      ${this.#above(view)}`;
  }

  override shown(): void {
    // Not before the update is over: what loses the focus makes another one.
    if (this.#focusOn !== undefined) void this.host.updateComplete.then(() => this.#moveFocus());
    const [bad] = this.#wrongIn(this.#view);
    this.host.tellForm(bad && this.#faultOf(bad));
    const changes = this.#changes.look(this.#place.shown, this.#variables);
    if (changes) this.host.dispatchEvent(new CadChangedEvent(changes));
  }

  get #interaction(): Interaction | undefined {
    const {shown} = this.#place;
    return shown === undefined ? undefined : this.#drafts.stream?.snapshot().interactions.get(shown);
  }

  get #variables(): readonly CadVariable[] {
    return this.#interaction?.cad ?? [];
  }

  #wrongIn(view: CadView | undefined): readonly FieldView[] {
    return view ? fieldsOf(view).filter(({problem}) => problem) : [];
  }

  #save(): 'wrong' | 'asked' {
    if (this.#view) for (const field of fieldsOf(this.#view)) this.#acts?.check(field);
    const view = this.#look();
    const wrong = this.#wrongIn(view);
    this.#wrong = wrong.length;
    const [first] = wrong;
    if (first) {
      this.#focus(first.name);
      announce(this.host, this.#language.t('wrong', {count: wrong.length}), 'assertive');
      return 'wrong';
    }
    if (view) this.#send(view);
    return 'asked';
  }

  /** What saves is there since something was typed; where it could not be had, it is tried again. */
  #send(view: CadView): void {
    const id = view.interactionId;
    const edits = saveable(view, this.#drafts.read(id), this.#interaction);
    const {part} = this.#editing;
    if (part) part.save(id, edits);
    else void this.#editing.load().then((loaded) => loaded?.save(id, edits));
  }

  /** Where the dialog cannot be had, the pane stays and says so. */
  async #ask(isWish: boolean): Promise<void> {
    const editing = await this.#editing.load();
    if (editing) editing.leave.ask(isWish);
    else this.#place.setPhase('staying');
  }

  /** Everything in the fields begins anew with another contact. */
  #begin(shown: InteractionId | undefined): void {
    this.#picker.part?.hide();
    this.#wrong = 0;
    this.#acts = undefined;
    if (shown === undefined) return;
    this.#acts = new FieldActions(shown, {
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
        void this.host.updateComplete.then(() => {
          this.host.requestUpdate();
        }),
    });
  }

  #look(): CadView | undefined {
    const {shown} = this.#place;
    const {stream} = this.#drafts;
    if (!stream || shown === undefined) return undefined;
    const input = {
      interactionId: shown,
      interaction: this.#interaction,
      session: this.#drafts.read(shown),
      isReadonly: this.host.readonly || this.host.isDisabled,
      layout: this.#layouts.get(shown),
    };
    const view = viewCad(stream.snapshot(), input, (ask) => stream.permit(ask));
    if (view) this.#layouts.set(shown, view.layout);
    return view;
  }

  #scene(view: CadView): PaneScene {
    const id = view.interactionId;
    const acts = this.#acts;
    if (!acts) throw new Error('a contact is shown without its actions');
    const {part, failed} = this.#editing;
    return {
      language: this.#language,
      acts,
      editing: part,
      revealed: acts.revealed,
      copied: this.#copier.copied,
      copyFailed: this.#copier.failed,
      picking: this.#picker.part?.name,
      pickerFailed: this.#picker.failed,
      index: ({name}) => view.layout.names.indexOf(name),
      session: this.#drafts.read(id),
      leaving: this.#place.leaving,
      connection: this.#connection.value,
      isSaving: part?.isSaving(id) ?? false,
      isLoadFailed: failed,
      wrong: this.#wrong,
      save: () => void this.#save(),
      revert: () => {
        this.revert();
      },
      askAgain: () => void this.#ask(true),
    };
  }

  /** What stands above the pane: the calendar, and the question before edits are left. */
  #above(view: CadView): TemplateResult {
    const calendar = this.#picker.part?.surface(fieldsOf(view), this.#language, (field, value) => {
      this.#acts?.choose(field, value);
    });
    return html`${calendar ?? nothing}${this.#editing.part?.dialog(view) ?? nothing}`;
  }

  #focus(name: string): void {
    this.#focusOn = name;
    this.host.requestUpdate();
  }

  #moveFocus(): void {
    const name = this.#focusOn;
    this.#focusOn = undefined;
    if (name === undefined) return;
    const index = this.#view?.layout.names.indexOf(name) ?? -1;
    const toggle = `[aria-labelledby="label${index}"] .reveal`;
    (this.#control(name) ?? this.host.renderRoot.querySelector<HTMLElement>(toggle))?.focus();
  }

  #control(name: string): HTMLElement | undefined {
    const index = this.#view?.layout.names.indexOf(name) ?? -1;
    return this.host.renderRoot.querySelector<HTMLElement>(`#field${index}`) ?? undefined;
  }

  #faultOf(field: FieldView): FormFault {
    const text = this.#editing.part?.faultText(field) ?? this.#language.label(field.label);
    return {text, anchor: this.#control(field.name)};
  }

  #tellCopied(isCopied: boolean, name: string): void {
    const label = this.#variables.find((one) => one.name === name)?.label ?? '';
    announce(
      this.host,
      this.#language.t(isCopied ? 'copied' : 'copyFailed', {field: this.#language.label(label)}),
    );
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
