import type {Interaction} from '@deskwire/domain';

/** A place in a text that is filled on use: `{{name}}`. */
export const PLACE = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** The places that are still to be filled, as they stand in a text. */
export const blanksIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([place]) => place)),
];

/** Where the first of them stands. */
export const firstBlank = (text: string): readonly [start: number, end: number] | undefined => {
  const [found] = text.matchAll(PLACE);
  return found && [found.index, found.index + found[0].length];
};

/** `Customer name`, `customer.name` and `customer_name` are the same. */
export const placeName = (name: string): string => name.toLowerCase().replace(/[\s._-]+/g, '');

/** The values that a text can be filled with, by what they are called (`placeName`). */
export type PlaceValues = ReadonlyMap<string, string>;

/**
 * What is known of a contact. Secure variables are none of it: a customer's secret is not put into a text by itself. What
 * the contact centre itself calls a thing wins over a variable of the same name.
 */
export const placeValues = ({customer, queue, cad}: Interaction, agentName: string): PlaceValues => {
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
  return new Map(known.map(([key, value]) => [placeName(key), value]));
};

/** A text with its places filled; those without a value stay, to be seen. */
export const fillPlaces = (text: string, values: PlaceValues): string =>
  text.replace(PLACE, (_, name: string) => values.get(placeName(name)) ?? `{{${name}}}`);
