import {
  customerName,
  engagementOf,
  selectAgentId,
  selectTasks,
  unreadCount,
  type Channel,
  type DeskState,
  type Engagement,
  type Instant,
  type Interaction,
  type InteractionId,
  type Origin,
  type Talk,
} from '@deskwire/domain';

/** What a row can say about its interaction. Each has a word, an icon and a colour. */
export const TASK_STATES = [
  'connecting',
  'ringing',
  'waiting',
  'active',
  'held',
  'consult-requested',
  'consulting',
  'consult-held',
  'conference-requested',
  'conference',
  'wrap-up',
] as const;
/** One of {@link TASK_STATES}. */
export type TaskState = (typeof TASK_STATES)[number];

/** One row of the list. */
export interface TaskRow {
  readonly id: InteractionId;
  readonly channel: Channel;
  /** Set where the contact did not simply come in. */
  readonly origin?: Exclude<Origin, 'inbound'>;
  readonly consult: boolean;
  readonly customer: string;
  readonly queue?: string;
  readonly state: TaskState;
  /** Since when the row's clock runs: waiting, talking or wrapping up. */
  readonly since: Instant;
  readonly unread: number;
}

const talkState = ({talk}: {readonly talk: Talk}, {role}: Engagement): TaskState => {
  switch (talk.kind) {
    case 'hold':
      return 'held';
    case 'consult-requested':
      return 'consult-requested';
    case 'consult':
      return talk.hears === 'consulted' ? 'consulting' : 'consult-held';
    case 'conference-requested':
      return role === 'owner' ? 'conference-requested' : 'active';
    case 'conference':
      return 'conference';
    default:
      return 'active';
  }
};

const stateOf = (interaction: Interaction, engagement: Engagement): TaskState => {
  switch (engagement.phase) {
    case 'connecting':
      return 'connecting';
    case 'offered':
      return interaction.channel === 'voice' ? 'ringing' : 'waiting';
    case 'active':
      return talkState(interaction, engagement);
    default:
      return 'wrap-up';
  }
};

/** A colleague waits since they asked, a customer since they came. */
const requestedAt = ({talk, createdAt}: Interaction, {role, since}: Engagement): Instant => {
  if (role === 'owner') return createdAt;
  return talk.kind === 'consult-requested' ? talk.since : since;
};

/** A request shows how long the customer has waited, as the tray does; afterwards the clock is that of the pane. */
const sinceOf = (interaction: Interaction, engagement: Engagement): Instant => {
  switch (engagement.phase) {
    case 'active':
      return engagement.acceptedAt ?? engagement.since;
    case 'wrap-up':
      return engagement.wrapUp?.since ?? engagement.since;
    default:
      return requestedAt(interaction, engagement);
  }
};

const rowOf = (interaction: Interaction, engagement: Engagement): TaskRow => ({
  id: interaction.id,
  channel: interaction.channel,
  ...(interaction.origin === 'inbound' ? {} : {origin: interaction.origin}),
  consult: engagement.role === 'consulted',
  customer: customerName(interaction),
  ...(interaction.queue ? {queue: interaction.queue.name} : {}),
  state: stateOf(interaction, engagement),
  since: sinceOf(interaction, engagement),
  unread: engagement.phase === 'wrap-up' ? 0 : unreadCount(interaction, engagement.agent.id),
});

/** Every interaction that still asks something of the agent, newest first; a change of state moves none (ARR-14). */
export const taskRows = (state: DeskState): readonly TaskRow[] => {
  const own = selectAgentId(state);
  return selectTasks(state).flatMap((interaction) => {
    const engagement = engagementOf(interaction, own);
    return engagement ? [rowOf(interaction, engagement)] : [];
  });
};

const FIELDS = [
  'id',
  'channel',
  'origin',
  'consult',
  'customer',
  'queue',
  'state',
  'since',
  'unread',
] as const satisfies readonly (keyof TaskRow)[];

/** Whether two lists look the same, so that a fact that changes no row renders nothing. */
export const sameRows = (a: readonly TaskRow[], b: readonly TaskRow[]): boolean =>
  a.length === b.length &&
  a.every((row, index) => {
    const other = b[index];
    return other !== undefined && FIELDS.every((field) => row[field] === other[field]);
  });

/** Which row Tab reaches: the one that had the focus, else the selected one, else the first. */
export const tabStop = (
  rows: readonly TaskRow[],
  focused: InteractionId | undefined,
  selected: InteractionId | undefined,
): InteractionId | undefined =>
  [focused, selected].find((id) => id !== undefined && rows.some((row) => row.id === id)) ?? rows[0]?.id;

/** Where a key leads from a row; undefined for keys that are not the list's. */
export const rowAfterKey = (
  rows: readonly TaskRow[],
  from: InteractionId | undefined,
  key: string,
): InteractionId | undefined => {
  const at = rows.findIndex(({id}) => id === from);
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return rows[Math.min(at + 1, last)]?.id;
    case 'ArrowUp':
      return rows[Math.max(at - 1, 0)]?.id;
    case 'Home':
      return rows[0]?.id;
    case 'End':
      return rows[last]?.id;
    default:
      return undefined;
  }
};
