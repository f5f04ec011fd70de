// Calls that agents make in a storm: outdial and campaign, to the end or not.
import {dialStage, type AgentId, type Interaction} from '@deskwire/domain';
import {NUMBER} from './dialling.js';
import type {Hall} from './hall.js';
import {anyAgent, command, interactionsOf, pick, signal, type Played} from './storm-reading.js';

const CUSTOMER = [
  'customer.answered',
  'customer.answered',
  'customer.rejected',
  'customer.unanswered',
  'customer.failed',
] as const;
const PREVIEW = ['campaign.call', 'campaign.call', 'campaign.skip', 'outdial.cancel'] as const;
const STATION = ['station.answered', 'station.declined', 'station.failed'] as const;

/** The next thing that happens to a call that an agent makes; undefined where it is none, or is made. */
export const nextOfDial = (interaction: Interaction, agentId: AgentId, b: number): Played | undefined => {
  const {id: interactionId, engagements} = interaction;
  const part = {interactionId, agentId};
  const cancel = command({kind: 'agent', agentId}, {type: 'outdial.cancel', interactionId});
  switch (dialStage(interaction, agentId)) {
    case 'preview':
      return command({kind: 'agent', agentId}, {type: pick(PREVIEW, b) ?? 'campaign.call', interactionId});
    case 'agent': {
      const rings = engagements.some((one) => one.agent.id === agentId && one.expiresAt !== undefined);
      return signal({type: rings ? (pick(STATION, b) ?? 'station.answered') : 'station.ringing', ...part});
    }
    case 'customer':
      if (b % 7 === 0) return b % 2 ? cancel : signal({type: 'station.hung-up', ...part});
      return signal({type: pick(CUSTOMER, b) ?? 'customer.answered', interactionId});
    default:
      return undefined;
  }
};

/** A call that is being made goes on, or somebody makes one. */
export const dial = (hall: Hall, a: number, b: number, c: number): Played => {
  const going = interactionsOf(hall).flatMap((one) =>
    one.engagements.flatMap(({agent}) => nextOfDial(one, agent.id, b) ?? []),
  );
  const next = pick(going, a);
  if (next && c % 4) return next;
  const free = [...hall.centre.agents.values()].filter(({work}) =>
    work.every(({channel}) => channel !== 'voice'),
  );
  const who = {kind: 'agent', agentId: pick(free, a)?.profile.id ?? anyAgent(hall, a)} as const;
  return c % 3
    ? command(who, {type: 'outdial.call', number: pick([NUMBER, NUMBER, '12'], b) ?? NUMBER})
    : command(who, {
        type: 'campaign.next',
        campaignId: pick(['spring', 'spring', 'spring', 'autumn'], b) ?? '',
      });
};
