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
    const part = (this.#part ??= loaded && new loaded.Editing(this.host, this.parts));
    if (part || !this.#failed) this.host.requestUpdate();
    this.#failed = part === undefined;
    return part;
  }
}
