import {defineButton, defineConversationLog, defineElement} from '@deskwire/kit';

import {HistoryContentElement} from './content.element.js';

/** Registers what shows a contact that was opened; loaded with the first one. */
export const defineHistoryContent = (): void => {
  defineButton();
  defineConversationLog();
  defineElement('dw-history-content', HistoryContentElement, '0.1.0');
};

declare global {
  interface HTMLElementTagNameMap {
    'dw-history-content': HistoryContentElement;
  }
}
