import type {LitElement, ReactiveController} from 'lit';

import type {ControllerHost} from '../context/consume.js';
import {isComposingKey} from '../conversation/enter-guard.js';
import {deepActive} from '../deep-active.js';

/** What a dialog is made of; all in the host's shadow root. */
export interface DialogParts {
  /**
   * `<dialog popover="manual">`; it may be rendered only while there is something in it. Where it may open without taking
   * the focus, another element with its role: a browser moves the focus into a `<dialog>` that it shows.
   */
  readonly dialog: () => HTMLElement | null;
  /** What gets the focus when it opens. */
  readonly focus: () => HTMLElement | null;
  /** The first and the last of what Tab reaches, where the focus goes round. */
  readonly ends: () => readonly [first: HTMLElement | null, last: HTMLElement | null];
  /** Escape was pressed: the host closes, or says why not. */
  readonly dismiss: () => void;
}

/** Some engines have no name for Tab with Shift. */
const isTab = ({key, code, altKey, ctrlKey, metaKey}: KeyboardEvent): boolean =>
  (key === 'Tab' || code === 'Tab') && !altKey && !ctrlKey && !metaKey;

/** Whether the focus is in an element, also while the window itself has none (`:focus-within` says no then). */
const holdsFocus = (element: Element | null): boolean => {
  const root = element?.getRootNode();
  const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  return active !== null && element !== null && element.contains(active);
};

/**
 * Opens and closes a dialog that leaves the page alive: a native `<dialog>` in the top layer, by popover, so that nothing
 * behind it is inert (a call must be answered while somebody looks for a colleague). The focus goes in when it opens, goes
 * round inside by Tab, and goes back where it was when it closes; the pointer and shortcuts reach the page all along.
 */
export class DialogController implements ReactiveController {
  #isOpen = false;
  #takesFocus = false;
  #opener: Element | null = null;

  constructor(
    private readonly host: ControllerHost,
    private readonly parts: DialogParts,
  ) {
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Whether the focus is inside. */
  get hasFocus(): boolean {
    return holdsFocus(this.parts.dialog());
  }

  /** Opens it, for a person who asked for it just now. */
  show(): void {
    if (this.#isOpen) return;
    this.#isOpen = this.#takesFocus = true;
    this.#opener = deepActive(this.host.ownerDocument);
    this.host.requestUpdate();
  }

  /** Closes it. Where the focus was inside, it goes back. */
  hide(): void {
    if (!this.#isOpen) return;
    const dialog = this.parts.dialog();
    const hadFocus = this.hasFocus;
    this.#isOpen = this.#takesFocus = false;
    if (dialog?.matches(':popover-open')) dialog.hidePopover();
    if (hadFocus && this.#opener instanceof HTMLElement && this.#opener.isConnected) this.#opener.focus();
    this.#opener = null;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    const dialog = this.parts.dialog();
    if (!this.#isOpen || !dialog?.isConnected || dialog.matches(':popover-open')) {
      this.#takesFocus = false;
      return;
    }
    dialog.addEventListener('keydown', this.#keyed);
    dialog.showPopover();
    if (this.#takesFocus) void this.focus();
    this.#takesFocus = false;
  }

  /** Puts the focus where it belongs in the dialog. What gets the focus was perhaps rendered just now, and has nothing to focus before its own first update. */
  async focus(): Promise<void> {
    const target = this.parts.focus();
    await (target as Partial<LitElement> | null)?.updateComplete;
    if (this.#isOpen) target?.focus();
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposingKey(event)) return;
    if (isTab(event)) this.#goRound(event);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.parts.dismiss();
  };

  #goRound(event: KeyboardEvent): void {
    const [first, last] = this.parts.ends();
    const [from, to] = event.shiftKey ? [first, last] : [last, first];
    if (!holdsFocus(from) || !to) return;
    event.preventDefault();
    to.focus();
  }
}
