import {html, nothing, type TemplateResult} from 'lit';
import {isComposingKey} from '@deskwire/kit';

import type {CalendarPick} from './calendar.element.js';
import type {FieldView} from './cad-editor.view.js';
import {readTyped} from './typing.js';
import type {CadLanguage} from './words.js';

/** What the calendar does to its field. */
export interface PickerActs {
  pick(value: string, isDone: boolean): void;
  close(): void;
}

/** What stands in the field, where it is a date already. */
const valueIn = ({type, text}: FieldView): string => {
  const reading = readTyped(type, text);
  return 'value' in reading ? reading.value : '';
};

/** The surface of the calendar: always there, with something in it while it is open for a field. */
export const pickerTemplate = (
  field: FieldView | undefined,
  language: CadLanguage,
  acts: PickerActs,
): TemplateResult => {
  const word = field?.control === 'date-time' ? 'pickDateTime' : 'pickDate';
  return html`<div
    class="popover top picker"
    popover="manual"
    role="dialog"
    lang=${language.locale}
    dir=${language.dir}
    aria-label=${field ? language.t(word, {field: language.label(field.label)}) : nothing}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposingKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
      acts.close();
    }}
  >
    ${
      field
        ? html`<dw-cad-calendar
            .value=${valueIn(field)}
            .hasTime=${field.control === 'date-time'}
            @dw-pick=${({detail}: CustomEvent<CalendarPick>) => {
              acts.pick(detail.value, detail.isDone);
            }}
          ></dw-cad-calendar>`
        : nothing
    }
  </div>`;
};
