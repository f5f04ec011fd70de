import {isSameNumber, type AgentId, type Interaction, type LegId} from '@deskwire/domain';
import type {Centre, Signal} from '@deskwire/engine';

import type {CallId, LineNumber, MediaEvent} from './media-port.js';

type LineEvent = Extract<MediaEvent, {type: 'ringing' | 'answered' | 'declined' | 'failed' | 'hung-up'}>;

/** The agent whose desk phone has this number. */
export const agentAt = ({agents}: Centre, line: LineNumber): AgentId | undefined => {
  for (const [id, {profile}] of agents) {
    if (profile.station.kind === 'desk-phone' && profile.station.dn === line) return id;
  }
  return undefined;
};

const ofNumber = (type: LineEvent['type'], interactionId: CallId, legId: LegId): Signal | undefined => {
  const leg = {interactionId, legId};
  if (type === 'answered') return {type: 'number.answered', ...leg};
  if (type === 'hung-up') return {type: 'number.gone', ...leg};
  return type === 'ringing' ? undefined : {type: 'number.failed', ...leg, reason: type};
};

const OF_CUSTOMER = {
  answered: 'customer.answered',
  declined: 'customer.rejected',
  failed: 'customer.failed',
  'hung-up': 'customer.gone',
} as const;

const ofCustomer = (type: LineEvent['type'], interactionId: CallId): Signal | undefined =>
  type === 'ringing' ? undefined : {type: OF_CUSTOMER[type], interactionId};

const legAt = (interaction: Interaction | undefined, line: LineNumber): LegId | undefined =>
  interaction?.legs.find(
    ({party, presence}) => party.kind === 'number' && isSameNumber(party.number, line) && presence !== 'gone',
  )?.id;

/** What a phone tells about a call, in the engine's words; undefined where there is nothing to say. */
export const signalOf = (centre: Centre, {type, callId, line, side}: LineEvent): Signal | undefined => {
  if (side === 'customer') return ofCustomer(type, callId);
  if (side === 'outside') {
    // A leg that is let go already has no id any more: the engine says that it does not know it.
    return ofNumber(type, callId, legAt(centre.interactions.get(callId), line) ?? 'gone');
  }
  const agentId = agentAt(centre, line);
  return agentId === undefined ? undefined : {type: `station.${type}`, interactionId: callId, agentId};
};
