import * as v from 'valibot';
import {refuse, type Refusal} from '@deskwire/domain';

import {decodeUtf8, parseJson} from './json.js';
import {bytesOf, MAIL_BYTES, MESSAGE_BYTES, type Sender} from './limits.js';
import {PROTOCOL_VERSION, type ClientMessage} from './messages.js';
import {problemOf} from './problem.js';
import {client} from './schema/message.js';

/** A message, or why it is none. `id` is that of the refused command or query, where it could be read. */
export type Parsed<T> =
  | {readonly ok: true; readonly value: T}
  | {readonly ok: false; readonly refusal: Refusal; readonly id?: string};

/** The id of a message that is not read as a whole: `encode` puts it near the front. */
const HEAD = /^\{"type":"(?:command|query)","id":"([\w.:-]{1,64})"/;
const headId = (text: string): {readonly id?: string} => {
  const id = HEAD.exec(text.slice(0, 128))?.[1];
  return id === undefined ? {} : {id};
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (value: Readonly<Record<string, unknown>>): {readonly id?: string} =>
  typeof value.id === 'string' && /^[\w.:-]{1,64}$/.test(value.id) ? {id: value.id} : {};

const tooLarge = (text: string, max: number): Parsed<never> => ({
  ok: false,
  refusal: refuse('DW_WIRE_TOO_LARGE', {max}),
  ...headId(text),
});

const isMail = (value: Readonly<Record<string, unknown>>): boolean =>
  value.type === 'command' && isRecord(value.command) && value.command.type === 'mail.send';

/** Hello of another version is answered by its version: the rest of it may have another shape. */
const wrongVersion = (value: Readonly<Record<string, unknown>>): Refusal | undefined =>
  value.type === 'hello' && typeof value.protocol === 'number' && value.protocol !== PROTOCOL_VERSION
    ? refuse('DW_WIRE_VERSION', {gateway: PROTOCOL_VERSION, desk: value.protocol})
    : undefined;

const validate = (value: Readonly<Record<string, unknown>>, sender: Sender): Parsed<ClientMessage> => {
  const version = wrongVersion(value);
  if (version) return {ok: false, refusal: version};
  const parsed = v.safeParse(client, value, {abortEarly: true});
  if (!parsed.success) return {ok: false, refusal: problemOf(parsed.issues), ...idOf(value)};
  if ((sender === 'stranger') !== (parsed.output.type === 'hello')) {
    const refusal =
      sender === 'stranger' ? refuse('DW_AUTH_MISSING') : refuse('DW_WIRE_MALFORMED', {field: 'type'});
    return {ok: false, refusal, ...idOf(value)};
  }
  return {ok: true, value: parsed.output};
};

/**
 * Reads what a desk or a visitor's page sent. Never throws; an answer of no carries a code and the path of the field,
 * never what stood there.
 * @param data One text frame, as text or as its bytes.
 * @param sender Decides how much may be sent, and whether hello is due: of a stranger only hello is taken.
 */
export const parseClientMessage = (data: string | Uint8Array, sender: Sender): Parsed<ClientMessage> => {
  const hardLimit = sender === 'agent' ? MAIL_BYTES : MESSAGE_BYTES[sender];
  if (data.length > hardLimit) return tooLarge(typeof data === 'string' ? data : '', hardLimit);
  const text = typeof data === 'string' ? data : decodeUtf8(data);
  if (text === undefined) return {ok: false, refusal: refuse('DW_WIRE_MALFORMED', {field: 'utf-8'})};
  const size = bytesOf(text, hardLimit);
  if (size > hardLimit) return tooLarge(text, hardLimit);
  const value = parseJson(text);
  if (!isRecord(value)) return {ok: false, refusal: refuse('DW_WIRE_MALFORMED', {field: 'json'})};
  if (size > MESSAGE_BYTES[sender] && !isMail(value)) return tooLarge(text, MESSAGE_BYTES[sender]);
  return validate(value, sender);
};

/** Whether a message of an agent or a customer is small enough to be taken: for asking before it is sent. */
export const fits = (message: ClientMessage, text: string, sender: Exclude<Sender, 'stranger'>): boolean => {
  const mail = sender === 'agent' && message.type === 'command' && message.command.type === 'mail.send';
  const limit = mail ? MAIL_BYTES : MESSAGE_BYTES[message.type === 'hello' ? 'stranger' : sender];
  return bytesOf(text, limit) <= limit;
};
