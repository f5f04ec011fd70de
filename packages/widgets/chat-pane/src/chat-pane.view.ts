import {
  customerName,
  engagementOf,
  hasFeature,
  selectAgentId,
  unreadCount,
  type Ask,
  type DeskState,
  type Engagement,
  type Instant,
  type Interaction,
  type InteractionId,
  type Message,
  type Phase,
  type Refusal,
  type Verdict,
} from '@deskwire/domain';
import {controlOf, type LogViewer} from '@deskwire/kit';

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

/** Something to be told in the log beside the messages. */
export interface Happened {
  readonly kind: 'customer-left' | 'ended';
  readonly at: Instant;
}

/** Why nothing can be written, in the pane's own words or in those of the refusal. */
export type Closed =
  | {readonly why: 'customer-left' | 'not-accepted' | 'ended'}
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
  /** Absent: this agent does not end it. */
  readonly end?: {readonly refusal?: Refusal};
  /** Absent: messages can be written. */
  readonly closed?: Closed;
  readonly unread: number;
  /** Up to where the agent has read; absent before the first look. */
  readonly readAt?: Instant;
}

/** How the pane asks what is allowed. */
export type Permit = (ask: Ask) => Verdict;

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

const happenedIn = (interaction: Interaction, leftAt: Instant | undefined): readonly Happened[] => {
  const {ending} = interaction;
  const left: readonly Happened[] = leftAt === undefined ? [] : [{kind: 'customer-left', at: leftAt}];
  return ending ? [...left, {kind: 'ended', at: ending.at}] : left;
};

const closedBy = ({phase}: Engagement, leftAt: Instant | undefined, refusal: Refusal): Closed => {
  if (phase === 'connecting' || phase === 'offered') return {why: 'not-accepted'};
  if (phase !== 'active') return {why: 'ended'};
  return leftAt === undefined ? {why: 'refused', refusal} : {why: 'customer-left'};
};

const endOf = (interaction: Interaction, {phase}: Engagement, permit: Permit): Pick<ChatView, 'end'> => {
  if (phase !== 'active') return {};
  const control = controlOf(permit({type: 'interaction.end', interactionId: interaction.id}));
  if (!control.shown) return {};
  return {end: control.refusal ? {refusal: control.refusal} : {}};
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
    ...endOf(interaction, engagement, permit),
    ...(verdict.ok ? {} : {closed: closedBy(engagement, customerLeftAt, verdict.refusal)}),
    unread: engagement.phase === 'active' ? unreadCount(interaction, own) : 0,
    ...(engagement.readAt === undefined ? {} : {readAt: engagement.readAt}),
  };
};
