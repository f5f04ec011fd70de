import {defineDirectoryPicker, defineElement} from '@deskwire/kit';

import {ConsultDialogElement} from './consult-dialog.element.js';

defineDirectoryPicker();
defineElement('dw-consult-dialog', ConsultDialogElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-consult-dialog': ConsultDialogElement;
  }
}
