import {
  agentRefusals,
  dialRefusals,
  phoneText,
  refusalTextFrom,
  type LanguageController,
} from '@deskwire/kit';
import type {Refusal} from '@deskwire/domain';

import type {campaignWords} from './campaign.messages.js';
import type {ContactField, ContactView} from './campaign.view.js';
import type {ContactNews} from './contact-news.js';

/** The widget's own words in the language in force. */
export type Words = LanguageController<(typeof campaignWords)['en']>;

const otherText = /* @__PURE__ */ refusalTextFrom(agentRefusals, dialRefusals);

/** Why no contact can be asked for. The agent has to be Available; idle, which other calls allow, is not enough. */
export const iconRefusalText = (words: Words, refusal: Refusal): string =>
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

/** Why there is no contact any more. */
export const overText = (words: Words, over: 'skipped' | 'gone', campaign: string): string =>
  over === 'gone' ? words.t('gone') : words.t('empty', {campaign});

/** What is said of what happened to the contact; empty: nothing. @param isOpen Whether the dialog is open. */
export const newsText = (
  words: Words,
  news: ContactNews,
  {contact, campaign, isOpen}: {contact: ContactView | undefined; campaign: string; isOpen: boolean},
): string => {
  switch (news) {
    case 'arrived':
      return contact
        ? words.t(isOpen ? 'arrived' : 'arrivedElsewhere', {name: headingText(words, contact)})
        : '';
    case 'stage':
      // Why it is in preview again is said with the failure.
      return contact && contact.stage !== 'preview' ? stageText(words, contact) : '';
    case 'accepted':
      return words.t('answered');
    case 'cancelled':
      return words.t('closed');
    default:
      return overText(words, news, campaign);
  }
};
