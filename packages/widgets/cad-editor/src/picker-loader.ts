import {lazily, type ControllerHost} from '@deskwire/kit';

import type {FieldView} from './cad-editor.view.js';
import type {Picker} from './picker.js';

/** Loads the calendar. */
export const loadPicker = lazily(() => import('./picker.js'));

/** The calendar of one pane, loaded when it is first opened. */
export class PickerLoader {
  #picker: Picker | undefined;
  #failed: string | undefined;

  constructor(private readonly host: ControllerHost) {}

  get part(): Picker | undefined {
    return this.#picker;
  }

  /** The field at which it could not be opened. */
  get failed(): string | undefined {
    return this.#failed;
  }

  async pick(field: FieldView, by: 'icon' | 'field'): Promise<void> {
    const loaded = await loadPicker();
    if (!this.host.isConnected) return;
    this.#failed = loaded ? undefined : field.name;
    if (loaded && !this.#picker) {
      this.#picker = new loaded.Picker(this.host);
      this.host.requestUpdate();
      // The surface must be there before it can be shown.
      await this.host.updateComplete;
    }
    this.#picker?.pick(field, by);
    this.host.requestUpdate();
  }
}
