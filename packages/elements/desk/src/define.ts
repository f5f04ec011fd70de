import {defineButton, defineElement, defineTimer} from '@deskwire/kit';

import {DeskElement} from './desk.element.js';
// For its types: whoever registers the element hears its events by name.
import './desk.events.js';
import {DESK_VERSION} from './version.js';

defineButton();
defineTimer();
defineElement('dw-desk', DeskElement, DESK_VERSION);

declare global {
  interface HTMLElementTagNameMap {
    'dw-desk': DeskElement;
  }
}
