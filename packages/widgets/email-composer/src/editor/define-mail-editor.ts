import {defineElement} from '@deskwire/kit';

import {MailEditorElement} from './mail-editor.element.js';

/** Registers `<dw-mail-editor>`. */
export const defineMailEditor = (): boolean => defineElement('dw-mail-editor', MailEditorElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-mail-editor': MailEditorElement;
  }
}
