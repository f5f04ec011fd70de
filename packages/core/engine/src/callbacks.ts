import type {AgentId, Interaction, Refusal} from '@deskwire/domain';
import {limitFailure, type DialFailure} from './dial-out.js';
import {leaveLeg, legOfAgent, legOfCustomer} from './legs.js';
import {requeue} from './requeue.js';
import type {Turn} from './turn.js';

/** A callback whose customer is not on the line yet. */
export const mustBeDialled = (interaction: Interaction): boolean =>
  interaction.origin === 'callback' && legOfCustomer(interaction)?.presence !== 'joined';

/** The agent is told why, is free without wrap-up, and the contact goes back to its queue (ARR-7). */
export const failCallback = (
  turn: Turn,
  interaction: Interaction,
  agentId: AgentId,
  failure: DialFailure,
): void => {
  const {id: interactionId} = interaction;
  turn.emit({type: 'outdial.failed', interactionId, agentId, ...failure});
  leaveLeg(turn, interactionId, legOfCustomer(interaction));
  turn.emit({type: 'engagement.left', interactionId, agentId, reason: 'failed'});
  leaveLeg(turn, interactionId, legOfAgent(interaction, agentId));
  requeue(turn, interactionId);
};

/** There can be no further call: the request goes before it was accepted. */
export const failAtLimit = (turn: Turn, interaction: Interaction, agentId: AgentId, limit: Refusal): void =>
  failCallback(turn, interaction, agentId, limitFailure(limit));
