import {defineElement} from '../define-element.js';
import {KIT_VERSION} from '../version.js';

import {MailBodyElement} from './mail-body.element.js';

/** Registers `<dw-mail-body>`. */
export const defineMailBody = (): boolean => defineElement('dw-mail-body', MailBodyElement, KIT_VERSION);

declare global {
  interface HTMLElementTagNameMap {
    'dw-mail-body': MailBodyElement;
  }
}
