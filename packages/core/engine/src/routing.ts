import {isOpen, type Channel, type InteractionId} from '@deskwire/domain';
import {isPending, type AgentState, type Waiting} from './centre.js';
import {byAge} from './draft.js';
import {refOf} from './refs.js';
import type {Turn} from './turn.js';

/** Holds an agent for a contact, before anything rings. */
export const reserve = (
  turn: Turn,
  interactionId: InteractionId,
  {profile}: AgentState,
  role: 'owner' | 'consulted',
): void => turn.emit({type: 'engagement.reserved', interactionId, agent: refOf(profile), role});

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

/**
 * Whether this agent may be asked for by name (XFER-2): as routing would choose them, but never one who still wraps
 * something up.
 */
export const canReceive = (agent: AgentState, channel: Channel): boolean =>
  canTake(agent, channel) && !agent.work.some(({phase}) => phase === 'wrap-up');

/** Whether this agent has a part in the contact already: they handle it, or still wrap up what they passed on. */
export const isIn = ({work}: AgentState, id: InteractionId): boolean =>
  work.some(({interactionId}) => interactionId === id);

/** Who has nothing ringing comes first, then who has waited longest; ties by id. */
const isBefore = (a: AgentState, b: AgentState): boolean => {
  const [pendingA, pendingB] = [a.work.some(isPending), b.work.some(isPending)];
  if (pendingA !== pendingB) return pendingB;
  if (a.availableSince !== b.availableSince) return a.availableSince < b.availableSince;
  return a.profile.id < b.profile.id;
};

const bestOf = (turn: Turn, {interactionId, queueId, channel, avoid}: Waiting): AgentState | undefined => {
  let best: AgentState | undefined;
  for (const id of turn.draft.rosters.get(queueId) ?? []) {
    const agent = turn.agent(id);
    if (!agent || id === avoid || !canTake(agent, channel) || isIn(agent, interactionId)) continue;
    if (!best || isBefore(agent, best)) best = agent;
  }
  return best;
};

/** Whether somebody is out of the question for this one contact: then it says nothing about the others in its line. */
const isChoosy = (turn: Turn, {interactionId, avoid}: Waiting): boolean =>
  avoid !== undefined || turn.interaction(interactionId)?.engagements.some(isOpen) === true;

/** The contacts of one queue that are still to be tried, longest waiting first. */
class Line {
  readonly #entries: readonly Waiting[];
  #next = 0;
  /** Channels for which nobody is free any more: during one pass agents only become busier. */
  readonly #closed = new Set<Channel>();

  constructor(entries: readonly Waiting[]) {
    this.#entries = entries;
  }

  get head(): Waiting | undefined {
    return this.#entries[this.#next];
  }

  pass(): void {
    do this.#next += 1;
    while (this.head && this.#closed.has(this.head.channel));
  }

  close(channel: Channel): void {
    this.#closed.add(channel);
    if (this.head?.channel === channel) this.pass();
  }
}

const oldest = (lines: readonly Line[]): Line | undefined => {
  let first: Line | undefined;
  for (const line of lines) {
    if (line.head && (!first?.head || byAge(line.head, first.head) < 0)) first = line;
  }
  return first;
};

const serve = (turn: Turn, line: Line, waiting: Waiting): void => {
  const agent = bestOf(turn, waiting);
  if (!agent && !isChoosy(turn, waiting)) return line.close(waiting.channel);
  line.pass();
  if (agent) reserve(turn, waiting.interactionId, agent, waiting.role);
};

/**
 * Gives waiting contacts to agents until nothing more fits: the longest waiting first, whatever its queue, so that no
 * queue starves another. It looks only where a contact came to wait or an agent changed: everywhere else the last step
 * already found nothing to do.
 */
export const route = (turn: Turn): void => {
  const {unrouted, waiting} = turn.draft;
  const lines = [...unrouted].map((queueId) => new Line(waiting.get(queueId) ?? []));
  for (let line = oldest(lines); line?.head; line = oldest(lines)) serve(turn, line, line.head);
};
