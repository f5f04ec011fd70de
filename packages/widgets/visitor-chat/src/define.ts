import {
  defineButton,
  defineComposeBox,
  defineConversationLog,
  defineElement,
  defineTextArea,
} from '@deskwire/kit';

import {VisitorChatElement} from './visitor-chat.element.js';

defineButton();
defineTextArea();
defineConversationLog();
defineComposeBox();
defineElement('dw-visitor-chat', VisitorChatElement, '0.1.0');

// So that listeners are typed for pages that import nothing else.
export type * from './visitor-chat.events.js';

declare global {
  interface HTMLElementTagNameMap {
    'dw-visitor-chat': VisitorChatElement;
  }
}
