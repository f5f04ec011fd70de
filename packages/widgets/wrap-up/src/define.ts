import {defineButton, defineElement, defineSearchList, defineTimer} from '@deskwire/kit';

import {WrapUpElement} from './wrap-up.element.js';

defineButton();
defineSearchList();
defineTimer();
defineElement('dw-wrap-up', WrapUpElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-wrap-up': WrapUpElement;
  }
}
