import * as v from 'valibot';

import {LIMITS} from '@deskwire/protocol';

/** What an admin reads about a setting; it becomes the published JSON Schema. */
export interface About {
  readonly title: string;
  readonly description: string;
  /** Of what a number counts, e.g. `seconds`. */
  readonly unit?: string;
  readonly examples?: readonly unknown[];
}

/** A schema that says of itself what it is. */
export const about = <const S extends v.GenericSchema>(schema: S, what: About) =>
  v.pipe(schema, v.metadata(what as unknown as Record<string, unknown>));

/** A setting with the value that holds while admin has not set it. */
export const or = <const S extends v.GenericSchema>(schema: S, value: unknown) =>
  v.optional(schema, () => structuredClone(value) as v.InferInput<S>);

/** A setting that may be left out. */
export const maybe = <const S extends v.GenericSchema>(schema: S) => v.exactOptional(schema);

/** Without control characters and line breaks; written so that every dialect of JSON Schema reads it alike. */
// eslint-disable-next-line no-control-regex -- control characters are what it keeps out
const ONE_LINE = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/;

/** Text of one line that is not empty. */
export const line = (max: number = LIMITS.id) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(max),
    v.regex(ONE_LINE, 'must be one line without control characters'),
  );

/** Text of several lines. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** A list of at most so many entries, as many as the wire carries. */
export const list = <const S extends v.GenericSchema>(item: S, max: number = LIMITS.many) =>
  v.pipe(v.array(item), v.maxLength(max));

/** A whole number within limits. */
export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** Nothing that a person sets lasts longer, in seconds. */
export const LONGEST_WAIT = 3_600;

/** A duration that a person sets. */
export const seconds = (min: number, max: number, title: string, description: string) =>
  about(whole(min, max), {title, description, unit: 'seconds'});

/** Yes or no. */
export const flag = (title: string, description: string) => about(v.boolean(), {title, description});

/** The name under which other parts of the configuration mean a thing. */
export const id = about(line(), {
  title: 'Id',
  description:
    'The name under which other parts of the configuration, commands and facts mean it. Never shown.',
});

/** What people read. */
export const shownName = about(line(), {title: 'Name', description: 'What agents read.'});

/** What people read, in one language or in both. */
export const label = about(v.union([line(), v.strictObject({en: line(), ko: line()})]), {
  title: 'Label',
  description: 'What people read: one text, or one in English and one in Korean.',
  examples: ['Account', {en: 'Account', ko: '계좌'}],
});

/** A telephone number as people write it. */
export const number = about(line(64), {
  title: 'Number',
  description:
    'As people write it; spaces, dashes and brackets are not dialled. In quotes, or YAML takes it for a sum.',
  examples: ['1588-0420', '+82 32-555-0119'],
});

/** A setting of each channel. */
export const perChannel = <
  const A extends v.GenericSchema,
  const B extends v.GenericSchema,
  const C extends v.GenericSchema,
  const D extends v.GenericSchema,
>(
  voice: A,
  chat: B,
  social: C,
  email: D,
) => v.strictObject({voice, chat, social, email});
