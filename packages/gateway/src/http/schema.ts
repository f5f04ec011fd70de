import * as v from 'valibot';

import {RefusedError} from '../refused.js';

/** One line of text as a person types it, without control characters. */
export const line = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u));

/** The same, where nothing at all is an answer too. */
export const maybeLine = (max: number) =>
  v.optional(v.union([v.pipe(v.string(), v.trim(), v.literal('')), line(max)]), '');

/** A mail address that can stand in an envelope: no spaces, brackets, quotes or control characters. */
export const address = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254),
  v.regex(/^[^\s<>()[\],;:\\"@\p{Cc}]{1,64}@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/u),
);

/**
 * The body of a request, or a refusal that names the field and never what stood there.
 * @throws {RefusedError} DW_INPUT_INVALID
 */
export const readBody = <S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, body, {abortEarly: true});
  if (parsed.success) return parsed.output;
  const field = v.getDotPath(parsed.issues[0]);
  throw new RefusedError('DW_INPUT_INVALID', field === null ? undefined : {field});
};
