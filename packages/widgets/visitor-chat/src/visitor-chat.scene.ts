import type {Refusal} from '@deskwire/domain';
import {refusalTextFrom, type LanguageController, type Locale} from '@deskwire/kit';

import {visitorWords} from './visitor-chat.messages.js';

/** The language controller of the element. */
export type VisitorLanguage = LanguageController<typeof visitorWords.en>;

/** What is common to all; the rest speaks of desks and agents. */
const refusalText = /* @__PURE__ */ refusalTextFrom();

/**
 * A refusal in words for a visitor, who has no sign-in, no profile and no administrator.
 * @param without What to say where there is no way: to a chat that was, or to a new one.
 */
export const reasonText = (
  locale: Locale,
  refusal: Refusal,
  without: 'gone' | 'unavailable' = 'gone',
): string => {
  const {code, kind} = refusal;
  if (code === 'DW_WIRE_REPLACED') return visitorWords[locale].replaced;
  const isShut = /^DW_(?:AUTH|INTERACTION)_/.test(code) || kind === 'permission' || kind === 'capability';
  return isShut ? visitorWords[locale][without] : refusalText(locale, refusal);
};
