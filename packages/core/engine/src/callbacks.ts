import {
  refuse,
  type AgentId,
  type FactOf,
  type Interaction,
  type InteractionId,
  type Refusal,
} from '@deskwire/domain';
import {given} from './given.js';
import type {Decision, SignalHandlers} from './handlers.js';
import {leaveLeg, legOfAgent, legOfCustomer} from './legs.js';
import {startRecording} from './recording.js';
import {requeue} from './requeue.js';
import type {Turn} from './turn.js';

type Failure = Pick<FactOf<'outdial.failed'>, 'reason' | 'code'>;

/** A callback whose customer is not on the line yet. */
export const mustBeDialled = (interaction: Interaction): boolean =>
  interaction.origin === 'callback' && legOfCustomer(interaction)?.presence !== 'joined';

/** The agent is told why, is free without wrap-up, and the contact goes back to its queue (ARR-7). */
const fail = (turn: Turn, interaction: Interaction, agentId: AgentId, failure: Failure): void => {
  const {id: interactionId} = interaction;
  turn.emit({type: 'outdial.failed', interactionId, agentId, ...failure});
  leaveLeg(turn, interactionId, legOfCustomer(interaction));
  turn.emit({type: 'engagement.left', interactionId, agentId, reason: 'failed'});
  leaveLeg(turn, interactionId, legOfAgent(interaction, agentId));
  requeue(turn, interactionId);
};

/** There can be no further call: the request goes before it was accepted. */
export const failAtLimit = (turn: Turn, interaction: Interaction, agentId: AgentId, {code}: Refusal): void =>
  fail(turn, interaction, agentId, {
    reason: 'limit',
    ...given('code', code === 'DW_CALL_LIMIT_TENANT' ? 27 : 26),
  });

type Act = (turn: Turn, interaction: Interaction, agentId: AgentId) => void;

/** Looks up the agent who calls the customer back. A customer who is there already changes nothing. */
const onDialled =
  (act: Act) =>
  (turn: Turn, {interactionId}: {readonly interactionId: InteractionId}): Decision => {
    const interaction = turn.interaction(interactionId);
    const leg = interaction && legOfCustomer(interaction);
    const agent = interaction?.engagements.find(({phase}) => phase === 'active')?.agent;
    if (!interaction || !leg || !agent) return refuse('DW_INTERACTION_UNKNOWN');
    if (leg.presence === 'ringing') act(turn, interaction, agent.id);
    return undefined;
  };

const answered: Act = (turn, interaction, agentId) => {
  const {id: interactionId} = interaction;
  const leg = legOfCustomer(interaction);
  if (leg) turn.emit({type: 'leg.joined', interactionId, legId: leg.id, party: leg.party});
  turn.emit({type: 'call.connected', interactionId, agentId});
  startRecording(turn, interaction);
};

const missing =
  (reason: Failure['reason']): Act =>
  (turn, interaction, agentId) =>
    fail(turn, interaction, agentId, {reason});

/** What becomes of a customer who is called back. */
export const callbackSignals = {
  'customer.answered': onDialled(answered),
  'customer.unanswered': onDialled(missing('customer-unanswered')),
  'customer.rejected': onDialled(missing('customer-rejected')),
  'customer.failed': onDialled(missing('not-connected')),
} as const satisfies Partial<SignalHandlers>;

/** The customer's phone has rung for as long as admin lets it. */
export const customerSilent = (turn: Turn, {id: interactionId}: Interaction): void => {
  callbackSignals['customer.unanswered'](turn, {interactionId});
};
