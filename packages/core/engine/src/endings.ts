import {isOpen, type Engagement, type Ending, type Interaction} from '@deskwire/domain';
import type {Turn} from './turn.js';
import {startWrapUp} from './wrap-up.js';

const release = (turn: Turn, interaction: Interaction, {agent, role, phase}: Engagement): void => {
  if (phase === 'active' && role === 'owner') return startWrapUp(turn, interaction, agent.id);
  const reason = phase === 'active' ? 'ended' : 'withdrawn';
  turn.emit({type: 'engagement.left', interactionId: interaction.id, agentId: agent.id, reason});
};

/** The contact is over: requests are withdrawn, the owner wraps up. Nobody is to blame, so nobody turns RONA. */
export const endInteraction = (
  turn: Turn,
  interaction: Interaction,
  by: Ending['by'],
  reason: Ending['reason'],
): void => {
  turn.emit({
    type: 'interaction.ended',
    interactionId: interaction.id,
    ending: {at: turn.now, by, reason},
  });
  for (const engagement of interaction.engagements) {
    if (isOpen(engagement) && engagement.phase !== 'wrap-up') release(turn, interaction, engagement);
  }
};

/** Whether somebody handles it now, an agent or an outside number that it was passed on to; else it waits or rings. */
export const isHandled = ({engagements, talk}: Interaction): boolean =>
  talk.kind !== 'none' || engagements.some(({phase}) => phase === 'active');
