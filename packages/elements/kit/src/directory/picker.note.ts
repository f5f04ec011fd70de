import {numberRefusalText} from '../words/number-refusals.js';

import type {FieldNote} from './field.template.js';
import type {PickerModel, PickerNotice} from './picker-model.js';
import {presenceText, type DirectoryLanguage} from './presence.template.js';

const CHOOSE = {agents: 'chooseAgent', queues: 'chooseQueue', numbers: 'chooseNumber'} as const;

const noticeText = (language: DirectoryLanguage, notice: PickerNotice, {list}: PickerModel): string => {
  switch (notice.kind) {
    case 'choose':
      return language.t(CHOOSE[list]);
    case 'cannot-take': {
      const {name, presence} = notice.row;
      return language.t('cannotTake', {name, state: presence ? presenceText(language, presence) : ''});
    }
    case 'gone':
      return language.t('gone', {name: notice.name});
    case 'refused':
      return numberRefusalText(language.locale, notice.refusal);
  }
};

/** What would be dialled, or why nothing can be. Half a number is no mistake yet. */
const numberNote = (language: DirectoryLanguage, model: PickerModel): FieldNote | undefined => {
  const {entry, choice, isRevealed} = model;
  if (entry?.refusal && !model.chosen) {
    return isRevealed || entry.isBeyondRepair
      ? {tone: 'bad', text: numberRefusalText(language.locale, entry.refusal)}
      : undefined;
  }
  if (choice?.target.kind !== 'number') return undefined;
  const {number} = choice.target;
  return entry?.losesLetters && !model.chosen
    ? {tone: 'warn', text: language.t('dialsWithoutLetters', {number})}
    : {tone: 'plain', text: language.t('dials', {number})};
};

/** What is said about the field. */
export const noteOf = (language: DirectoryLanguage, model: PickerModel): FieldNote | undefined =>
  model.notice ? {tone: 'bad', text: noticeText(language, model.notice, model)} : numberNote(language, model);
