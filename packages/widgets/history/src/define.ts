import {defineButton, defineElement} from '@deskwire/kit';

import {ContactHistoryElement} from './contact-history.element.js';
import {HistoryElement} from './history.element.js';
// For its types: whoever registers the element hears its events by name.
import './history.events.js';

defineButton();
defineElement('dw-history', HistoryElement, '0.1.0');
defineElement('dw-contact-history', ContactHistoryElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-contact-history': ContactHistoryElement;
    'dw-history': HistoryElement;
  }
}
