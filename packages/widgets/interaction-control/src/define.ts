import {defineElement} from '@deskwire/kit';

import {InteractionControlElement} from './interaction-control.element.js';
// For its types: whoever registers the element hears its events by name.
import './consult.events.js';
import './interaction-control.events.js';

defineElement('dw-interaction-control', InteractionControlElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-interaction-control': InteractionControlElement;
  }
}
