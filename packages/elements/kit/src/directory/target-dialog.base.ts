import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {
  engagementOf,
  selectAgentId,
  type DeskState,
  type Interaction,
  type InteractionId,
  type Refusal,
} from '@deskwire/domain';

import {CommandController} from '../controllers/checked-command-controller.js';
import type {Act} from '../controllers/command-controller.js';
import {DialogController} from '../controllers/dialog-controller.js';
import {InteractionController} from '../controllers/interaction-controller.js';
import {LanguageController} from '../controllers/language-controller.js';
import {RulesController} from '../controllers/rules-controller.js';
import {StreamController} from '../controllers/stream-controller.js';
import {defineElement} from '../define-element.js';
import {DeskwireElement} from '../element.js';
import {lazily} from '../late/lazily.js';
import type {DoneEvent} from '../events.js';
import {defineButton} from '../primitives/register.js';
import {buttonStyles} from '../styles/button.styles.js';
import {dialogStyles} from '../styles/dialog.styles.js';
import {focusStyles} from '../styles/focus.styles.js';
import {noteStyles} from '../styles/note.styles.js';
import {spinnerStyles} from '../styles/spinner.styles.js';
import {stateStyles} from '../styles/state.styles.js';
import {surfaceStyles} from '../styles/surface.styles.js';

import type {DirectoryChange, DirectoryPickerElement} from './picker.element.js';
import type {DirectoryChoice, TargetCommand} from './picker.view.js';
import {targetDialogWords} from './target-dialog.messages.js';
import {
  targetDialogShell,
  type TargetDialogBody,
  type TargetDialogScene,
  type TargetDialogTexts,
} from './target-dialog.shell.js';
import {viewTargetDialog, type TargetDialogView} from './target-dialog.view.js';

import {targetDialogStyles} from './target-dialog.styles.js';

/** A contact that is handled may be passed on: what is needed for that is loaded then. */
const selectIsHandling = (state: DeskState): boolean => {
  const own = selectAgentId(state);
  return [...state.interactions.values()].some((contact) => engagementOf(contact, own)?.phase === 'active');
};

type BodyModule = typeof import('./target-dialog.body.js');

/** Loads what is in the dialogs: the picker, and all that it is made of. */
export const loadTargetDialog = lazily(() => import('./target-dialog.body.js'));

const isNumberRefusal = ({code}: Refusal): boolean => code.startsWith('DW_NUMBER_');
const isTargetRefusal = ({code}: Refusal): boolean => code.startsWith('DW_TARGET_');

/**
 * What the dialogs share that send a contact, or a question about it, somewhere: a picker, the consequence beside the
 * button, the command, and what becomes of it. A widget says in which words, and which command. It opens when a contact is
 * set, and closes by itself when the fact is there or the contact is gone. It is not modal: what rings meanwhile can be
 * answered.
 */
export abstract class TargetDialogBase extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    dialogStyles,
    focusStyles,
    noteStyles,
    spinnerStyles,
    stateStyles,
    targetDialogStyles,
  ];

  /** The contact that it is about. While one is set, the dialog is open. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  @state() private body: BodyModule | 'loading' | 'failed' = 'loading';
  @state() private shown: DirectoryChange = {list: undefined, choice: undefined, isLoading: false};

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('dw-directory-picker') private readonly picker!: DirectoryPickerElement | null;
  @query('.refresh') private readonly refreshButton!: HTMLElement | null;
  @query('.close') private readonly closeButton!: HTMLElement | null;
  @query('.commit') private readonly commitButton!: HTMLElement | null;

  readonly #language = new LanguageController(this, targetDialogWords);
  readonly #commands = new CommandController(this);
  readonly #isHandling = new StreamController(this, selectIsHandling);
  readonly #contact = new InteractionController(this, () => this.interactionId);
  readonly #surface = new DialogController(this, {
    dialog: () => this.dialog,
    focus: () => this.picker ?? this.closeButton,
    ends: () => [this.refreshButton ?? this.closeButton, this.commitButton ?? this.closeButton],
    dismiss: () => {
      this.#dismiss();
    },
  });
  #sent: DirectoryChoice | undefined;
  #heeded: Refusal | undefined;
  #isLoading = false;

  constructor() {
    super();
    // Wakes the dialog when what is allowed changes without the contact changing.
    new RulesController(this);
  }

  /** The command that the chosen target is for. */
  protected abstract readonly command: TargetCommand;
  /** Lists only agents who can take the contact at once. */
  protected readonly availableOnly: boolean = false;

  /** Loads what is in the dialog; undefined where it cannot be had just now. */
  protected readonly loadBody: () => Promise<BodyModule | undefined> = loadTargetDialog;

  /** The words, for the contact and for what is shown and chosen now. */
  protected abstract texts(interaction: Interaction, shown: DirectoryChange): TargetDialogTexts;
  /** What is sent for a choice. */
  protected abstract act(interactionId: InteractionId, choice: DirectoryChoice): Act;
  /** Tells the page that the dialog was closed. */
  protected abstract closedEvent(interactionId: InteractionId): DoneEvent<unknown>;

  /** Opens the dialog for a contact; the focus goes to its search. */
  open(interactionId: InteractionId): void {
    this.interactionId = interactionId;
  }

  /** Closes the dialog; the focus goes back where it was. What is under way goes on. */
  close(): void {
    const {interactionId} = this;
    if (interactionId === undefined) return;
    this.#commands.dismiss(interactionId);
    this.#surface.hide();
    this.interactionId = undefined;
    this.shown = {list: undefined, choice: undefined, isLoading: false};
    this.dispatchEvent(this.closedEvent(interactionId));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const wasAsked = changed.has('interactionId') && this.interactionId !== undefined;
    if (wasAsked || (this.body === 'loading' && this.#isHandling.value === true)) void this.#load();
    if (!changed.has('interactionId')) return;
    this.#sent = undefined;
    if (this.interactionId === undefined) this.#surface.hide();
    else this.#surface.show();
  }

  protected override render(): TemplateResult {
    const {value} = this.#contact;
    const view = this.#view();
    if (!value || view.kind !== 'open') return html`${nothing}`;
    const scene = this.#scene(value, view.refusal);
    return targetDialogShell(
      {...scene, title: scene.texts.title},
      this.#bodyOf(scene),
      () => void this.#load(),
    );
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    void this.updateComplete.then(() => {
      if (this.#view().kind === 'over') this.close();
      this.#heed();
    });
  }

  #bodyOf(scene: TargetDialogScene): TargetDialogBody {
    return typeof this.body === 'string' ? this.body : this.body.targetDialogBody(scene);
  }

  /** The focus goes to the search once that is there, unless the agent has gone elsewhere meanwhile. */
  async #load(): Promise<void> {
    if (typeof this.body !== 'string' || this.#isLoading) return;
    this.#isLoading = true;
    this.body = 'loading';
    const loaded = await this.loadBody();
    loaded?.defineDirectoryPicker();
    this.body = loaded ?? 'failed';
    this.#isLoading = false;
    await this.updateComplete;
    if (this.#surface.hasFocus) void this.#surface.focus();
  }

  #view(): TargetDialogView {
    const {stream, value} = this.#contact;
    const {interactionId, command} = this;
    if (!stream || interactionId === undefined) return {kind: 'unknown'};
    return viewTargetDialog(stream.snapshot(), value, stream.permit({type: command, interactionId}));
  }

  #scene(interaction: Interaction, obstacle: Refusal | undefined): TargetDialogScene {
    const {id: interactionId} = interaction;
    const {pending: isPending, refusal} = this.#commands.state(interactionId);
    const failure =
      refusal && !isNumberRefusal(refusal) ? {refusal, name: this.#sent?.name ?? ''} : undefined;
    return {
      ...{interactionId, isPending, obstacle, failure, command: this.command},
      language: this.#language,
      texts: this.texts(interaction, this.shown),
      availableOnly: this.availableOnly,
      isLoading: this.shown.isLoading,
      changed: this.#handleChange,
      refresh: () => void this.picker?.refresh(),
      commit: () => {
        this.#commit(interactionId);
      },
      close: () => {
        this.#dismiss();
      },
      retry: () => {
        this.#commands.retry(interactionId);
      },
      dismiss: () => {
        this.#commands.dismiss(interactionId);
        this.picker?.focus();
      },
    };
  }

  #commit(interactionId: InteractionId): void {
    const choice = this.picker?.require();
    if (!choice || this.#commands.isPending(interactionId)) return;
    this.#sent = choice;
    const act = this.act(interactionId, choice);
    this.#commands.run(interactionId, {
      ...act,
      done: (fact) => {
        this.close();
        return act.done?.(fact) ?? this.closedEvent(interactionId);
      },
    });
  }

  /** What is under way cannot be taken back, and its refusal must find the dialog. */
  #dismiss(): void {
    if (this.interactionId !== undefined && !this.#commands.isPending(this.interactionId)) this.close();
  }

  /**
   * Draws what follows from a refusal: a number is refused at its field; a target that is not what the list said is let go,
   * and the list fetched anew.
   */
  #heed(): void {
    const {interactionId = '', picker} = this;
    const refusal = this.#commands.refusal(interactionId);
    if (!refusal || !picker || refusal === this.#heeded) return;
    this.#heeded = refusal;
    if (isNumberRefusal(refusal)) {
      this.#commands.dismiss(interactionId);
      picker.refuse(refusal);
    } else if (isTargetRefusal(refusal)) {
      picker.unchoose();
      void picker.refresh();
    }
  }

  /** Whoever chooses anew has seen what became of the last try. */
  readonly #handleChange = ({detail}: CustomEvent<DirectoryChange>): void => {
    this.shown = detail;
    const {interactionId} = this;
    const isOther = JSON.stringify(detail.choice) !== JSON.stringify(this.#sent);
    if (interactionId !== undefined && detail.choice && isOther) this.#commands.dismiss(interactionId);
  };
}

/** Registers a dialog, and what it is made of before its content is loaded. */
export const defineTargetDialog = (
  tag: string,
  dialog: CustomElementConstructor,
  version: string,
): boolean => {
  defineButton();
  return defineElement(tag, dialog, version);
};
