import {cadRefusals, contactRefusals, refusalTextFrom, type LanguageController} from '@deskwire/kit';

import type {cadWords} from './cad-editor.messages.js';
import type {CadView, FieldView} from './cad-editor.view.js';
import {displayText} from './typing.js';

/** The language of the pane. */
export type CadLanguage = LanguageController<typeof cadWords.en>;

/** What can stand in the way of a save, in words. */
export const refusalText = refusalTextFrom(cadRefusals, contactRefusals);

/** Why nothing can be edited in a contact. */
export const obstacleText = (
  language: CadLanguage,
  {refusal, phase}: NonNullable<CadView['obstacle']>,
): string => {
  const isAboutPhase =
    refusal.code === 'DW_INTERACTION_NOT_ACTIVE' || refusal.code === 'DW_INTERACTION_ENDED';
  if (!isAboutPhase) return refusalText(language.locale, refusal);
  return language.t(phase === 'connecting' || phase === 'offered' ? 'acceptFirst' : 'closed');
};

/** A saved value as it is read. */
export const shownText = (language: CadLanguage, {type, saved}: FieldView): string =>
  displayText(language.locale, type, saved, {yes: language.t('yes'), no: language.t('no')});
