import type {DeskState} from './desk-state.js';
import type {Engagement, Interaction} from './interaction.js';
import type {AgentId, Channel, Instant, Leg, LegState} from './party.js';
import type {Presence} from './presence.js';

/** The agent whose desk this is; undefined on a customer's page and before the first snapshot. */
export const selectAgentId = ({viewer}: Pick<DeskState, 'viewer'>): AgentId | undefined =>
  viewer?.kind === 'agent' ? viewer.agentId : undefined;

/** The part that an agent has in an interaction. */
export const engagementOf = (
  interaction: Interaction,
  agentId: AgentId | undefined,
): Engagement | undefined => interaction.engagements.find(({agent}) => agent.id === agentId);

/** An engagement that still asks something of its agent. */
export const isOpen = ({phase}: Engagement): boolean => phase !== 'done';

/** A request that has not been answered yet. */
export const isRequest = ({phase}: Engagement): boolean => phase === 'connecting' || phase === 'offered';

const heldParty = ({talk}: Interaction, leg: Leg): boolean => {
  if (leg.party.kind === 'customer') {
    return (
      talk.kind === 'hold' ||
      talk.kind === 'consult-requested' ||
      (talk.kind === 'consult' && talk.hears === 'consulted')
    );
  }
  return talk.kind === 'consult' && talk.leg === leg.id && talk.hears === 'customer';
};

/** Whether a leg rings, talks, is held or is gone. Held follows from who hears whom. */
export const legState = (interaction: Interaction, leg: Leg): LegState => {
  if (leg.presence !== 'joined') return leg.presence;
  return heldParty(interaction, leg) ? 'held' : 'talking';
};

/** What an agent is to others, and for how long: presence, or what their work makes of it. */
export type Availability =
  | Presence
  | {readonly state: 'engaged'; readonly channel: Channel; readonly since: Instant}
  | {readonly state: 'wrap-up'; readonly since: Instant};

const earliest = (engagements: readonly Engagement[]): Instant =>
  Math.min(...engagements.map(({since, acceptedAt}) => acceptedAt ?? since));

/**
 * Availability as it is shown: RONA first, since the agent must act on it; then Engaged while anything is active, then
 * Wrap-up, then what the agent chose.
 */
export const selectAvailability = (state: DeskState): Availability => {
  const {presence} = state;
  if (presence.state === 'rona' || presence.state === 'signed-out') return presence;
  const own = selectAgentId(state);
  const mine = [...state.interactions.values()].flatMap((interaction) => {
    const engagement = engagementOf(interaction, own);
    return engagement ? [{channel: interaction.channel, engagement}] : [];
  });
  const active = mine.filter(({engagement}) => engagement.phase === 'active');
  const first = active.find(({channel}) => channel === 'voice') ?? active[0];
  if (first) {
    const since = earliest(active.map(({engagement}) => engagement));
    return {state: 'engaged', channel: first.channel, since};
  }
  const wrapping = mine.filter(({engagement}) => engagement.phase === 'wrap-up');
  if (wrapping.length)
    return {state: 'wrap-up', since: Math.min(...wrapping.map(({engagement}) => engagement.since))};
  return presence;
};

/** Interactions in which the agent still has something to do, newest first (ARR-14). */
export const selectTasks = (state: DeskState): readonly Interaction[] => {
  const own = selectAgentId(state);
  return [...state.interactions.values()]
    .filter((interaction) => {
      const engagement = engagementOf(interaction, own);
      return engagement !== undefined && isOpen(engagement);
    })
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
};

/** The order of channels in the tray, top to bottom (ARR-4): emails, social, chats, calls. */
const TRAY_ORDER: readonly Channel[] = ['email', 'social', 'chat', 'voice'];

/** Requests that wait for this agent: by channel, and the oldest on top within each (ARR-4). */
export const selectRequests = (state: DeskState): readonly Interaction[] => {
  const own = selectAgentId(state);
  return [...state.interactions.values()]
    .filter((interaction) => {
      const engagement = engagementOf(interaction, own);
      return engagement !== undefined && isRequest(engagement);
    })
    .sort(
      (a, b) =>
        TRAY_ORDER.indexOf(a.channel) - TRAY_ORDER.indexOf(b.channel) ||
        a.createdAt - b.createdAt ||
        (a.id < b.id ? -1 : 1),
    );
};

/** Counts from the newest back to what was seen, so that a long conversation costs no more than a short one. */
const countSince = <T extends {readonly at: Instant}>(
  items: readonly T[],
  seen: Instant,
  counts: (item: T) => boolean,
): number => {
  let count = 0;
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (!item || item.at <= seen) break;
    if (counts(item)) count += 1;
  }
  return count;
};

/**
 * How many messages or mails of the customer this agent has not seen. A chat counts from the last `engagement.read`; a
 * mail is seen when it is accepted, and only a further mail of the thread counts after that.
 */
export const unreadCount = ({content, engagements}: Interaction, agentId: AgentId | undefined): number => {
  const mine = engagements.find(({agent}) => agent.id === agentId);
  switch (content.kind) {
    case 'chat':
      return countSince(content.transcript.messages, mine?.readAt ?? 0, ({from}) => from.kind === 'customer');
    case 'email':
      return countSince(
        content.thread.mails,
        mine?.readAt ?? mine?.acceptedAt ?? 0,
        ({direction}) => direction === 'in',
      );
    default:
      return 0;
  }
};

/** The customer as a heading: the first of name, number, email and id that holds anything, else the interaction's id. */
export const customerName = ({customer, id}: Interaction): string =>
  [customer.name, customer.number, customer.email, customer.id].find((text) => text?.trim()) ?? id;
