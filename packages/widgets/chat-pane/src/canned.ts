import type {TextTemplate} from '@deskwire/domain';
import {fillPlaces, type ListItem, type PlaceValues} from '@deskwire/kit';

const PREVIEW = 64;

const preview = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > PREVIEW ? `${letters.slice(0, PREVIEW).join('').trimEnd()}…` : line;
};

/** The canned responses as a list shows and finds them: by title, and by anything in their text. */
export const cannedItems = (
  responses: readonly TextTemplate[],
  values: PlaceValues,
  label: (label: TextTemplate['title']) => string,
): readonly ListItem[] =>
  responses.map(({id, title, text}) => {
    const whole = fillPlaces(text, values);
    return {value: id, text: label(title), detail: preview(whole), keywords: whole};
  });
