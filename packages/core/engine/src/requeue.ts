import {
  isOpen,
  type AgentId,
  type Engagement,
  type Interaction,
  type InteractionId,
  type LeaveReason,
} from '@deskwire/domain';
import {endInteraction} from './endings.js';
import {given} from './given.js';
import {leaveLeg} from './legs.js';
import {stopRecording} from './recording.js';
import type {Turn} from './turn.js';

/** Who sent a call to an entry point never gets it back, however often it is missed there (XFER-11). */
const avoided = ({transfer}: Interaction): string | undefined =>
  transfer?.to.kind === 'entry-point' ? transfer.by : undefined;

/** The contact goes back to where it waited, at the place that its age gives it. */
export const requeue = (turn: Turn, interactionId: InteractionId): void => {
  const interaction = turn.interaction(interactionId);
  if (!interaction) return;
  const {queue} = interaction;
  if (queue)
    turn.emit({type: 'interaction.queued', interactionId, queue, ...given('avoid', avoided(interaction))});
  else endInteraction(turn, interaction, 'system', 'failed');
};

const leftAs = ({agent, phase}: Engagement, lost: AgentId): LeaveReason => {
  if (agent.id === lost) return 'connection-lost';
  return phase === 'active' ? 'ended' : 'withdrawn';
};

/** Its owner is lost for good: everybody but the customer is out, without wrap-up, and the customer waits again. */
export const sendBack = (turn: Turn, interaction: Interaction, lost: AgentId): void => {
  const {id: interactionId, engagements, legs} = interaction;
  for (const engagement of engagements) {
    if (!isOpen(engagement) || engagement.phase === 'wrap-up') continue;
    const reason = leftAs(engagement, lost);
    turn.emit({type: 'engagement.left', interactionId, agentId: engagement.agent.id, reason});
  }
  for (const leg of legs) {
    const stays = leg.presence === 'gone' || (leg.party.kind === 'customer' && leg.presence === 'joined');
    if (!stays) leaveLeg(turn, interactionId, leg);
  }
  stopRecording(turn, interaction);
  requeue(turn, interactionId);
};

/** Nobody has it: it looks on in its queue, unless this one agent was asked for by name; then it is dropped (XFER-10). */
export const lookOn = (turn: Turn, interactionId: InteractionId): void => {
  const interaction = turn.interaction(interactionId);
  if (interaction?.transfer?.to.kind === 'agent') endInteraction(turn, interaction, 'system', 'unanswered');
  else requeue(turn, interactionId);
};
