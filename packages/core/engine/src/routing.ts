import type {AgentId, Channel, QueueId} from '@deskwire/domain';
import {isPending, type AgentState, type Waiting} from './centre.js';
import {byAge} from './draft.js';
import {reserve} from './offers.js';
import type {Turn} from './turn.js';

const count = ({work}: AgentState, channel: Channel): number =>
  work.filter((one) => one.channel === channel).length;

/** A call and anything else exclude each other where the profile says so. */
const isBlocked = ({profile, work}: AgentState, channel: Channel): boolean =>
  profile.blending === 'exclusive' && work.some((one) => (one.channel === 'voice') !== (channel === 'voice'));

/** A phone whose receiver lies beside it cannot ring. */
const canRing = ({profile, handset}: AgentState, channel: Channel): boolean =>
  channel !== 'voice' || profile.station.kind !== 'desk-phone' || !handset.offHook;

/** Whether this agent may be given one more contact of this channel now. */
export const canTake = (agent: AgentState, channel: Channel): boolean =>
  agent.presence.state === 'available' &&
  agent.connected &&
  count(agent, channel) < agent.profile.capacity[channel] &&
  !isBlocked(agent, channel) &&
  canRing(agent, channel);

/** Who has nothing ringing comes first, then who has waited longest; ties by id. */
const isBefore = (a: AgentState, b: AgentState): boolean => {
  const [pendingA, pendingB] = [a.work.some(isPending), b.work.some(isPending)];
  if (pendingA !== pendingB) return pendingB;
  if (a.availableSince !== b.availableSince) return a.availableSince < b.availableSince;
  return a.profile.id < b.profile.id;
};

const bestOf = (turn: Turn, roster: readonly AgentId[], channel: Channel, avoid?: AgentId) => {
  let best: AgentState | undefined;
  for (const id of roster) {
    const agent = turn.agent(id);
    if (!agent || id === avoid || !canTake(agent, channel)) continue;
    if (!best || isBefore(agent, best)) best = agent;
  }
  return best;
};

/** The contacts of the queues in question, longest waiting first whatever their queue: no queue starves another. */
const inOrder = (turn: Turn, queueIds: ReadonlySet<QueueId>): readonly Waiting[] => {
  const lines = [...queueIds].flatMap((id) => turn.draft.waiting.get(id) ?? []);
  return queueIds.size > 1 ? lines.sort(byAge) : lines;
};

/**
 * Gives waiting contacts to agents until nothing more fits. It looks only where a contact came to wait or an agent
 * changed: everywhere else the last step already found nothing to do.
 */
export const route = (turn: Turn): void => {
  const {unrouted, rosters} = turn.draft;
  const exhausted = new Set<string>();
  for (const {interactionId, queueId, channel, avoid} of inOrder(turn, unrouted)) {
    const line = `${channel} ${queueId}`;
    if (exhausted.has(line)) continue;
    const roster = rosters.get(queueId) ?? [];
    const agent = bestOf(turn, roster, channel, avoid);
    if (agent) reserve(turn, interactionId, agent);
    else if (avoid === undefined) exhausted.add(line);
  }
};
