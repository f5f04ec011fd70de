import type {Refusal} from '@deskwire/domain';
import {refusalText, type LanguageController} from '@deskwire/kit';

import type {visitorWords} from './visitor-chat.messages.js';

/** The language controller of the element. */
export type VisitorLanguage = LanguageController<typeof visitorWords.en>;

/**
 * A refusal in words for a visitor, who has no sign-in, no profile and no administrator.
 * @param without What to say where there is no way: to a chat that was, or to a new one.
 */
export const reasonText = (
  language: VisitorLanguage,
  refusal: Refusal,
  without: 'gone' | 'unavailable' = 'gone',
): string => {
  const {code, kind} = refusal;
  if (code === 'DW_WIRE_REPLACED') return language.t('replaced');
  const isShut = /^DW_(?:AUTH|INTERACTION)_/.test(code) || kind === 'permission' || kind === 'capability';
  return isShut ? language.t(without) : refusalText(language.locale, refusal);
};
