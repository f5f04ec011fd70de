import {defineElement} from '../define-element.js';
import {defineButton, defineTextArea} from '../primitives/register.js';
import {KIT_VERSION} from '../version.js';

import {ComposeBoxElement} from './compose-box.element.js';
import {ConversationLogElement} from './log.element.js';

/** Registers `<dw-conversation-log>`. */
export const defineConversationLog = (): boolean =>
  defineElement('dw-conversation-log', ConversationLogElement, KIT_VERSION);

/** Registers `<dw-compose-box>` and what it is made of. */
export const defineComposeBox = (): boolean => {
  defineButton();
  defineTextArea();
  return defineElement('dw-compose-box', ComposeBoxElement, KIT_VERSION);
};

declare global {
  interface HTMLElementTagNameMap {
    'dw-compose-box': ComposeBoxElement;
    'dw-conversation-log': ConversationLogElement;
  }
}
