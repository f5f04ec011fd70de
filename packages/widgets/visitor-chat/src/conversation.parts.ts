// What is loaded when a chat begins: the conversation, and what it is made of.
import {defineButton, defineComposeBox, defineConversationLog, defineElement} from '@deskwire/kit';

import {VisitorConversationElement} from './conversation.element.js';

/** Registers `<dw-visitor-conversation>` and what it needs. */
export const defineVisitorConversation = (): void => {
  defineButton();
  defineConversationLog();
  defineComposeBox();
  defineElement('dw-visitor-conversation', VisitorConversationElement, '0.1.0');
};

declare global {
  interface HTMLElementTagNameMap {
    'dw-visitor-conversation': VisitorConversationElement;
  }
}
