import {defineElement} from '@deskwire/kit';

import {WrapUpElement} from './wrap-up.element.js';
// For its types: whoever registers the element hears its events by name.
import './wrap-up.events.js';

defineElement('dw-wrap-up', WrapUpElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-wrap-up': WrapUpElement;
  }
}
