import type {AgentId, Interaction, InteractionId, Leg, LeaveReason} from '@deskwire/domain';
import {leaveLeg, legById, legOfAgent} from './legs.js';
import type {Turn} from './turn.js';

/** Whoever is in a consult or a conference beside the owner and the customer, and what may become of them. */

const leave = (turn: Turn, interactionId: InteractionId, leg: Leg, reason: LeaveReason): void => {
  if (leg.party.kind === 'agent') {
    turn.emit({type: 'engagement.left', interactionId, agentId: leg.party.agent.id, reason});
  }
  leaveLeg(turn, interactionId, leg);
};

const byOf = ({party}: Leg): AgentId | 'system' => (party.kind === 'agent' ? party.agent.id : 'system');

/**
 * Somebody beside the owner is out, and the owner and the customer go on together: the other one left by themselves, or
 * the owner sent them away.
 * @param by Whose doing it is; unless given, theirs.
 */
export const partWith = (
  turn: Turn,
  interaction: Interaction,
  leg: Leg,
  reason: LeaveReason,
  by?: AgentId,
): void => {
  const {id: interactionId, talk} = interaction;
  leave(turn, interactionId, leg, reason);
  if (talk.kind === 'consult') {
    turn.emit({type: 'consult.ended', interactionId, by: by ?? byOf(leg)});
    turn.emit({type: 'call.connected', interactionId, agentId: talk.by});
  } else {
    turn.emit({type: 'conference.left', interactionId, legId: leg.id});
  }
};

/** An agent beside the owner leaves; nobody wraps up for that. */
export const leaveAgent = (
  turn: Turn,
  interaction: Interaction,
  agentId: AgentId,
  reason: LeaveReason,
): void => {
  const leg = legOfAgent(interaction, agentId);
  if (leg) partWith(turn, interaction, leg, reason);
};

/** The leg of whoever is consulted. */
export const consultedLeg = (interaction: Interaction): Leg | undefined =>
  interaction.talk.kind === 'consult' ? legById(interaction, interaction.talk.leg) : undefined;

/** The legs of a conference beside the owner's and the customer's. */
export const conferencedLegs = (interaction: Interaction): readonly Leg[] => {
  const {talk} = interaction;
  return talk.kind === 'conference' ? talk.legs.flatMap((id) => legById(interaction, id) ?? []) : [];
};
