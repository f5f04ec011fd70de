import type {TemplateResult} from 'lit';
import {addStyles, PopoverController, popoverStyles, type ControllerHost} from '@deskwire/kit';

import {defineCadCalendar} from './calendar.register.js';
import type {FieldView} from './cad-editor.view.js';
import {pickerTemplate} from './picker.template.js';
import type {CadLanguage} from './words.js';

/** The calendar's surface at a date field: from its icon, with the focus in it; from the field, where typing goes on. */
export class Picker {
  readonly #popover: PopoverController;
  #name: string | undefined;
  #by: 'icon' | 'field' = 'icon';

  constructor(private readonly host: ControllerHost) {
    defineCadCalendar();
    addStyles(host, [popoverStyles]);
    this.#popover = new PopoverController(host, {
      anchor: () => this.#find('.anchor'),
      popover: () => this.#find('.picker'),
      focus: () => (this.#by === 'icon' ? this.#find('dw-cad-calendar') : null),
    });
  }

  /** The field at which it is open. */
  get name(): string | undefined {
    return this.#popover.open ? this.#name : undefined;
  }

  /** The icon closes what it opened. */
  pick({name}: FieldView, by: 'icon' | 'field'): void {
    if (this.name === name) {
      if (by === 'icon') this.close();
      return;
    }
    this.#popover.hide();
    this.#name = name;
    this.#by = by;
    this.#popover.show();
  }

  /** Closes it, and puts the focus back where it was opened. */
  close(): void {
    const back = this.#find(this.#by === 'field' ? '.anchor input' : '.anchor .pick');
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

  /** The surface: always there, with the calendar in it while it is open. */
  surface(
    fields: readonly FieldView[],
    language: CadLanguage,
    choose: (field: FieldView, value: string) => void,
  ): TemplateResult {
    const field = fields.find(({name}) => name === this.name);
    return pickerTemplate(field, language, {
      pick: (value, isDone) => {
        if (field) choose(field, value);
        if (isDone) this.close();
      },
      close: () => {
        this.close();
      },
    });
  }

  #find(selector: string): HTMLElement | null {
    return this.host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }
}
