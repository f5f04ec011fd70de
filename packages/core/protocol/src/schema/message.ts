import * as v from 'valibot';
import {REFUSALS, refuse, type Refusal, type RefusalCode} from '@deskwire/domain';

import {LIMITS} from '../limits.js';
import {commandId, count, cursor, id, instant, line, text} from './basics.js';
import {command} from './command.js';
import {author} from './content.js';
import {query} from './query.js';

/** What a desk says. */
export const client = v.variant('type', [
  v.object({
    type: v.literal('hello'),
    protocol: count,
    token: v.pipe(text(LIMITS.token), v.nonEmpty()),
    cursor: v.exactOptional(cursor),
  }),
  v.object({type: v.literal('command'), id: commandId, command}),
  v.object({type: v.literal('query'), id: commandId, query}),
  v.object({type: v.literal('typing'), interactionId: id, isTyping: v.boolean()}),
  v.object({type: v.literal('pong')}),
]);

const isKnownCode = (code: string): code is RefusalCode => Object.hasOwn(REFUSALS, code);

/** A no of a newer gateway keeps its meaning as far as we know it: something failed there. */
export const refusal = v.pipe(
  v.object({
    code: line,
    params: v.exactOptional(v.pipe(v.record(line, v.union([line, v.number()])), v.maxEntries(32))),
  }),
  v.transform(({code, params}): Refusal =>
    isKnownCode(code) ? refuse(code, params) : refuse('DW_SERVER_FAILED', {code}),
  ),
);

const yes = v.literal(true);
const no = v.literal(false);

/** What a gateway says. Facts and answers are looked at one by one afterwards. */
export const server = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    protocol: count,
    epoch: id,
    now: instant,
    heartbeatSeconds: v.pipe(v.number(), v.minValue(0.01), v.maxValue(3_600)),
    resumed: v.boolean(),
  }),
  v.object({type: v.literal('facts'), facts: v.pipe(v.array(v.unknown()), v.maxLength(LIMITS.many))}),
  v.variant('ok', [
    v.object({type: v.literal('result'), ok: yes, id: commandId}),
    v.object({type: v.literal('result'), ok: no, id: commandId, refusal}),
  ]),
  v.variant('ok', [
    v.object({type: v.literal('answer'), ok: yes, id: commandId, answer: v.unknown()}),
    v.object({type: v.literal('answer'), ok: no, id: commandId, refusal}),
  ]),
  v.object({type: v.literal('typing'), interactionId: id, isTyping: v.boolean(), from: author}),
  v.object({type: v.literal('rejected'), refusal}),
  v.object({type: v.literal('refused'), refusal, final: v.boolean()}),
  v.object({type: v.literal('ping')}),
]);
