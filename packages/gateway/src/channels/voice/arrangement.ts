import {legState, type Engagement, type Interaction} from '@deskwire/domain';
import type {Centre} from '@deskwire/engine';

import type {MediaLeg} from './media-port.js';

const customerLeg = (interaction: Interaction): MediaLeg | undefined => {
  const {customer, legs, talk, ending} = interaction;
  if (ending || customer.number === undefined) return undefined;
  const leg = legs.find(({party}) => party.kind === 'customer');
  const isHeld = leg !== undefined && legState(interaction, leg) === 'held';
  const hears = talk.kind === 'none' ? 'waiting' : isHeld ? 'held' : 'talking';
  return {line: customer.number, side: 'customer', hears};
};

const agentHears = (interaction: Interaction, {agent, phase}: Engagement): MediaLeg['hears'] | undefined => {
  if (phase === 'connecting' || phase === 'offered') return 'ringing';
  if (phase !== 'active') return undefined;
  const leg = interaction.legs.find(({party}) => party.kind === 'agent' && party.agent.id === agent.id);
  return leg && legState(interaction, leg) === 'held' ? 'held' : 'talking';
};

/** The ends of a call as the facts want them. Agents whose phone is their browser are the desk's business. */
export const arrangementOf = (interaction: Interaction, {agents}: Centre): readonly MediaLeg[] => {
  const customer = customerLeg(interaction);
  const phones = interaction.engagements.flatMap((engagement): readonly MediaLeg[] => {
    const station = agents.get(engagement.agent.id)?.profile.station;
    const hears = agentHears(interaction, engagement);
    return station?.kind === 'desk-phone' && hears ? [{line: station.dn, side: 'agent', hears}] : [];
  });
  return customer ? [customer, ...phones] : phones;
};
