import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {pressedChord, shortcutsOf, type ShortcutMap, type ShortcutName} from './shortcuts.js';

/** What the keys are for. */
export interface ShortcutUse {
  /** As the page set them. */
  readonly shortcuts: () => Partial<ShortcutMap> | false;
  /** Does it; false: there was nothing to do here, and the key is left to others. */
  readonly run: (name: ShortcutName) => boolean;
}

const TEXT_INPUTS = /^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/;
const TYPED_ROLES = '[role="textbox"], [role="combobox"], [role="searchbox"], [role="spinbutton"]';

/** Whether what has the focus takes text. */
const isTyped = (target: EventTarget | undefined): boolean => {
  if (target instanceof HTMLInputElement) return !TEXT_INPUTS.test(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED_ROLES));
};

const isModal = (node: EventTarget): boolean =>
  node instanceof Element && node.matches('dialog:modal, [aria-modal="true"]');

/**
 * Keys for the whole document, while the host is in it and on the screen. They never act while somebody types or composes,
 * in a modal dialog that the host is not part of, in another pane of the same kind, or on a key that somebody else took.
 */
export class ShortcutController implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly use: ShortcutUse,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.ownerDocument.addEventListener('keydown', this.#pressed);
  }

  hostDisconnected(): void {
    this.host.ownerDocument.removeEventListener('keydown', this.#pressed);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !this.#isMine(event)) return;
    const pressed = pressedChord(event);
    const found = shortcutsOf(this.use.shortcuts()).find(({chord}) => chord === pressed);
    if (!found) return;
    // Held down, a key repeats itself; what it did was done at the first press.
    if (event.repeat || this.use.run(found.name)) event.preventDefault();
  };

  #isMine(event: KeyboardEvent): boolean {
    const path = event.composedPath();
    if (isTyped(path[0]) || this.host.getClientRects().length === 0) return false;
    if (path.includes(this.host)) return true;
    const isElsewhere = (node: EventTarget): boolean =>
      isModal(node) || (node instanceof Element && node.localName === this.host.localName);
    return !path.some(isElsewhere);
  }
}
