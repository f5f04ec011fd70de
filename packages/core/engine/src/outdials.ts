import {
  dialled,
  type AgentId,
  type CadVariable,
  type Customer,
  type EntryPoint,
  type Interaction,
  type InteractionId,
} from '@deskwire/domain';
import {cancelDial} from './dial-out.js';
import {given} from './given.js';
import type {AgentHandlers, ContactHandlers, Decision} from './handlers.js';
import {overLimit} from './limits.js';
import {reserve} from './routing.js';
import type {Turn} from './turn.js';
import {variablesOf} from './variables.js';

/** A call that an agent is about to make. */
interface Outgoing extends Pick<Interaction, 'origin' | 'campaignId' | 'campaignContactId'> {
  readonly id: InteractionId;
  readonly customer: Customer & {readonly number: string};
  /** What the customer sees; absent: the tenant's default. */
  readonly ani: string | undefined;
  readonly entryPoint: EntryPoint | undefined;
  readonly cad: readonly CadVariable[];
}

/** The entry point whose queue and flow a dialled call has. */
export const entryPointOf = ({tenant}: Turn, id: string | undefined): EntryPoint | undefined =>
  tenant.entryPoints.find((one) => one.id === id && one.channel === 'voice');

/** It stands in its queue by name only: it is its agent's, and waits for nobody. */
export const outgoing = (turn: Turn, {ani, entryPoint, ...rest}: Outgoing): Interaction => {
  const queue = turn.tenant.queues.find(({id}) => id === entryPoint?.queueId);
  return {
    ...rest,
    channel: 'voice',
    ...given('entryPointId', entryPoint?.id),
    ...given('queue', queue && {id: queue.id, name: queue.name}),
    ...given('ani', ani ?? turn.tenant.outdial.defaultAni),
    dnis: rest.customer.number,
    createdAt: turn.now,
    legs: [],
    talk: {kind: 'none'},
    engagements: [],
    recording: {state: 'off'},
    content: {kind: 'voice'},
  };
};

/** The agent's own station is called first; the reservation makes it ring. */
const call = (turn: Turn, agentId: AgentId, text: string, ani: string | undefined): Decision => {
  const agent = turn.agent(agentId);
  const limit = overLimit(turn);
  if (limit || !agent) return limit;
  const number = dialled(text);
  const entryPoint = entryPointOf(turn, turn.tenant.outdial.entryPointId);
  const interactionId = turn.newId();
  const interaction = outgoing(turn, {
    id: interactionId,
    origin: 'outdial',
    customer: {number, ...given('name', turn.draft.names.get(number))},
    ani,
    entryPoint,
    cad: variablesOf(entryPoint?.variables ?? []),
  });
  turn.emit({type: 'interaction.created', interactionId, interaction});
  reserve(turn, interactionId, agent, 'owner');
  return undefined;
};

/** Dialling out. `permit` has seen that the agent may, and is free; `checkCommand` that the number may be dialled. */
export const outdialCommands = {
  'outdial.call': (turn, agentId, {number, ani}) => call(turn, agentId, number, ani),
} as const satisfies AgentHandlers;

/** What an agent can do with a call that they make, a campaign's included. */
export const dialCommands = {
  'outdial.cancel': (turn, agentId, {interaction}) => {
    cancelDial(turn, interaction, agentId);
    return undefined;
  },
} as const satisfies ContactHandlers;
