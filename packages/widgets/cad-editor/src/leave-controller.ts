import {nothing, type ReactiveController} from 'lit';
import type {InteractionId} from '@deskwire/domain';
import {lazily, type ControllerHost, type Direction, type Locale} from '@deskwire/kit';

import {CadLeaveDoneEvent, CadLeaveRequestEvent} from './cad-editor.events.js';
import type {CadView} from './cad-editor.view.js';
import type {EditingLoader} from './editing-loader.js';
import {follow, type Leaving, type Place} from './leaving.js';
import type {SaveController} from './save-controller.js';
import type {ShelfController} from './shelf-controller.js';

/** What the controller needs of the pane. */
export interface LeaveParts {
  readonly drafts: ShelfController;
  readonly editing: EditingLoader;
  readonly language: {readonly locale: Locale; readonly dir: Direction};
  /** The contact that should be shown. */
  wanted(): InteractionId | undefined;
  /** @returns Whether a field stands in the way: it has the focus then. */
  save(): 'wrong' | 'asked';
  revert(): void;
  /** The page's theme where the pane stands. */
  theme(): string;
}

const askAfterRemoval = lazily(() => import('./leave-guard.js'));

const deepActive = (root: DocumentOrShadowRoot): Element | null => {
  const {activeElement} = root;
  return activeElement?.shadowRoot ? (deepActive(activeElement.shadowRoot) ?? activeElement) : activeElement;
};

const isTextBox = (element: Element | null): boolean =>
  element?.matches('input, textarea, select, [contenteditable]') ?? false;

/**
 * Which contact the pane shows, and the question before unsaved edits are left (CAD-8): where another contact is to be
 * shown, the pane asks and stays until it is answered; where it is taken out of the page, a dialog of its own asks.
 */
export class LeaveController implements ReactiveController {
  #place: Place = {shown: undefined};

  constructor(
    private readonly host: ControllerHost,
    private readonly parts: LeaveParts,
  ) {
    host.addController(this);
  }

  /** The contact in the pane. */
  get shown(): InteractionId | undefined {
    return this.#place.shown;
  }

  get leaving(): Leaving | undefined {
    return this.#place.leaving;
  }

  get isAsking(): boolean {
    return this.parts.editing.part?.isAsking ?? false;
  }

  /** Before each render: goes on where nothing holds the pane any more. */
  follow(): void {
    if (!this.parts.drafts.stream) this.#place = {shown: undefined};
    else this.#place = follow(this.#place, this.parts.wanted(), (id) => this.#isHeld(id));
    if (!this.#place.leaving) this.parts.editing.part?.hide();
  }

  /** After each render: a contact that is about to be left is asked about once. */
  hostUpdated(): void {
    if (!this.#place.leaving) return;
    void this.host.updateComplete.then(() => {
      if (this.#place.leaving?.phase === 'new') void this.ask(false);
      else if (this.#isOver) this.#setPhase('staying');
    });
  }

  /** @param isWish Somebody pressed for it: the focus goes into the dialog. */
  async ask(isWish: boolean): Promise<void> {
    const {shown, leaving} = this.#place;
    if (shown === undefined || !leaving) return;
    const edits = this.parts.drafts.edits(shown);
    const detail = {interactionId: shown, to: leaving.to, reason: 'selection', edits} as const;
    const isOurs = isWish || this.host.dispatchEvent(new CadLeaveRequestEvent(detail));
    this.#setPhase(isOurs ? 'asking' : 'staying');
    if (!isOurs) return;
    const takesFocus = isWish || this.#mayTakeFocus;
    const editing = await this.parts.editing.load();
    if (this.#place.leaving?.phase !== 'asking') return;
    // Where the dialog cannot be had, the pane stays and says so.
    if (editing) editing.ask(takesFocus);
    else this.#setPhase('staying');
  }

  /** The question, while it is asked. */
  dialog(view: CadView, saves: SaveController, failure: string | undefined): unknown {
    const {part} = this.parts.editing;
    if (!part || this.#place.leaving?.phase !== 'asking') return nothing;
    const {interactionId, customer, edits, stuck} = view;
    return part.question({
      ...{customer, edits, stuck, failure},
      canSave: edits > 0,
      isSaving: saves.isSaving(interactionId),
      answer: (answer) => {
        this.answer(answer);
      },
    });
  }

  hostDisconnected(): void {
    const {shown} = this.#place;
    const {drafts} = this.parts;
    const {stream} = drafts;
    this.parts.editing.part?.hide();
    this.#place = {shown};
    const edits = shown === undefined ? 0 : drafts.edits(shown);
    if (!stream || shown === undefined || edits === 0) return;
    const {locale, dir} = this.parts.language;
    const theme = this.parts.theme();
    const {ownerDocument} = this.host;
    // Later: an element that is moved is gone for less than a moment.
    setTimeout(() => {
      if (this.host.isConnected) return;
      const detail = {interactionId: shown, to: undefined, reason: 'removal', edits} as const;
      if (!this.host.dispatchEvent(new CadLeaveRequestEvent(detail))) return;
      void askAfterRemoval().then((loaded) => {
        loaded?.guardEdits({stream, interactionId: shown, locale, dir, theme, ownerDocument});
      });
    });
  }

  /** What was lost to others while the pane was being left by saving is read before it goes. */
  #isHeld(id: InteractionId): boolean {
    const {drafts} = this.parts;
    return drafts.edits(id) > 0 || (this.#place.leaving !== undefined && drafts.read(id).conflicts.size > 0);
  }

  /** Asked, and nothing is left to ask: only messages hold the pane. */
  get #isOver(): boolean {
    const {shown, leaving} = this.#place;
    return leaving?.phase === 'asking' && shown !== undefined && this.parts.drafts.edits(shown) === 0;
  }

  /** Where a person asked for the other contact just now, and is not typing elsewhere. */
  get #mayTakeFocus(): boolean {
    const {ownerDocument} = this.host;
    const active = deepActive(ownerDocument);
    const isInside = this.host.shadowRoot?.activeElement != null;
    const {userActivation} = ownerDocument.defaultView?.navigator ?? {};
    return (userActivation?.isActive ?? true) && (isInside || !isTextBox(active));
  }

  #setPhase(phase: Leaving['phase']): void {
    const {shown, leaving} = this.#place;
    if (!leaving) return;
    this.#place = {shown, leaving: {...leaving, phase}};
    if (phase !== 'asking') this.parts.editing.part?.hide();
    this.host.requestUpdate();
  }

  /** What the agent decided. */
  answer(answer: 'stay' | 'discard' | 'save'): void {
    const {shown, leaving} = this.#place;
    if (shown === undefined || !leaving) return;
    if (answer === 'discard') this.parts.revert();
    if (answer === 'stay' || (answer === 'save' && this.parts.save() === 'wrong')) this.#setPhase('staying');
    this.host.dispatchEvent(new CadLeaveDoneEvent({interactionId: shown, to: leaving.to, answer}));
  }
}
