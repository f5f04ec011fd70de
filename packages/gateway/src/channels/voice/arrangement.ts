import {dialled, dialStage, legState, type Engagement, type Interaction, type Leg} from '@deskwire/domain';
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

/**
 * The number that the phones outside show: where the customer called, or would have; of a call that an agent makes, the
 * one that was chosen for it (none: withheld).
 */
const ownNumber = ({origin, dnis, ani}: Interaction): LineNumber =>
  dialled((origin === 'outdial' || origin === 'campaign' ? ani : dnis) ?? '');

/** The phone of the customer; empty where it is not known. */
const customerLine = ({customer}: Interaction): LineNumber => dialled(customer.number ?? '');

const customerEnd = (interaction: Interaction): readonly MediaLeg[] => {
  const leg = interaction.legs.find((one) => one.party.kind === 'customer' && isThere(one));
  const line = customerLine(interaction);
  return leg && line !== ''
    ? [{line, side: 'customer', hears: hears(interaction, leg), peer: ownNumber(interaction)}]
    : [];
};

/** While an agent dials, the call is a request of their own: they look at it, their phone rings, and then they wait on it. */
const agentHears = (interaction: Interaction, {agent, phase}: Engagement): MediaLeg['hears'] | undefined => {
  const leg = interaction.legs.find(
    (one) => one.party.kind === 'agent' && one.party.agent.id === agent.id && isThere(one),
  );
  const stage = dialStage(interaction, agent.id);
  if (stage === 'preview') return undefined;
  if (phase === 'active' || stage === 'customer') return leg && hears(interaction, leg);
  return phase === 'connecting' || phase === 'offered' ? 'ringing' : undefined;
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
