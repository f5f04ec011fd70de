import {contactRefusals} from '../words/refusals/contact.js';
import {conversationRefusals} from '../words/refusals/conversation.js';
import {refusalTextFrom, type RefusalText} from '../words/refusal-text.js';

/** A refusal in words. */
export type Explain = RefusalText;

/** The refusals that a conversation meets by itself. Those of a connection are the page's to tell. */
export const explain: Explain = /* @__PURE__ */ refusalTextFrom(contactRefusals, conversationRefusals);
