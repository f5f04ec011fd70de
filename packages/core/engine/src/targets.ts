import {
  dialled,
  refuse,
  type AgentId,
  type Channel,
  type Interaction,
  type QueueRef,
  type Refusal,
  type Target,
  type TenantConfig,
} from '@deskwire/domain';
import type {AgentState} from './centre.js';
import {overLimit} from './limits.js';
import {canReceive, isIn} from './routing.js';
import {queueIdOf} from './seeking.js';
import type {Turn} from './turn.js';

/** A target that exists and can be asked now. `target` is as it is told: a number as it is dialled. */
export type Found = {readonly target: Target} & (
  | {readonly kind: 'agent'; readonly agent: AgentState}
  | {readonly kind: 'queue'; readonly queue: QueueRef; readonly avoid?: AgentId}
  | {readonly kind: 'number'; readonly number: string}
);

const queueOf = ({queues}: TenantConfig, id: string | undefined, channel: Channel): QueueRef | undefined => {
  const queue = queues.find((one) => one.id === id && one.channel === channel);
  return queue && {id: queue.id, name: queue.name};
};

const findAgent = (
  turn: Turn,
  by: AgentId,
  {id, channel}: Interaction,
  agentId: AgentId,
): Found | Refusal => {
  const agent = turn.agent(agentId);
  if (!agent) return refuse('DW_TARGET_UNKNOWN');
  if (agentId === by) return refuse('DW_TARGET_SELF');
  return canReceive(agent, channel) && !isIn(agent, id)
    ? {kind: 'agent', agent, target: {kind: 'agent', agentId}}
    : refuse('DW_TARGET_UNAVAILABLE');
};

const findNumber = (turn: Turn, text: string): Found | Refusal => {
  const number = dialled(text);
  return overLimit(turn) ?? {kind: 'number', number, target: {kind: 'number', number}};
};

/**
 * Looks a target up at the moment of the command, whatever the list said that it was chosen from. `permit` has seen that
 * its kind is allowed, `checkCommand` that a number can be dialled.
 */
export const findTarget = (
  turn: Turn,
  by: AgentId,
  interaction: Interaction,
  target: Target,
): Found | Refusal => {
  if (target.kind === 'agent') return findAgent(turn, by, interaction, target.agentId);
  if (target.kind === 'number') return findNumber(turn, target.number);
  const queue = queueOf(turn.tenant, queueIdOf(target, turn.tenant), interaction.channel);
  if (!queue) return refuse('DW_TARGET_UNKNOWN');
  return {kind: 'queue', queue, target, ...(target.kind === 'entry-point' ? {avoid: by} : {})};
};

/** Whether looking up came to a no. */
export const isRefusal = (found: Found | Refusal): found is Refusal => 'code' in found;
