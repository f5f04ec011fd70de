import * as v from 'valibot';

import {LIMITS} from '../limits.js';
import {agentRef, count, id, label, line, list, maybe, queueRef} from './basics.js';
import {message} from './content.js';

/** Every query. `limit` may ask for at most a thousand messages. */
export const query = v.variant('type', [
  v.object({
    type: v.literal('messages.before'),
    interactionId: id,
    messageId: id,
    limit: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000)),
  }),
  v.object({type: v.literal('directory.agents'), interactionId: maybe(id)}),
  v.object({type: v.literal('directory.queues'), interactionId: maybe(id)}),
  v.object({type: v.literal('directory.entry-points'), interactionId: maybe(id)}),
  v.object({type: v.literal('directory.numbers')}),
]);

const directoryAgent = v.object({
  kind: v.literal('agent'),
  agent: agentRef,
  state: v.picklist(['available', 'engaged', 'wrap-up', 'idle', 'rona', 'signed-out']),
  reason: maybe(label),
  canReceive: v.boolean(),
});

const rows = <const Item extends v.GenericSchema>(item: Item) => list(item, LIMITS.rows);

/** What each query answers. */
export const answers = {
  'messages.before': v.object({messages: list(message), earlier: count}),
  'directory.agents': v.object({agents: rows(directoryAgent)}),
  'directory.queues': v.object({queues: rows(queueRef)}),
  'directory.entry-points': v.object({
    entryPoints: rows(v.object({id, name: line, number: maybe(line)})),
  }),
  'directory.numbers': v.object({numbers: rows(v.object({name: line, number: line}))}),
};
