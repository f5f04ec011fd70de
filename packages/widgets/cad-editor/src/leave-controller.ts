import {nothing, type ReactiveController} from 'lit';
import {
  announce,
  DialogController,
  LanguageController,
  lazily,
  readAmbient,
  type ControllerHost,
} from '@deskwire/kit';

import {CadLeaveDoneEvent, CadLeaveRequestEvent} from './cad-editor.events.js';
import type {CadView} from './cad-editor.view.js';
import {editWords} from './edit.messages.js';
import {leaveDialog} from './leave.template.js';
import type {PlaceController} from './place-controller.js';
import type {SaveController} from './save-controller.js';
import type {ShelfController} from './shelf-controller.js';

/** What the controller needs of the pane. */
export interface LeaveParts {
  readonly drafts: ShelfController;
  readonly place: PlaceController;
  /** @returns Whether a field stands in the way: it has the focus then. */
  save(): 'wrong' | 'asked';
  revert(): void;
}

const loadGuard = lazily(() => import('./leave-guard.js'));

const deepActive = (root: DocumentOrShadowRoot): Element | null => {
  const {activeElement} = root;
  return activeElement?.shadowRoot ? (deepActive(activeElement.shadowRoot) ?? activeElement) : activeElement;
};

const isTextBox = (element: Element | null): boolean =>
  element?.matches('input, textarea, select, [contenteditable]') ?? false;

/**
 * The question before unsaved edits are left (CAD-8): where another contact is to be shown, a dialog of the pane asks, and
 * the pane stays until it is answered; where the pane is taken out of the page, a dialog of its own asks.
 */
export class LeaveController implements ReactiveController {
  readonly #language: LanguageController<typeof editWords.en>;
  readonly #surface: DialogController;
  #takesFocus = false;
  #theme = '';

  constructor(
    private readonly host: ControllerHost,
    private readonly parts: LeaveParts,
  ) {
    this.#language = new LanguageController(host, editWords);
    this.#surface = new DialogController(host, {
      dialog: () => this.#find('.leave'),
      focus: () => (this.#takesFocus ? this.#find('.leave .stay') : null),
      ends: () => [this.#find('.leave .stay'), this.#find('.leave dw-button:last-of-type')],
      dismiss: () => {
        this.#answer('stay');
      },
    });
    host.addController(this);
  }

  get isAsking(): boolean {
    return this.#surface.isOpen;
  }

  /** @param isWish Somebody pressed for it: the focus goes into the dialog, and the page was told before. */
  ask(isWish: boolean): void {
    const {shown, leaving} = this.parts.place;
    if (shown === undefined || !leaving) return;
    const edits = this.parts.drafts.edits(shown);
    const detail = {interactionId: shown, to: leaving.to, reason: 'selection', edits} as const;
    const isOurs = isWish || this.host.dispatchEvent(new CadLeaveRequestEvent(detail));
    this.parts.place.setPhase(isOurs ? 'asking' : 'staying');
    if (!isOurs) return;
    this.#takesFocus = isWish || this.#mayTakeFocus;
    this.#surface.show();
    if (!this.#takesFocus) announce(this.host, this.#language.t('leaveTitle'), 'assertive');
  }

  /** The dialog, while it asks. */
  dialog(view: CadView, saves: SaveController, failure: string | undefined): unknown {
    if (this.parts.place.leaving?.phase !== 'asking') return nothing;
    const {interactionId, customer, edits, stuck} = view;
    return leaveDialog({
      ...{customer, edits, stuck, failure},
      language: this.#language,
      canStay: true,
      canSave: edits > 0,
      isSaving: saves.isSaving(interactionId),
      answer: (answer) => {
        this.#answer(answer);
      },
    });
  }

  hostConnected(): void {
    this.#theme = readAmbient(this.host).theme;
  }

  hostUpdate(): void {
    if (this.parts.place.leaving?.phase !== 'asking') this.#surface.hide();
  }

  hostDisconnected(): void {
    this.#surface.hide();
    const {drafts, place} = this.parts;
    const {stream} = drafts;
    const {shown} = place;
    const edits = shown === undefined ? 0 : drafts.edits(shown);
    if (!stream || shown === undefined || edits === 0) return;
    const {locale, dir} = this.#language;
    const {ownerDocument} = this.host;
    // Later: an element that is moved is gone for less than a moment.
    setTimeout(() => {
      if (this.host.isConnected) return;
      const detail = {interactionId: shown, to: undefined, reason: 'removal', edits} as const;
      if (!this.host.dispatchEvent(new CadLeaveRequestEvent(detail))) return;
      void loadGuard().then((loaded) => {
        loaded?.guardEdits({stream, interactionId: shown, locale, dir, theme: this.#theme, ownerDocument});
      });
    });
  }

  /** Where a person asked for the other contact just now, and is not typing elsewhere. */
  get #mayTakeFocus(): boolean {
    const {ownerDocument} = this.host;
    const isInside = this.host.shadowRoot?.activeElement != null;
    const {userActivation} = ownerDocument.defaultView?.navigator ?? {};
    return (userActivation?.isActive ?? true) && (isInside || !isTextBox(deepActive(ownerDocument)));
  }

  #answer(answer: 'stay' | 'discard' | 'save'): void {
    const {place} = this.parts;
    const {shown, leaving} = place;
    if (shown === undefined || !leaving) return;
    if (answer === 'discard') this.parts.revert();
    if (answer === 'stay' || (answer === 'save' && this.parts.save() === 'wrong')) {
      this.#surface.hide();
      place.setPhase('staying');
    }
    this.host.dispatchEvent(new CadLeaveDoneEvent({interactionId: shown, to: leaving.to, answer}));
  }

  #find(selector: string): HTMLElement | null {
    return this.host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }
}
