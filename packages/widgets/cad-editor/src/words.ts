import type {LanguageController} from '@deskwire/kit';

import type {cadWords} from './cad-editor.messages.js';
import type {CadView, FieldView} from './cad-editor.view.js';
import {displayText} from './typing.js';

/** The language of the pane. */
export type CadLanguage = LanguageController<typeof cadWords.en>;

/** Why nothing can be edited in a contact. The words of all refusals come with what is loaded later. */
export const obstacleText = (
  language: CadLanguage,
  {refusal: {code}, phase}: NonNullable<CadView['obstacle']>,
): string => {
  if (code === 'DW_INTERACTION_UNKNOWN') return language.t('gone');
  if (code !== 'DW_INTERACTION_NOT_ACTIVE' && code !== 'DW_INTERACTION_ENDED') return language.t('notNow');
  return language.t(phase === 'connecting' || phase === 'offered' ? 'acceptFirst' : 'closed');
};

/** A saved value as it is read. */
export const shownText = (language: CadLanguage, {type, saved}: FieldView): string =>
  displayText(language.locale, type, saved, {yes: language.t('yes'), no: language.t('no')});
