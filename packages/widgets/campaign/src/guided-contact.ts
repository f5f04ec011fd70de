import {
  engagementOf,
  selectAgentId,
  type Ask,
  type Campaign,
  type DeskState,
  type Interaction,
  type InteractionId,
  type Verdict,
} from '@deskwire/domain';
import {controlOf} from '@deskwire/kit';

/** How the widgets ask what is allowed. */
export type Permit = (ask: Ask) => Verdict;

/** The campaign of a contact. */
export const campaignOf = (state: DeskState, {campaignId}: Interaction): Campaign | undefined =>
  state.tenant?.campaigns.find(({id}) => id === campaignId);

/** Whether the agent talks to a campaign contact with a guide, or wraps it up. */
const isGuided = (state: DeskState, interaction: Interaction): boolean => {
  const phase = engagementOf(interaction, selectAgentId(state))?.phase;
  const isAtWork = phase === 'active' || phase === 'wrap-up';
  return interaction.origin === 'campaign' && isAtWork && campaignOf(state, interaction)?.guide !== undefined;
};

/** The newest campaign contact with a guide that the agent talks to or wraps up. */
export const selectGuideId = (state: DeskState): InteractionId | undefined =>
  [...state.interactions.values()]
    .filter((interaction) => isGuided(state, interaction))
    .reduce<Interaction | undefined>(
      (newest, one) => (newest && newest.createdAt >= one.createdAt ? newest : one),
      undefined,
    )?.id;

/** Whether there is a guide to show of a contact: one that this agent may submit, or that is submitted. */
export const hasGuide = (state: DeskState, interaction: Interaction, permit: Permit): boolean => {
  if (!isGuided(state, interaction)) return false;
  const {id: interactionId, guide} = interaction;
  return guide !== undefined || controlOf(permit({type: 'call-guide.submit', interactionId})).shown;
};
