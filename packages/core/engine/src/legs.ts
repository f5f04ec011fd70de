import type {AgentId, Interaction, InteractionId, Leg, LegId, Party} from '@deskwire/domain';
import type {Turn} from './turn.js';

const keyOf = (party: Party): string => {
  if (party.kind === 'agent') return `agent ${party.agent.id}`;
  return party.kind === 'number' ? `number ${party.number}` : party.kind;
};

/** The id for the leg of a party: the one that they had before, so that a call does not grow with every consult. */
export const legIdFor = (turn: Turn, {legs}: Interaction, party: Party): LegId =>
  legs.find((leg) => keyOf(leg.party) === keyOf(party))?.id ?? turn.newId();

const isThere = ({presence}: Leg): boolean => presence !== 'gone';

/** How many lines to the world outside a contact needs; the phones of our own agents do not count. */
export const linesOf = (interaction: Interaction | undefined): number =>
  interaction?.channel === 'voice'
    ? interaction.legs.filter(
        (leg) => isThere(leg) && (leg.party.kind === 'customer' || leg.party.kind === 'number'),
      ).length
    : 0;

/** The leg of an agent who is in it, or at whose phone it rings. */
export const legOfAgent = ({legs}: Interaction, agentId: AgentId): Leg | undefined =>
  legs.find((leg) => isThere(leg) && leg.party.kind === 'agent' && leg.party.agent.id === agentId);

/** The customer's leg while they are there, or while their phone rings. */
export const legOfCustomer = ({legs}: Interaction): Leg | undefined =>
  legs.find((leg) => isThere(leg) && leg.party.kind === 'customer');

/** The leg of that id, unless it is gone. */
export const legById = ({legs}: Interaction, legId: LegId): Leg | undefined =>
  legs.find((leg) => isThere(leg) && leg.id === legId);

/** Takes a leg out; one that is not there is ignored. */
export const leaveLeg = (turn: Turn, interactionId: InteractionId, leg: Leg | undefined): void => {
  if (leg) turn.emit({type: 'leg.left', interactionId, legId: leg.id});
};
