import type {Urgency} from '@deskwire/kit';

import {fieldsOf, type CadView, type FieldView} from './cad-editor.view.js';
import {noteText, type EditLanguage} from './edit.words.js';

/** Something to be read out. */
export interface News {
  readonly text: string;
  readonly urgency: Urgency;
}

/** What is new when it changes. Values are compared where they stand, and kept nowhere. */
const stampOf = ({note}: FieldView): readonly unknown[] => {
  switch (note?.kind) {
    case 'overwritten':
      return [note.kind, note.conflict];
    case 'changed':
      return [note.kind, note.by, note.value];
    default:
      return [note?.kind];
  }
};

const isSame = (a: readonly unknown[] | undefined, b: readonly unknown[]): boolean =>
  a?.length === b.length && b.every((part, at) => part === a[at]);

/**
 * What happened to the edits of a contact since the last look, for those who do not see it happen. A value that was lost is
 * said at once, everything else when there is a pause.
 */
export const newsOf = (
  before: CadView | undefined,
  now: CadView | undefined,
  language: EditLanguage,
): readonly News[] => {
  if (!now || before?.interactionId !== now.interactionId) return [];
  const stamps = new Map(fieldsOf(before).map((field) => [field.name, stampOf(field)]));
  return fieldsOf(now).flatMap((field) => {
    const {note, name, label} = field;
    if (!note || isSame(stamps.get(name), stampOf(field))) return [];
    const text = `${language.label(label)}: ${noteText(language, field, note)}`;
    return [{text, urgency: note.kind === 'overwritten' ? 'assertive' : 'polite'} as const];
  });
};
