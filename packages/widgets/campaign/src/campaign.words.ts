import type {Refusal} from '@deskwire/domain';
import {
  agentRefusals,
  callRefusals,
  campaignRefusals,
  contactRefusals,
  dialRefusals,
  phoneText,
  refusalTextFrom,
  type LanguageController,
} from '@deskwire/kit';

import type {campaignWords} from './campaign.messages.js';
import type {ContactField, ContactView} from './campaign.view.js';

/** The widget's own words in the language in force. */
export type Words = LanguageController<(typeof campaignWords)['en']>;

const otherText = /* @__PURE__ */ refusalTextFrom(
  agentRefusals,
  campaignRefusals,
  callRefusals,
  contactRefusals,
  dialRefusals,
);

/** Why not. To get a contact the agent has to be Available; idle, which other calls allow, is not enough. */
export const refusalText = (words: Words, refusal: Refusal): string =>
  refusal.code === 'DW_AGENT_NOT_AVAILABLE' ? words.t('needsAvailable') : otherText(words.locale, refusal);

/** The contact as a heading. */
export const headingText = (words: Words, {name, number}: ContactView): string =>
  name ?? (number === undefined ? words.t('withheld') : phoneText(number));

/** How far the call is. */
export const stageText = (words: Words, {stage, onDeskPhone}: ContactView): string => {
  if (stage === 'preview') return words.t(onDeskPhone ? 'readyDeskPhone' : 'ready');
  if (stage === 'customer') return words.t('customer');
  return words.t(onDeskPhone ? 'agentDeskPhone' : 'agent');
};

/** A field's value as people read it; undefined where there is none to show. */
export const valueText = (words: Words, {type, value}: ContactField): string | undefined => {
  if (value === undefined) return undefined;
  if (type === 'boolean') return words.t(value === 'true' ? 'yes' : 'no');
  return type === 'date-time' ? value.replace('T', ' ') : value;
};
