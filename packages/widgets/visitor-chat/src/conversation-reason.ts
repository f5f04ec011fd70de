import {conversationRefusals, fileRefusals, refusalTextFrom} from '@deskwire/kit';

import {talkWords} from './conversation.messages.js';
import {visitorReason} from './reason.js';

/** A refusal that is met in a conversation, in words for a visitor. */
export const reasonText = /* @__PURE__ */ visitorReason(
  /* @__PURE__ */ refusalTextFrom(conversationRefusals, fileRefusals),
  (locale) => ({shut: talkWords[locale].gone, replaced: talkWords[locale].replaced}),
);
