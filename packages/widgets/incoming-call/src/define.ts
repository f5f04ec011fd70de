import {defineButton, defineElement, defineTimer} from '@deskwire/kit';

import {IncomingCallElement} from './incoming-call.element.js';
// For its types: whoever registers the element hears its events by name.
import './incoming-call.events.js';

defineButton();
defineTimer();
defineElement('dw-incoming-call', IncomingCallElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-incoming-call': IncomingCallElement;
  }
}
