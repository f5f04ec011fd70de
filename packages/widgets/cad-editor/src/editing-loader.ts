import {lazily, type ControllerHost} from '@deskwire/kit';

import type {Editing} from './editing.js';

/** Loads what is needed once something was typed. */
export const loadEditing = lazily(() => import('./editing.js'));

/** That part of one pane: there a moment after something was typed, and tried again where it could not be had. */
export class EditingLoader {
  #part: Editing | undefined;

  constructor(
    private readonly host: ControllerHost,
    private readonly dismiss: () => void,
  ) {}

  get part(): Editing | undefined {
    return this.#part;
  }

  async load(): Promise<Editing | undefined> {
    if (this.#part) return this.#part;
    const loaded = await loadEditing();
    if (loaded && !this.#part) {
      this.#part = new loaded.Editing(this.host, this.dismiss);
      this.host.requestUpdate();
    }
    return this.#part;
  }
}
