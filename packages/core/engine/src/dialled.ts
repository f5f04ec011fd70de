import {refuse, type AgentId, type Interaction} from '@deskwire/domain';
import {failCallback} from './callbacks.js';
import {customerThere, diallerOf, failDial, type DialFailure} from './dial-out.js';
import type {Decision, SignalHandlers} from './handlers.js';
import {legOfCustomer} from './legs.js';
import type {Turn} from './turn.js';

type Act = (turn: Turn, interaction: Interaction, agentId: AgentId) => void;

/** Who called the customer, or has them: a request is a call that is being made, else it is handled already. */
const callerOf = (interaction: Interaction): AgentId | undefined =>
  diallerOf(interaction)?.agentId ?? interaction.engagements.find(({phase}) => phase === 'active')?.agent.id;

/** Looks up the agent who calls the customer. A customer who is there already changes nothing. */
const onDialled =
  (act: Act) =>
  (turn: Turn, {interactionId}: {readonly interactionId: string}): Decision => {
    const interaction = turn.interaction(interactionId);
    const leg = interaction && legOfCustomer(interaction);
    const agentId = interaction && callerOf(interaction);
    if (!interaction || !leg || agentId === undefined) return refuse('DW_INTERACTION_UNKNOWN');
    if (leg.presence === 'ringing') act(turn, interaction, agentId);
    return undefined;
  };

const missing =
  (reason: DialFailure['reason']): Act =>
  (turn, interaction, agentId) =>
    (interaction.origin === 'callback' ? failCallback : failDial)(turn, interaction, agentId, {reason});

/** What becomes of a customer who is dialled. */
export const customerSignals = {
  'customer.answered': onDialled(customerThere),
  'customer.unanswered': onDialled(missing('customer-unanswered')),
  'customer.rejected': onDialled(missing('customer-rejected')),
  'customer.failed': onDialled(missing('not-connected')),
} as const satisfies Partial<SignalHandlers>;

/** The customer's phone has rung for as long as admin lets it. */
export const customerSilent = (turn: Turn, {id: interactionId}: Interaction): void => {
  customerSignals['customer.unanswered'](turn, {interactionId});
};
