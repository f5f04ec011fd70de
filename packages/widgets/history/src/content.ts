import {defineButton, defineConversationLog, defineElement} from '@deskwire/kit';

import {HistoryContentElement} from './content.element.js';

defineButton();
defineConversationLog();
defineElement('dw-history-content', HistoryContentElement, '0.1.0');

/** Loaded when a contact is first opened. */
export {HistoryContentElement};

declare global {
  interface HTMLElementTagNameMap {
    'dw-history-content': HistoryContentElement;
  }
}
