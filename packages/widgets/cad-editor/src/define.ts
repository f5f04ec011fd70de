import {defineElement} from '@deskwire/kit';

import {CadEditorElement} from './cad-editor.element.js';
// For its types: whoever registers the element hears its events by name.
import './cad-editor.events.js';

defineElement('dw-cad-editor', CadEditorElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-cad-editor': CadEditorElement;
  }
}
