import type {Interaction, TextTemplate} from '@deskwire/domain';
import type {ListItem} from '@deskwire/kit';

import {PLACE} from './blanks.js';

/** `Customer name`, `customer.name` and `customer_name` are the same. */
const normal = (name: string): string => name.toLowerCase().replace(/[\s._-]+/g, '');

/** The values that a text can be filled with, by what they are called. */
export type Values = ReadonlyMap<string, string>;

/**
 * What is known of a chat. Secure variables are none of it: a customer's secret is not put into a text by itself. What the
 * contact centre itself calls a thing wins over a variable of the same name.
 */
export const valuesOf = ({customer, queue, cad}: Interaction, agentName: string): Values => {
  const {name = '', email = '', number = ''} = customer;
  const open = cad.filter(({secure}) => !secure).map((one) => [one.name, one.value] as const);
  const own = [
    ...['name', 'customer', 'customer name'].map((key) => [key, name] as const),
    ...['email', 'customer email'].map((key) => [key, email] as const),
    ...['number', 'phone', 'customer number'].map((key) => [key, number] as const),
    ...['agent', 'agent name'].map((key) => [key, agentName] as const),
    ...['queue', 'queue name'].map((key) => [key, queue?.name ?? ''] as const),
  ];
  const known = [...open, ...own].filter(([, value]) => value.trim() !== '');
  return new Map(known.map(([key, value]) => [normal(key), value]));
};

/** A text with its places filled; those without a value stay, to be seen. */
export const filled = (text: string, values: Values): string =>
  text.replace(PLACE, (_, name: string) => values.get(normal(name)) ?? `{{${name}}}`);

/** Where the first of them stands. */
export const firstBlank = (text: string): readonly [start: number, end: number] | undefined => {
  const [found] = text.matchAll(PLACE);
  return found && [found.index, found.index + found[0].length];
};

const PREVIEW = 64;

const preview = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > PREVIEW ? `${letters.slice(0, PREVIEW).join('').trimEnd()}…` : line;
};

/** The canned responses as a list shows and finds them: by title, and by anything in their text. */
export const cannedItems = (
  responses: readonly TextTemplate[],
  values: Values,
  label: (label: TextTemplate['title']) => string,
): readonly ListItem[] =>
  responses.map(({id, title, text}) => {
    const whole = filled(text, values);
    return {value: id, text: label(title), detail: preview(whole), keywords: whole};
  });
