import * as v from 'valibot';
import {
  refuse,
  type Answers,
  type Attachment,
  type Fact,
  type QueryType,
  type Refusal,
} from '@deskwire/domain';

import {parseJson} from './json.js';
import {SERVER_MESSAGE_LENGTH} from './limits.js';
import type {ServerMessage} from './messages.js';
import type {Parsed} from './parse.js';
import {problemOf} from './problem.js';
import {attachment as attachmentSchema} from './schema/content.js';
import {facts as factSchemas, unknownFact} from './schema/fact.js';
import {refusal as refusalSchema, server} from './schema/message.js';
import {answers} from './schema/query.js';

type FactSchema = v.GenericSchema<unknown, Fact>;

const knownFacts: ReadonlyMap<unknown, FactSchema> = new Map(
  factSchemas.map((schema) => [schema.entries.type.literal, schema as FactSchema]),
);

const typeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as {readonly type?: unknown}).type : undefined;

/** A fact of a newer gateway is passed on whole: the reducer moves its cursor over it and does nothing else. */
const parseFact = (value: unknown, field: string): Parsed<Fact> => {
  const schema = knownFacts.get(typeOf(value)) ?? (unknownFact as unknown as FactSchema);
  const parsed = v.safeParse(schema, value, {abortEarly: true});
  return parsed.success
    ? {ok: true, value: parsed.output}
    : {ok: false, refusal: problemOf(parsed.issues, field)};
};

const parseFacts = (values: readonly unknown[]): Parsed<ServerMessage> => {
  const facts: Fact[] = [];
  for (const [index, value] of values.entries()) {
    const fact = parseFact(value, `facts.${index}`);
    if (!fact.ok) return fact;
    facts.push(fact.value);
  }
  return {ok: true, value: {type: 'facts', facts}};
};

/**
 * Reads what a gateway sent. Never throws. Facts of a known type are checked as far as a desk depends on them; unknown
 * fact types are passed on, unknown fields of known ones dropped. The `answer` of a query is not looked at here: only
 * who asked knows what it must be, and reads it with `parseAnswer`.
 * @param text One text frame.
 */
export const parseServerMessage = (text: string): Parsed<ServerMessage> => {
  if (text.length > SERVER_MESSAGE_LENGTH) {
    return {ok: false, refusal: refuse('DW_WIRE_TOO_LARGE', {max: SERVER_MESSAGE_LENGTH})};
  }
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) {
    return {ok: false, refusal: refuse('DW_WIRE_MALFORMED', {field: 'json'})};
  }
  const parsed = v.safeParse(server, value, {abortEarly: true});
  if (!parsed.success) return {ok: false, refusal: problemOf(parsed.issues)};
  const message = parsed.output;
  return message.type === 'facts' ? parseFacts(message.facts) : {ok: true, value: message as ServerMessage};
};

/** Reads the `answer` of a query of this type. */
export const parseAnswer = <T extends QueryType>(type: T, value: unknown): Parsed<Answers[T]> => {
  const schema = answers[type] as unknown as v.GenericSchema<unknown, Answers[T]>;
  const parsed = v.safeParse(schema, value, {abortEarly: true});
  return parsed.success
    ? {ok: true, value: parsed.output}
    : {ok: false, refusal: problemOf(parsed.issues, 'answer')};
};

/** Reads a refusal, as HTTP answers carry it under `refusal`; undefined where it is none. */
export const parseRefusal = (value: unknown): Refusal | undefined => {
  const parsed = v.safeParse(refusalSchema, value, {abortEarly: true});
  return parsed.success ? parsed.output : undefined;
};

/** Reads an attachment, as an upload is answered with one; undefined where it is none. */
export const parseAttachment = (value: unknown): Attachment | undefined => {
  const parsed = v.safeParse(attachmentSchema, value, {abortEarly: true});
  return parsed.success ? parsed.output : undefined;
};
