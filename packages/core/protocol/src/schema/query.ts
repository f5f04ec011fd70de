import * as v from 'valibot';

import {LIMITS} from '../limits.js';
import {
  agentRef,
  atMost,
  channel,
  clipped,
  count,
  customer,
  id,
  instant,
  label,
  line,
  list,
  maybe,
  origin,
  queueRef,
} from './basics.js';
import {content, message} from './content.js';
import {endingReason, guideResult, leaveReason} from './interaction.js';

/** Messages that can be asked for at once. */
const MESSAGES = 1_000;
/** What a page of a history ended with; opaque. */
const bookmark = v.pipe(line, v.nonEmpty());

/** Every query. */
export const query = v.variant('type', [
  v.object({
    type: v.literal('messages.before'),
    interactionId: id,
    messageId: id,
    limit: atMost(MESSAGES),
  }),
  v.object({type: v.literal('directory.agents'), interactionId: maybe(id)}),
  v.object({type: v.literal('directory.queues'), interactionId: maybe(id)}),
  v.object({type: v.literal('directory.entry-points'), interactionId: maybe(id)}),
  v.object({type: v.literal('directory.numbers')}),
  v.object({
    type: v.literal('history.mine'),
    channel: maybe(v.picklist(['voice', 'chat', 'email'])),
    after: maybe(bookmark),
    limit: atMost(LIMITS.page),
  }),
  v.object({
    type: v.literal('history.customer'),
    interactionId: id,
    after: maybe(bookmark),
    limit: atMost(LIMITS.page),
  }),
  v.object({
    type: v.literal('history.content'),
    interactionId: id,
    customerOf: maybe(id),
    before: maybe(id),
    limit: atMost(MESSAGES),
  }),
]);

const directoryAgent = v.object({
  kind: v.literal('agent'),
  agent: agentRef,
  state: v.picklist(['available', 'engaged', 'wrap-up', 'idle', 'rona', 'signed-out']),
  reason: maybe(label),
  canReceive: v.boolean(),
});

const rows = <const Item extends v.GenericSchema>(item: Item) => list(item, LIMITS.rows);

const historyEntry = v.object({
  interactionId: id,
  channel,
  origin,
  customer,
  queue: maybe(queueRef),
  subject: maybe(clipped(LIMITS.note)),
  agent: maybe(agentRef),
  at: instant,
  seconds: maybe(count),
  reasons: list(label, LIMITS.few),
  outcome: maybe(v.union([leaveReason, endingReason])),
});
const historyPage = v.object({entries: list(historyEntry, LIMITS.page), next: maybe(bookmark)});

/** What each query answers. */
export const answers = {
  'messages.before': v.object({messages: list(message), earlier: count}),
  'directory.agents': v.object({agents: rows(directoryAgent)}),
  'directory.queues': v.object({queues: rows(queueRef)}),
  'directory.entry-points': v.object({
    entryPoints: rows(v.object({id, name: line, number: maybe(line)})),
  }),
  'directory.numbers': v.object({numbers: rows(v.object({name: line, number: line}))}),
  'history.mine': historyPage,
  'history.customer': historyPage,
  'history.content': v.object({entry: historyEntry, content, guide: maybe(guideResult)}),
};
