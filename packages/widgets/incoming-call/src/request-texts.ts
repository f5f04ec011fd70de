import {phoneText, type LanguageController} from '@deskwire/kit';

import type {words} from './incoming-call.messages.js';
import type {RequestRow} from './incoming-call.view.js';
import type {FieldName, RequestField} from './request-fields.js';

/** The widget's own words in the language in force. */
export type Words = LanguageController<(typeof words)['en']>;

const NUMBERS: ReadonlySet<FieldName> = new Set(['ani', 'dnis', 'dn']);

/** What stands before the value: the word for each field of the widget's own has the field's name. */
export const fieldLabel = (words: Words, field: RequestField): string =>
  field.kind === 'own' ? words.t(field.name) : words.label(field.label);

/** Whether the value is a number that must never be cut. */
export const isNumber = (field: RequestField): boolean => field.kind === 'own' && NUMBERS.has(field.name);

/** The value as people read it; undefined where there is none to show. */
export const fieldText = (words: Words, field: RequestField): string | undefined => {
  const {value} = field;
  if (value === undefined) return undefined;
  if (field.kind === 'own') return isNumber(field) ? phoneText(value) : value;
  if (field.type === 'boolean') return words.t(value === 'true' ? 'yes' : 'no');
  return field.type === 'date-time' ? value.replace('T', ' ') : value;
};

/** The largest text of a request; undefined where admin chose other fields. */
export const headingText = (words: Words, {heading}: RequestRow): string | undefined => {
  if (!heading) return undefined;
  if (heading.kind === 'number') return heading.text ? phoneText(heading.text) : words.t('withheld');
  return heading.text;
};

/** A text and the queue of the request, where it has one. */
export const withQueue = (text: string, {fields}: RequestRow, separator: string): string =>
  [
    text,
    ...fields.flatMap(({kind, name, value}) => (kind === 'own' && name === 'queue' ? [value] : [])),
  ].join(separator);

/** Who or what a request is about, in one short text: for the names of its controls and for announcements. */
export const requestName = (words: Words, row: RequestRow): string => {
  const [first] = row.fields;
  return headingText(words, row) ?? (first && fieldText(words, first)) ?? words.t(row.kind);
};

/** What assistive technology is told when a request arrives. */
export const arrivalText = (words: Words, row: RequestRow): string => {
  const params = {kind: words.t(row.kind), who: requestName(words, row)};
  return withQueue(words.t('arrived', params), row, ', ');
};
