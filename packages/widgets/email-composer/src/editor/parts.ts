// What is loaded when a mail is first written.
import {defineElement} from '@deskwire/kit';

import {MailEditorElement} from './mail-editor.element.js';

export {docOfHtml, docOfTemplate} from './doc-of-html.js';
export {docOfText, EMPTY_DOC, imageIdsOf, isEmptyDoc, isMailDoc} from './doc.js';
export {mailHtmlOf} from './mail-html.js';
export {mailTextOf} from './mail-text.js';
export {MailEditorElement};

/** Registers `<dw-mail-editor>`. */
export const defineMailEditor = (): boolean => defineElement('dw-mail-editor', MailEditorElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-mail-editor': MailEditorElement;
  }
}
