import {dialled, legState, type Engagement, type Interaction, type Leg} from '@deskwire/domain';
import type {Centre} from '@deskwire/engine';

import type {LineNumber, MediaLeg} from './media-port.js';

const isThere = ({presence}: Leg): boolean => presence !== 'gone';

/** What a leg hears: while nobody is connected, whoever is there waits. */
const hears = (interaction: Interaction, leg: Leg): MediaLeg['hears'] => {
  const state = legState(interaction, leg);
  if (state === 'ringing') return 'ringing';
  if (interaction.talk.kind === 'none') return 'waiting';
  return state === 'held' ? 'held' : 'talking';
};

/** The number that the phones outside show: where the customer called, or would have. */
const ownNumber = ({dnis}: Interaction): LineNumber => dialled(dnis ?? '');

/** The phone of the customer; empty where it is not known. */
const customerLine = ({customer}: Interaction): LineNumber => dialled(customer.number ?? '');

const customerEnd = (interaction: Interaction): readonly MediaLeg[] => {
  const leg = interaction.legs.find((one) => one.party.kind === 'customer' && isThere(one));
  const line = customerLine(interaction);
  return leg && line !== ''
    ? [{line, side: 'customer', hears: hears(interaction, leg), peer: ownNumber(interaction)}]
    : [];
};

const agentHears = (interaction: Interaction, {agent, phase}: Engagement): MediaLeg['hears'] | undefined => {
  if (phase === 'connecting' || phase === 'offered') return 'ringing';
  if (phase !== 'active') return undefined;
  const leg = interaction.legs.find(
    (one) => one.party.kind === 'agent' && one.party.agent.id === agent.id && isThere(one),
  );
  return leg && hears(interaction, leg);
};

const agentEnds = (interaction: Interaction, {agents}: Centre): readonly MediaLeg[] =>
  interaction.engagements.flatMap((engagement): readonly MediaLeg[] => {
    const station = agents.get(engagement.agent.id)?.profile.station;
    const heard = agentHears(interaction, engagement);
    return station?.kind === 'desk-phone' && heard
      ? [{line: station.dn, side: 'agent', hears: heard, peer: customerLine(interaction)}]
      : [];
  });

const outsideEnds = (interaction: Interaction): readonly MediaLeg[] =>
  interaction.legs.flatMap((leg): readonly MediaLeg[] =>
    leg.party.kind === 'number' && isThere(leg)
      ? [
          {
            line: leg.party.number,
            side: 'outside',
            hears: hears(interaction, leg),
            peer: ownNumber(interaction),
          },
        ]
      : [],
  );

/** The ends of a call as the facts want them. Agents whose phone is their browser are the desk's business. */
export const arrangementOf = (interaction: Interaction, centre: Centre): readonly MediaLeg[] =>
  interaction.ending
    ? []
    : [...customerEnd(interaction), ...agentEnds(interaction, centre), ...outsideEnds(interaction)];
