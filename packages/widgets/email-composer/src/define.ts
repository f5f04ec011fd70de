import {defineButton, defineElement, defineTextArea, defineTimer} from '@deskwire/kit';

import {EmailComposerElement} from './email-composer.element.js';
// For the event map: whoever registers the element knows its events.
import './email-composer.events.js';

defineButton();
defineTextArea();
defineTimer();
defineElement('dw-email-composer', EmailComposerElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-email-composer': EmailComposerElement;
  }
}
