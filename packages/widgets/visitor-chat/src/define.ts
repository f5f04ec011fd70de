import {defineButton, defineElement, defineTextArea} from '@deskwire/kit';

import {VisitorChatElement} from './visitor-chat.element.js';
// For its types: whoever registers the element hears its events by name.
import './visitor-chat.events.js';

defineButton();
defineTextArea();
defineElement('dw-visitor-chat', VisitorChatElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-visitor-chat': VisitorChatElement;
  }
}
