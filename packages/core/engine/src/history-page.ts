import {
  historyEntryOf,
  isOpen,
  type AgentId,
  type Channel,
  type HistoryChannel,
  type HistoryEntry,
  type HistoryPage,
  type Instant,
  type Interaction,
  type InteractionId,
  type TenantConfig,
} from '@deskwire/domain';

/** Where a page ends: what comes after it is older, or as old with a smaller id. Rows added in front change nothing. */
export interface HistoryPlace {
  readonly at: Instant;
  readonly interactionId: InteractionId;
}

/** The cursor that a desk gets, opaque to it. */
export const historyCursor = ({at, interactionId}: HistoryPlace): string =>
  `${at.toString(36)}.${interactionId}`;

/** Reads a cursor back; undefined where it never was one. */
export const readHistoryCursor = (text: string): HistoryPlace | undefined => {
  const found = /^(-?[0-9a-z]{1,11})\.(.+)$/s.exec(text);
  const at = Number.parseInt(found?.[1] ?? '', 36);
  return found?.[2] !== undefined && Number.isSafeInteger(at) ? {at, interactionId: found[2]} : undefined;
};

/** Newest first; ties by id, the greater first. */
export const byRecency = (a: HistoryPlace, b: HistoryPlace): number => {
  if (a.at !== b.at) return b.at - a.at;
  return a.interactionId === b.interactionId ? 0 : a.interactionId > b.interactionId ? -1 : 1;
};

/** The tab under which a contact stands. */
export const historyChannelOf = (channel: Channel): HistoryChannel =>
  channel === 'social' ? 'chat' : channel;

/** A row of an agent's own list as soon as their part is over; undefined while it is not, or where there is none. */
export const ownEntryOf = (
  interaction: Interaction,
  tenant: TenantConfig,
  agentId: AgentId,
): HistoryEntry | undefined => {
  const part = interaction.engagements.find(({agent}) => agent.id === agentId);
  return part && !isOpen(part) ? historyEntryOf(interaction, tenant, part.since, agentId) : undefined;
};

/** A row of the customer's list as soon as the contact is over; undefined while it is not. */
export const customerEntryOf = (interaction: Interaction, tenant: TenantConfig): HistoryEntry | undefined =>
  interaction.ending && historyEntryOf(interaction, tenant, interaction.ending.at);

/** A page of at least one row, out of rows that are newest first, for whoever has them at hand. */
export const historyPage = (
  rows: readonly HistoryEntry[],
  {after, limit}: {readonly after?: HistoryPlace; readonly limit: number},
): HistoryPage => {
  const begin = after ? rows.findIndex((row) => byRecency(after, row) < 0) : 0;
  const entries = begin < 0 ? [] : rows.slice(begin, begin + limit);
  const last = entries.at(-1);
  return last && begin + limit < rows.length ? {entries, next: historyCursor(last)} : {entries};
};
