import {CAD_MAX_LENGTH, cutText} from '@deskwire/domain';
import {cadRefusals, contactRefusals, refusalTextFrom, type LanguageController} from '@deskwire/kit';

import type {FieldNote, FieldProblem, FieldView} from './cad-editor.view.js';
import type {Conflict} from './drafts.js';
import type {editWords} from './edit.messages.js';
import {displayText} from './typing.js';

/** The language of what is said about edits. */
export type EditLanguage = LanguageController<typeof editWords.en>;

/** What can stand in the way of a save, in words. */
export const refusalText = refusalTextFrom(cadRefusals, contactRefusals);

/** A button does not grow with what somebody typed. */
const SHORT = 24;

const short = (text: string): string => (text.length > SHORT ? `${cutText(text, SHORT)}…` : text);

/** A value inside a sentence. */
const quoted = (language: EditLanguage, field: Pick<FieldView, 'type'>, value: string): string =>
  value === ''
    ? language.t('nothing')
    : displayText(language.locale, field.type, value, {yes: language.t('yes'), no: language.t('no')});

/** What is wrong with a field and how to put it right. It names the field, never the value. */
export const problemText = (language: EditLanguage, field: FieldView, problem: FieldProblem): string => {
  const name = {field: language.label(field.label)};
  if (problem === 'too-long') {
    return language.t('tooLong', {...name, max: CAD_MAX_LENGTH, count: field.text.length - CAD_MAX_LENGTH});
  }
  return language.t(problem === 'date-time' ? 'dateTime' : problem, name);
};

const winnerText = (language: EditLanguage, winner: string): string =>
  winner === 'flow' ? language.t('flow') : language.t('agent', {name: winner});

/** A value was lost: who was first, and with what. No value of a secure variable is in words. */
const conflictText = (language: EditLanguage, conflict: Conflict): string => {
  const winner = winnerText(language, conflict.winner);
  if (conflict.secure) return language.t('overwrittenSecure', {winner});
  const {kept, lost = ''} = conflict;
  return language.t('overwrittenText', {
    winner,
    kept: quoted(language, conflict, kept),
    lost: quoted(language, conflict, lost),
  });
};

/** What is said under a field, without its name. */
export const noteText = (language: EditLanguage, field: FieldView, note: FieldNote): string => {
  switch (note.kind) {
    case 'overwritten':
      return conflictText(language, note.conflict);
    case 'changed': {
      const by = winnerText(language, note.by ?? 'flow');
      if (field.secure) return language.t('changedSecure', {by});
      const value = quoted(language, field, note.value);
      return language.t('changedText', {by, value, mine: field.text || language.t('nothing')});
    }
    case 'retyped':
      return language.t('retyped');
    case 'stuck':
      return language.t(note.reason === 'removed' ? 'removed' : 'readOnly');
  }
};

/** The way back to what was lost. */
export const enterAgainText = (language: EditLanguage, {secure, lost = '', type}: Conflict): string =>
  secure
    ? language.t('enterAgainSecure')
    : language.t('enterAgain', {lost: short(quoted(language, {type}, lost))});

/** The way to what is saved now. */
export const takeText = (language: EditLanguage, field: FieldView, value: string): string =>
  field.secure
    ? language.t('takeSecure')
    : language.t('take', {value: short(quoted(language, field, value))});
