import {
  engagementOf,
  selectAgentId,
  type DeskState,
  type Interaction,
  type InteractionId,
  type Phase,
} from '@deskwire/domain';

import {phaseChip} from './chips.js';
import type {ControlView, Permit} from './interaction-control.types.js';
import {conferencePane, consultedPane, consultPane, customerPane, silentPane, type Part} from './panes.js';

const PANE_PHASES: readonly Phase[] = ['active', 'wrap-up'];

/**
 * The call that the pane follows by itself: the newest active one of the agent, else the newest one in wrap-up.
 * @returns Its id; undefined where there is none.
 */
export const selectOwnCallId = (state: DeskState): InteractionId | undefined => {
  const own = selectAgentId(state);
  const calls = [...state.interactions.values()].filter(({channel}) => channel === 'voice');
  const phaseOf = (interaction: Interaction) => engagementOf(interaction, own)?.phase;
  const newest = (phase: Phase) =>
    calls
      .filter((interaction) => phaseOf(interaction) === phase)
      .sort((a, b) => b.createdAt - a.createdAt)[0];
  return PANE_PHASES.map(newest).find((found) => found)?.id;
};

const panesOf = (part: Part): ControlView['panes'] => {
  const {interaction, engagement} = part;
  const chip = phaseChip(interaction, engagement);
  if (chip) return [silentPane(part, chip)];
  if (interaction.talk.kind === 'conference') return [conferencePane(part)];
  return engagement.role === 'owner' ? [customerPane(part), ...consultPane(part)] : [consultedPane(part)];
};

/**
 * What is shown of an interaction.
 * @param isEntrusted The call became this agent's a moment ago: End waits, since it stands where "End consult" stood.
 * @returns Undefined where it is no call, or none of this agent.
 */
export const viewControl = (
  state: DeskState,
  interaction: Interaction | undefined,
  permit: Permit,
  isEntrusted = false,
): ControlView | undefined => {
  const engagement = interaction && engagementOf(interaction, selectAgentId(state));
  if (!interaction || !engagement || interaction.channel !== 'voice') return undefined;
  const part: Part = {state, interaction, engagement, tenant: state.tenant, permit, isEntrusted};
  return {
    interactionId: interaction.id,
    isOwner: engagement.role === 'owner',
    panes: panesOf(part),
  };
};
