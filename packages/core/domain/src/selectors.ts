import type {Message} from './content.js';
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

const isFromCustomer = ({from}: Message): boolean => from.kind === 'customer';

/** How many messages of the customer this agent has not seen. */
export const unreadCount = (interaction: Interaction, agentId: AgentId | undefined): number => {
  if (interaction.content.kind !== 'chat') return 0;
  const readAt = engagementOf(interaction, agentId)?.readAt ?? 0;
  return interaction.content.transcript.messages.filter(
    (message) => isFromCustomer(message) && message.at > readAt,
  ).length;
};

/** The customer as a heading: name, else number, else email, else the id. */
export const customerName = ({customer, id}: Interaction): string =>
  customer.name ?? customer.number ?? customer.email ?? customer.id ?? id;
