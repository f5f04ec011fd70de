import type {Refusal} from '@deskwire/domain';
import {
  agentRefusals,
  callRefusals,
  campaignRefusals,
  contactRefusals,
  dialRefusals,
  refusalTextFrom,
} from '@deskwire/kit';

import type {Words} from './campaign.words.js';

const otherText = /* @__PURE__ */ refusalTextFrom(
  agentRefusals,
  campaignRefusals,
  callRefusals,
  contactRefusals,
  dialRefusals,
);

/** Why a contact could not be had, called, skipped or cancelled. */
export const refusalText = (words: Words, refusal: Refusal): string =>
  refusal.code === 'DW_AGENT_NOT_AVAILABLE' ? words.t('needsAvailable') : otherText(words.locale, refusal);
