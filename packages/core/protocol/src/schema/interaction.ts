import * as v from 'valibot';
import {LEAVE_REASONS, PHASES} from '@deskwire/domain';

import {LIMITS} from '../limits.js';
import {
  agentRef,
  channel,
  clipped,
  customer,
  id,
  instant,
  line,
  list,
  maybe,
  origin,
  queueRef,
  target,
} from './basics.js';
import {cadVariable, content, guideReplies} from './content.js';

/** Who is at the far end of a leg. */
export const party = v.variant('kind', [
  v.object({kind: v.literal('customer')}),
  v.object({kind: v.literal('agent'), agent: agentRef}),
  v.object({kind: v.literal('number'), number: line, name: maybe(line)}),
  v.object({kind: v.literal('bot'), name: line}),
]);

const leg = v.object({id, party, presence: v.picklist(['ringing', 'joined', 'gone']), since: instant});

const talk = v.variant('kind', [
  v.object({kind: v.literal('none')}),
  v.object({kind: v.literal('together'), since: instant}),
  v.object({kind: v.literal('hold'), since: instant, heldSince: instant}),
  v.object({
    kind: v.literal('consult-requested'),
    by: id,
    target,
    leg: maybe(id),
    since: instant,
    heldSince: instant,
  }),
  v.object({
    kind: v.literal('consult'),
    by: id,
    leg: id,
    hears: v.picklist(['consulted', 'customer']),
    since: instant,
    heldSince: instant,
  }),
  v.object({kind: v.literal('conference-requested'), by: id, target, since: instant}),
  v.object({kind: v.literal('conference'), by: id, legs: list(id, LIMITS.few), since: instant}),
]);

const recording = v.variant('state', [
  v.object({state: v.literal('off')}),
  v.object({state: v.literal('on'), since: instant}),
  v.object({state: v.literal('paused'), since: instant, resumeAt: maybe(instant)}),
]);

const wrapUp = v.object({since: instant, deadline: maybe(instant), defaultReasonId: maybe(id)});

/** Why an engagement is over. */
export const leaveReason = v.picklist(LEAVE_REASONS);

const engagement = v.object({
  agent: agentRef,
  role: v.picklist(['owner', 'consulted', 'conferenced']),
  phase: v.picklist(PHASES),
  since: instant,
  expiresAt: maybe(instant),
  acceptedAt: maybe(instant),
  muted: maybe(v.boolean()),
  readAt: maybe(instant),
  wrapUp: maybe(wrapUp),
  wrapUpReasonIds: maybe(list(id, LIMITS.few)),
  left: maybe(leaveReason),
});

/** How an interaction ended. */
export const endingReason = v.picklist([
  'ended',
  'abandoned',
  'failed',
  'rejected',
  'unanswered',
  'merged',
  'cancelled',
  'skipped',
]);

/** Who ended it, and how. */
export const ending = v.object({
  at: instant,
  by: v.picklist(['agent', 'customer', 'system']),
  reason: endingReason,
});

/** What a call guide brought. */
export const guideResult = v.object({by: agentRef, at: instant, replies: guideReplies});

/** One customer contact. */
export const interaction = v.object({
  id,
  channel,
  origin,
  customer,
  queue: maybe(queueRef),
  entryPointId: maybe(id),
  dnis: maybe(clipped(LIMITS.line)),
  ani: maybe(line),
  subject: maybe(clipped(LIMITS.note)),
  campaignId: maybe(id),
  campaignContactId: maybe(id),
  guide: maybe(guideResult),
  createdAt: instant,
  legs: list(leg, LIMITS.few),
  talk,
  transfer: maybe(v.object({by: id, to: target, since: instant})),
  engagements: list(engagement, LIMITS.few),
  recording,
  cad: list(cadVariable, LIMITS.variables),
  content,
  ending: maybe(ending),
});
