import type {CadType} from '@deskwire/domain';
import {lazily, PopoverController, type ControllerHost} from '@deskwire/kit';

import type {FieldView} from './cad-editor.view.js';

/** The calendar is loaded when one is first opened. */
export const loadCalendar = lazily(() => import('./calendar.register.js'));

/** What the picker is for. */
export interface Picking {
  readonly name: string;
  readonly by: 'icon' | 'field';
  readonly type: CadType;
}

/** Opens the calendar at a date field: from its icon, with the focus in it; from the field, where typing goes on. */
export class PickerController {
  readonly #popover: PopoverController;
  #picking: Picking | undefined;
  #failed: string | undefined;

  constructor(private readonly host: ControllerHost) {
    this.#popover = new PopoverController(host, {
      anchor: () => this.#find('.anchor'),
      popover: () => this.#find('.picker'),
      focus: () => (this.#picking?.by === 'icon' ? this.#find('dw-cad-calendar') : null),
    });
  }

  /** For which field it is open. */
  get picking(): Picking | undefined {
    return this.#popover.open ? this.#picking : undefined;
  }

  /** The field at which it could not be opened. */
  get failed(): string | undefined {
    return this.#failed;
  }

  /** The icon closes what it opened. */
  async pick({name, type}: FieldView, by: Picking['by']): Promise<void> {
    if (this.picking?.name === name) {
      if (by === 'icon') this.close();
      return;
    }
    const loaded = await loadCalendar();
    loaded?.defineCadCalendar();
    if (!this.host.isConnected) return;
    this.#failed = loaded ? undefined : name;
    this.#picking = {name, by, type};
    if (loaded) {
      this.#popover.hide();
      this.#popover.show();
    }
    this.host.requestUpdate();
  }

  /** Closes it, and puts the focus back where it was opened. */
  close(): void {
    const back = this.#picking?.by === 'field' ? this.#find('.anchor input') : this.#find('.anchor .pick');
    this.#popover.hide();
    back?.focus();
  }

  /** Closes it where it stands. */
  hide(): void {
    this.#popover.hide();
  }

  /** Whether something is in the calendar. */
  contains(node: EventTarget | null): boolean {
    return node instanceof Node && (this.#find('.picker')?.contains(node) ?? false);
  }

  #find(selector: string): HTMLElement | null {
    return this.host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }
}
