import {engagementOf, selectAgentId, type DeskState, type Interaction, type Phase} from '@deskwire/domain';

/**
 * How soon the inside of an element is needed: not that anybody could tell; something comes that will need it; there is
 * something to show.
 */
export type Need = 'none' | 'soon' | 'now';

/** The need of an element that shows some of the agent's contacts, by how far those are. */
export const needByPhase = (
  state: DeskState,
  needs: Partial<Readonly<Record<Phase, Need>>>,
  shows: (interaction: Interaction) => boolean = () => true,
): Need => {
  const own = selectAgentId(state);
  const found = [...state.interactions.values()]
    .filter(shows)
    .map((interaction) => needs[engagementOf(interaction, own)?.phase ?? 'done']);
  if (found.includes('now')) return 'now';
  return found.includes('soon') ? 'soon' : 'none';
};
