// Calls that agents make, for the tests of this package.
import {
  dialStage,
  type AgentId,
  type DialStage,
  type InteractionId,
  type TenantConfig,
} from '@deskwire/domain';
import type {CampaignContact} from '../centre.js';
import type {Step} from '../step.js';
import type {Hall} from './hall.js';

/** Somebody to call. */
export const NUMBER = '+82325550119';

/** The first interaction that a step created. */
const created = ({result, facts}: Step): InteractionId => {
  if (!result.ok) throw new Error(result.refusal.code);
  const fact = facts.find(({type}) => type === 'interaction.created');
  if (!fact || !('interactionId' in fact)) throw new Error('Nothing was created');
  return fact.interactionId;
};

/** An agent calls a number: their own phone is called first. */
export const outdials = (hall: Hall, agentId: AgentId = 'ann', number = NUMBER): InteractionId => {
  hall.now += 1_000;
  return created(hall.give(agentId, {type: 'outdial.call', number}));
};

/** The agent's phone rings, and is answered where it does not do that by itself: the customer's rings. */
export const ringsOut = (
  hall: Hall,
  interactionId: InteractionId,
  agentId: AgentId = 'ann',
): InteractionId => {
  hall.tell({type: 'station.ringing', interactionId, agentId});
  if (hall.agent(agentId).profile.station.kind === 'desk-phone')
    hall.tell({type: 'station.answered', interactionId, agentId});
  return interactionId;
};

/** The customer of a call that an agent makes has answered. */
export const talks = (hall: Hall, interactionId: InteractionId, agentId: AgentId = 'ann'): InteractionId => {
  ringsOut(hall, interactionId, agentId);
  hall.tell({type: 'customer.answered', interactionId});
  return interactionId;
};

/** How far the call is that an agent makes. */
export const stage = (hall: Hall, id: InteractionId, agentId: AgentId = 'ann'): DialStage | undefined =>
  dialStage(hall.interaction(id), agentId);

/** Whose turn it is: the next contact of the campaign comes before the agent. */
export const takesNext = (hall: Hall, agentId: AgentId = 'ann', campaignId = 'spring'): InteractionId => {
  hall.now += 1_000;
  return created(hall.give(agentId, {type: 'campaign.next', campaignId}));
};

/** A campaign of the team that everybody is in, with a guide of one question. */
export const SPRING: TenantConfig['campaigns'][number] = {
  id: 'spring',
  name: 'Spring',
  teams: ['team'],
  skippable: true,
  entryPointId: 'to-calls',
  ani: '+8215880420',
  fields: [{name: 'plan', label: 'Present plan'}],
  guide: [
    {
      id: 'q1',
      text: 'Are you happy?',
      kind: 'choice',
      answers: [
        {id: 'yes', label: 'Yes'},
        {id: 'no', label: 'No', next: 'q2'},
      ],
    },
    {id: 'q2', text: 'Why not?', kind: 'text'},
  ],
};

/** So many contacts, named after their place. */
export const contactsOf = (count: number): readonly CampaignContact[] =>
  Array.from({length: count}, (_, index) => ({
    id: `c${index.toString()}`,
    number: `+8232555${(1_000 + index).toString()}`,
    name: `Contact ${index.toString()}`,
    values: {plan: 'Basic'},
  }));
