import {defineElement} from '@deskwire/kit';

import {CadCalendarElement} from './calendar.element.js';

/** Registers the calendar. First definition wins, so that two bundles on a page share one. */
export const defineCadCalendar = (): boolean => defineElement('dw-cad-calendar', CadCalendarElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-cad-calendar': CadCalendarElement;
  }
}
