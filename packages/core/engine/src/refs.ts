import type {AgentProfile, AgentRef} from '@deskwire/domain';

/** An agent as the others see them. */
export const refOf = ({id, name, station, team}: AgentProfile): AgentRef => ({
  id,
  name,
  dn: station.dn,
  team: team.name,
});
