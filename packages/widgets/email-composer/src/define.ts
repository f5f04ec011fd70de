import {defineElement} from '@deskwire/kit';

import {EmailComposerElement} from './email-composer.element.js';
// For the event map: whoever registers the element knows its events.
import './email-composer.events.js';

defineElement('dw-email-composer', EmailComposerElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-email-composer': EmailComposerElement;
  }
}
