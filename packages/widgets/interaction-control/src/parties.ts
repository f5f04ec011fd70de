import {
  customerName,
  type AgentRef,
  type DeskState,
  type Interaction,
  type Leg,
  type LegId,
} from '@deskwire/domain';

import type {FactView, PartyKind} from './interaction-control.types.js';

/** Somebody in the call beside this agent. */
export interface PartyView {
  readonly kind: PartyKind;
  readonly name: string;
  /** A customer's or an outside number, an agent's dial number; absent where it is the name already. */
  readonly number?: string | undefined;
  readonly team?: string | undefined;
}

const party = (kind: PartyKind, name: string, number?: string, team?: string): PartyView => {
  const digits = number?.trim();
  return {kind, name, number: digits && digits !== name ? digits : undefined, team};
};

const agentParty = ({name, dn, team}: AgentRef): PartyView => party('agent', name, dn, team);

/** The customer. */
export const customerParty = (interaction: Interaction): PartyView =>
  party('customer', customerName(interaction), interaction.customer.number);

const partyOfLeg = (interaction: Interaction, {party: far}: Leg): PartyView => {
  switch (far.kind) {
    case 'agent':
      return agentParty(far.agent);
    case 'number':
      return party('outside', far.name ?? far.number, far.number);
    case 'bot':
      return party('outside', far.name);
    default:
      return customerParty(interaction);
  }
};

/** Whoever is on a leg. */
export const partyOn = (interaction: Interaction, legId: LegId | undefined): PartyView | undefined => {
  const leg = interaction.legs.find(({id}) => id === legId);
  return leg && partyOfLeg(interaction, leg);
};

/** The agent who handles the customer. */
export const ownerParty = ({engagements}: Interaction): PartyView | undefined => {
  const owner = engagements.find(({role, phase}) => role === 'owner' && phase === 'active');
  return owner && agentParty(owner.agent);
};

/** Everybody of a conference beside this agent and the customer. */
export const othersInConference = (
  interaction: Interaction,
  own: string | undefined,
): readonly PartyView[] => {
  const {talk} = interaction;
  if (talk.kind !== 'conference') return [];
  const owner = interaction.engagements.find(({role}) => role === 'owner')?.agent;
  const beside = talk.legs.flatMap((legId) => {
    const leg = interaction.legs.find(({id}) => id === legId);
    const isOwn = leg?.party.kind === 'agent' && leg.party.agent.id === own;
    return leg && !isOwn ? [partyOfLeg(interaction, leg)] : [];
  });
  return owner && owner.id !== own ? [agentParty(owner), ...beside] : beside;
};

/** Who is sought or rings, once a consult was asked for. */
export const soughtFact = (state: DeskState, interaction: Interaction): FactView | undefined => {
  const {talk} = interaction;
  if (talk.kind !== 'consult-requested') return undefined;
  const {target} = talk;
  const rings = partyOn(interaction, talk.leg);
  if (rings) return {label: 'calling', ...textOrNumber(rings)};
  switch (target.kind) {
    case 'queue':
      return finding(state.tenant?.queues.find(({id}) => id === target.queueId)?.name);
    case 'entry-point':
      return finding(state.tenant?.entryPoints.find(({id}) => id === target.entryPointId)?.name);
    case 'number':
      return {label: 'calling', number: target.number};
    default: {
      const agent = interaction.engagements.find((one) => one.agent.id === target.agentId)?.agent;
      return agent && {label: 'calling', text: agent.name};
    }
  }
};

const finding = (text: string | undefined): FactView | undefined =>
  text === undefined ? undefined : {label: 'finding', text};

/** A number that stands for the name is written as a number. */
const textOrNumber = ({kind, name, number}: PartyView): {text: string} | {number: string} =>
  kind === 'outside' && number === undefined ? {number: name} : {text: name};
