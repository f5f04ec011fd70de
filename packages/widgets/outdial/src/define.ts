import {defineButton, defineElement} from '@deskwire/kit';

import {OutdialElement} from './outdial.element.js';
// For its types: whoever registers the element hears its events by name.
import './outdial.events.js';

defineButton();
defineElement('dw-outdial', OutdialElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-outdial': OutdialElement;
  }
}
