import {
  customerName,
  engagementOf,
  hasFeature,
  selectAgentId,
  unreadCount,
  type DeskState,
  type Engagement,
  type Instant,
  type Interaction,
  type InteractionId,
  type Message,
  type Phase,
  type Refusal,
} from '@deskwire/domain';
import type {LogViewer} from '@deskwire/kit';

import {askedFor, chatActions, othersIn, type ChatActions, type Permit} from './chat-actions.js';
import {declinedIn, happenedIn, type Declined, type Happened} from './happened.js';

/** The states that the chip of the pane can name. */
export const CHIPS = [
  'connecting',
  'waiting',
  'active',
  'conference-requested',
  'conference',
  'customer-left',
  'wrap-up',
  'ended',
] as const;
/** One of {@link CHIPS}. */
export type Chip = (typeof CHIPS)[number];

/** Why nothing can be written, in the pane's own words or in those of the refusal. */
export type Closed =
  | {readonly why: 'customer-left' | 'customer-left-conference' | 'customer-left-guest'}
  | {readonly why: 'not-accepted' | 'ended'}
  | {readonly why: 'refused'; readonly refusal: Refusal};

/** All that the pane shows of one chat, beside what was typed here. */
export interface ChatView {
  readonly interactionId: InteractionId;
  readonly channel: 'chat' | 'social';
  readonly name: string;
  /** Absent where it is the name already, or unknown. */
  readonly email?: string;
  readonly queue?: string;
  readonly chip: Chip;
  readonly clockSince: Instant;
  readonly viewer: LogViewer;
  readonly messages: readonly Message[];
  /** Older messages that can be asked for. */
  readonly earlier: number;
  readonly happened: readonly Happened[];
  readonly actions: ChatActions;
  /** The other agents who are in it now. */
  readonly others: readonly string[];
  /** This agent was asked to join and owns nothing of it: they only leave. */
  readonly isGuest: boolean;
  /** Who was asked to join and has not answered; empty where the name is not known. */
  readonly asked?: string;
  /** Who was asked and did not join. */
  readonly declined?: Declined;
  /** Absent: messages can be written. */
  readonly closed?: Closed;
  readonly unread: number;
  /** Up to where the agent has read; absent before the first look. */
  readonly readAt?: Instant;
}

const isChat = ({channel, content}: Interaction): boolean =>
  content.kind === 'chat' && (channel === 'chat' || channel === 'social');

const PANE_PHASES: readonly Phase[] = ['active', 'wrap-up'];

/**
 * The chat that the pane follows by itself: the newest active one of the agent, else the newest one in wrap-up.
 * @returns Its id; undefined where there is none.
 */
export const selectOwnChatId = (state: DeskState): InteractionId | undefined => {
  const own = selectAgentId(state);
  const chats = [...state.interactions.values()].filter(isChat);
  const newest = (phase: Phase) =>
    chats
      .filter((interaction) => engagementOf(interaction, own)?.phase === phase)
      .sort((a, b) => b.createdAt - a.createdAt)[0];
  return PANE_PHASES.map(newest).find((found) => found)?.id;
};

const activeChip = (interaction: Interaction, customerLeftAt: Instant | undefined): Chip => {
  if (interaction.ending) return 'ended';
  if (customerLeftAt !== undefined) return 'customer-left';
  const {kind} = interaction.talk;
  return kind === 'conference' || kind === 'conference-requested' ? kind : 'active';
};

const chipOf = (interaction: Interaction, {phase}: Engagement, leftAt: Instant | undefined): Chip => {
  switch (phase) {
    case 'connecting':
      return 'connecting';
    case 'offered':
      return 'waiting';
    case 'wrap-up':
      return 'wrap-up';
    case 'done':
      return 'ended';
    default:
      return activeChip(interaction, leftAt);
  }
};

const clockOf = (interaction: Interaction, {phase, wrapUp, since, acceptedAt}: Engagement): Instant =>
  phase === 'wrap-up' ? (wrapUp?.since ?? since) : (acceptedAt ?? interaction.createdAt);

/** What to do once the customer is gone is agent 1's matter; agent 2 is out when they end it. */
const customerGone = ({talk}: Interaction, {role}: Engagement): Closed => {
  if (role !== 'owner') return {why: 'customer-left-guest'};
  return {why: talk.kind === 'conference' ? 'customer-left-conference' : 'customer-left'};
};

const closedBy = (
  interaction: Interaction,
  engagement: Engagement,
  leftAt: Instant | undefined,
  refusal: Refusal,
): Closed => {
  const {phase} = engagement;
  if (phase === 'connecting' || phase === 'offered') return {why: 'not-accepted'};
  if (phase !== 'active') return {why: 'ended'};
  return leftAt === undefined ? {why: 'refused', refusal} : customerGone(interaction, engagement);
};

const conferenceOf = (
  interaction: Interaction,
  {agent, role, phase}: Engagement,
): Pick<ChatView, 'others' | 'isGuest' | 'asked' | 'declined'> => {
  if (phase !== 'active') return {others: [], isGuest: false};
  const asked = askedFor(interaction);
  const declined = role === 'owner' ? declinedIn(interaction) : undefined;
  return {
    others: othersIn(interaction, agent.id),
    isGuest: role !== 'owner',
    ...(asked === undefined ? {} : {asked}),
    ...(declined ? {declined} : {}),
  };
};

const detailsOf = (interaction: Interaction): Pick<ChatView, 'email' | 'queue'> => {
  const {customer, queue} = interaction;
  const email = customer.email?.trim();
  return {
    ...(email && email !== customerName(interaction) ? {email} : {}),
    ...(queue ? {queue: queue.name} : {}),
  };
};

const nameOf = (state: DeskState, engagement: Engagement): string =>
  state.profile?.name ?? engagement.agent.name;

/**
 * What the pane shows of an interaction.
 * @returns Undefined where it is no chat, or none of this agent.
 */
export const viewChat = (
  state: DeskState,
  interaction: Interaction | undefined,
  permit: Permit,
): ChatView | undefined => {
  const own = selectAgentId(state);
  const engagement = interaction && engagementOf(interaction, own);
  if (!interaction || own === undefined || !engagement || !isChat(interaction)) return undefined;
  const {content, channel, id} = interaction;
  if (content.kind !== 'chat') return undefined;
  const {messages, earlier, customerLeftAt} = content.transcript;
  const verdict = permit({type: 'message.send', interactionId: id});
  return {
    interactionId: id,
    channel: channel === 'social' ? 'social' : 'chat',
    name: customerName(interaction),
    ...detailsOf(interaction),
    chip: chipOf(interaction, engagement, customerLeftAt),
    clockSince: clockOf(interaction, engagement),
    viewer: {kind: 'agent', id: own, name: nameOf(state, engagement)},
    messages,
    earlier: hasFeature(state.capabilities, 'message-history') ? earlier : 0,
    happened: happenedIn(interaction, customerLeftAt),
    actions: chatActions(interaction, engagement, permit),
    ...conferenceOf(interaction, engagement),
    ...(verdict.ok ? {} : {closed: closedBy(interaction, engagement, customerLeftAt, verdict.refusal)}),
    unread: engagement.phase === 'active' ? unreadCount(interaction, own) : 0,
    ...(engagement.readAt === undefined ? {} : {readAt: engagement.readAt}),
  };
};
