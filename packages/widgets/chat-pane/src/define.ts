import {defineElement} from '@deskwire/kit';

import {ChatPaneElement} from './chat-pane.element.js';
// For its types: whoever registers the element hears its events by name.
import './chat-pane.events.js';

defineElement('dw-chat-pane', ChatPaneElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-chat-pane': ChatPaneElement;
  }
}
