import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {isShortcut, parseShortcut} from './shortcut.js';

/** What a shortcut is for. */
export interface ShortcutUse {
  /** As the page set it, e.g. `F8`; `none` or empty: there is none. */
  readonly shortcut: () => string;
  /** Does it; false: there was nothing to do, and the key is left to the page. */
  readonly run: () => boolean;
}

/** One key for the whole document, while the host is in it. */
export class ShortcutController implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly use: ShortcutUse,
  ) {
    host.addController(this);
  }

  /** The shortcut as a person reads it; empty where there is none. */
  get text(): string {
    const text = this.use.shortcut();
    return parseShortcut(text) ? text : '';
  }

  hostConnected(): void {
    this.host.ownerDocument.addEventListener('keydown', this.#pressed);
  }

  hostDisconnected(): void {
    this.host.ownerDocument.removeEventListener('keydown', this.#pressed);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (isShortcut(parseShortcut(this.use.shortcut()), event) && this.use.run()) event.preventDefault();
  };
}
