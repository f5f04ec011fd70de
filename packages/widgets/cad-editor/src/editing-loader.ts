import {lazily, type ControllerHost} from '@deskwire/kit';

import type {Editing, EditingParts} from './editing.js';

/** Loads what is needed once something was typed. */
export const loadEditing = lazily(() => import('./editing.js'));

/** That part of one pane: there a moment after something was typed, and tried again where it could not be had. */
export class EditingLoader {
  #part: Editing | undefined;
  #failed = false;

  constructor(
    private readonly host: ControllerHost,
    private readonly parts: EditingParts,
  ) {}

  get part(): Editing | undefined {
    return this.#part;
  }

  /** Whether it could not be had when it was last asked for. */
  get failed(): boolean {
    return this.#failed;
  }

  async load(): Promise<Editing | undefined> {
    if (this.#part) return this.#part;
    const loaded = await loadEditing();
    if (loaded && !this.#part) {
      this.#part = new loaded.Editing(this.host, this.parts);
      // Taken away while it was loading: the question is asked all the same.
      if (!this.host.isConnected) this.#part.leave.hostDisconnected();
    }
    if (loaded || !this.#failed) this.host.requestUpdate();
    this.#failed = loaded === undefined;
    return this.#part;
  }
}
