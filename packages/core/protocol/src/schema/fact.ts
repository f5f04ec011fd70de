import * as v from 'valibot';
import {COMMAND_TYPES, FEATURES, type FactType} from '@deskwire/domain';

import {LIMITS} from '../limits.js';
import {
  agentRef,
  amount,
  channel,
  clipped,
  count,
  customer,
  id,
  instant,
  knownOf,
  line,
  list,
  maybe,
  queueRef,
  target,
  text,
  who,
} from './basics.js';
import {cadVariable, changedBy, guideReplies, mail, message, redaction} from './content.js';
import {ending, interaction, leaveReason, party} from './interaction.js';
import {profile, tenant} from './tenant.js';

/** The envelope of every fact. */
export const stamp = {seq: count, at: instant, cause: maybe(id)};
const on = {...stamp, interactionId: id};
const by = {...on, agentId: id};
const ended = {...on, by: id};
const failed = {...on, reason: v.picklist(['missed', 'declined', 'cancelled', 'failed'])};
const legFact = {...on, legId: id};

const presence = v.variant('state', [
  v.object({state: v.literal('signed-out'), since: instant}),
  v.object({state: v.literal('available'), since: instant}),
  v.object({state: v.literal('idle'), reasonId: id, since: instant}),
  v.object({
    state: v.literal('rona'),
    since: instant,
    interactionId: id,
    channel,
    queue: maybe(queueRef),
    missedAfterSeconds: maybe(amount),
  }),
]);

const handset = v.object({offHook: v.boolean()});

const snapshot = v.object({
  viewer: who,
  capabilities: v.object({commands: knownOf(COMMAND_TYPES), features: knownOf(FEATURES)}),
  tenant,
  profile: maybe(profile),
  presence,
  handset,
  interactions: list(interaction),
});

const fact = <const Type extends FactType, const Entries extends v.ObjectEntries>(
  type: Type,
  entries: Entries,
) => v.object({type: v.literal(type), ...entries});

/** Every fact that this version knows. */
export const facts = [
  fact('desk.hydrated', {...stamp, epoch: id, snapshot}),
  fact('tenant.changed', {...stamp, tenant}),
  fact('agent.state-changed', {...stamp, agentId: id, presence}),
  fact('agent.profile-changed', {...stamp, profile}),
  fact('handset.changed', {...stamp, agentId: id, handset}),
  fact('agent.connected', {...stamp, agentId: id}),
  fact('agent.disconnected', {...stamp, agentId: id}),
  fact('interaction.created', {...on, interaction}),
  fact('interaction.shown', {...on, interaction}),
  fact('interaction.hidden', on),
  fact('interaction.queued', {...on, queue: queueRef, avoid: maybe(id)}),
  fact('interaction.ended', {...on, ending}),
  fact('interaction.transferred', {
    ...on,
    by: id,
    to: target,
    how: v.picklist(['blind', 'consult', 'conference']),
  }),
  fact('customer.updated', {...on, customer}),
  fact('engagement.reserved', {...on, agent: agentRef, role: v.picklist(['owner', 'consulted'])}),
  fact('engagement.offered', {...by, expiresAt: maybe(instant)}),
  fact('engagement.accepted', by),
  fact('engagement.left', {...by, reason: leaveReason}),
  fact('engagement.read', {...by, readAt: instant}),
  fact('wrap-up.started', {...by, deadline: maybe(instant), defaultReasonId: maybe(id)}),
  fact('wrap-up.extended', by),
  fact('wrap-up.submitted', {
    ...by,
    reasonIds: list(id, LIMITS.few),
    auto: v.boolean(),
    note: maybe(text(LIMITS.note)),
  }),
  fact('leg.ringing', {...legFact, party}),
  fact('leg.joined', {...legFact, party}),
  fact('leg.left', legFact),
  fact('call.connected', {...on, agentId: maybe(id)}),
  fact('call.held', by),
  fact('call.resumed', by),
  fact('call.muted', by),
  fact('call.unmuted', by),
  fact('call.dtmf-sent', {...by, digits: line}),
  fact('consult.requested', {...by, target}),
  fact('consult.ringing', legFact),
  fact('consult.accepted', legFact),
  fact('consult.failed', failed),
  fact('consult.held', on),
  fact('consult.resumed', on),
  fact('consult.ended', ended),
  fact('conference.requested', {...by, target}),
  fact('conference.failed', failed),
  fact('conference.started', {...by, legIds: list(id, LIMITS.few)}),
  fact('conference.joined', legFact),
  fact('conference.left', legFact),
  fact('conference.ended', ended),
  fact('recording.started', on),
  fact('recording.paused', {...on, resumeAt: maybe(instant)}),
  fact('recording.resumed', {...on, auto: v.boolean()}),
  fact('recording.stopped', on),
  fact('cad.defined', {...on, variables: list(cadVariable, LIMITS.variables)}),
  fact('cad.changed', {
    ...on,
    changes: list(v.object({name: line, value: text(LIMITS.cadValue), version: count}), LIMITS.variables),
    by: changedBy,
  }),
  fact('cad.overwritten', {
    ...by,
    name: line,
    winner: line,
    kept: text(LIMITS.cadValue),
    lost: text(LIMITS.cadValue),
  }),
  fact('message.posted', {...on, message}),
  fact('message.redacted', {
    ...on,
    messageId: id,
    text: text(LIMITS.message),
    redactions: list(redaction, LIMITS.few),
  }),
  fact('attachment.released', {...on, attachmentId: id}),
  fact('attachment.dropped', {...on, attachmentId: id}),
  fact('message.delivered', {...on, messageId: id}),
  fact('message.read', {...on, messageId: id}),
  fact('customer.left', on),
  fact('customer.returned', on),
  fact('mail.received', {...on, mail}),
  fact('mail.queued', {...on, mail}),
  fact('mail.recalled', {...on, mailId: id}),
  fact('mail.sent', {...on, mailId: id}),
  fact('mail.failed', {...on, mailId: id, failure: clipped(LIMITS.note)}),
  fact('outdial.failed', {
    ...by,
    reason: v.picklist([
      'not-connected',
      'agent-declined',
      'customer-rejected',
      'customer-unanswered',
      'inbound-won',
      'limit',
    ]),
    code: maybe(v.picklist([26, 27])),
  }),
  fact('call-guide.submitted', {...on, by: agentRef, replies: guideReplies}),
] as const;

/** The part of an unknown fact that the stream depends on; whatever else it carries is passed on. */
export const unknownFact = v.looseObject({...stamp, type: line, interactionId: maybe(id)});
