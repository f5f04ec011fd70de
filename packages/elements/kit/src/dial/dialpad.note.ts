import type {Refusal} from '@deskwire/domain';

import type {LanguageController} from '../controllers/language-controller.js';
import type {NumberEntry} from '../directory/number-entry.js';
import {numberRefusalText} from '../words/number-refusals.js';
import {phoneText} from '../words/phone.js';

import type {dialWords} from './dial.messages.js';

/** The dialpad's words. */
export type DialLanguage = LanguageController<(typeof dialWords)['en']>;

/** What the dialpad knows about its number. */
export interface DialpadState {
  readonly text: string;
  readonly entry: NumberEntry | undefined;
  readonly lostLetters: boolean;
  /** The agent has paused, or wanted to call. */
  readonly isRevealed: boolean;
  /** What the backend said of this very number. */
  readonly refused: Refusal | undefined;
}

/** What stands under the field. `plain` is for the eye alone: it changes with every digit. */
export interface DialpadNote {
  readonly tone: 'bad' | 'warn' | 'plain';
  readonly text: string;
}

/** What is wrong with the number. Half a number is no mistake yet: it is said after a pause, or when one wants to call. */
const faultText = (language: DialLanguage, {entry, isRevealed, refused}: DialpadState): string => {
  const refusal = refused ?? (isRevealed ? entry?.refusal : undefined);
  if (refusal) return numberRefusalText(language.locale, refusal);
  return isRevealed && !entry ? language.t('missing') : '';
};

/** What is said about the number: why it cannot be dialled, that letters were dropped, or how it reads in groups. */
export const dialpadNote = (language: DialLanguage, state: DialpadState): DialpadNote | undefined => {
  const fault = faultText(language, state);
  const letters = state.lostLetters ? language.t('lostLetters') : '';
  if (fault) return {tone: 'bad', text: [fault, letters].filter(Boolean).join(' ')};
  if (letters) return {tone: 'warn', text: letters};
  const grouped = phoneText(state.text);
  return grouped === state.text ? undefined : {tone: 'plain', text: grouped};
};
