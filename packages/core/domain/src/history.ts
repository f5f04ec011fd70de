import type {TenantConfig} from './config.js';
import type {Engagement, Interaction} from './interaction.js';
import type {AgentId} from './party.js';
import type {HistoryEntry} from './query.js';
import {engagementOf} from './selectors.js';

/** At most so many rows in one page. */
export const HISTORY_MAX_ROWS = 100;

/** Whoever had the contact last; of those who never did, whoever was asked last. */
const lastOwner = ({engagements}: Interaction): Engagement | undefined =>
  engagements.findLast(({acceptedAt}) => acceptedAt !== undefined) ?? engagements.at(-1);

const handledUntil = ({phase, since, wrapUp}: Engagement, now: number): number => {
  if (wrapUp) return wrapUp.since;
  return phase === 'done' ? since : now;
};

const outcomeOf = ({ending}: Interaction, engagement: Engagement | undefined): HistoryEntry['outcome'] => {
  if (engagement?.acceptedAt !== undefined) return undefined;
  return engagement?.left ?? ending?.reason;
};

/**
 * What a list keeps of a contact: by one agent's part, or without an agent by whoever had it last. It names customer,
 * queue, times and reasons, never any CAD.
 * @param now When it is made; counts only while the agent still has the contact.
 */
export const historyEntryOf = (
  interaction: Interaction,
  tenant: Pick<TenantConfig, 'wrapUpReasons'>,
  now: number,
  agentId?: AgentId,
): HistoryEntry => {
  const {id, channel, origin, customer, queue, subject, createdAt} = interaction;
  const engagement = agentId === undefined ? lastOwner(interaction) : engagementOf(interaction, agentId);
  const {acceptedAt} = engagement ?? {};
  const outcome = outcomeOf(interaction, engagement);
  return {
    interactionId: id,
    channel,
    origin,
    customer,
    ...(queue ? {queue} : {}),
    ...(subject === undefined ? {} : {subject}),
    ...(engagement ? {agent: engagement.agent} : {}),
    at: createdAt,
    ...(engagement && acceptedAt !== undefined
      ? {seconds: Math.max(0, Math.round((handledUntil(engagement, now) - acceptedAt) / 1_000))}
      : {}),
    reasons: (engagement?.wrapUpReasonIds ?? []).map(
      (reasonId) => tenant.wrapUpReasons.find((one) => one.id === reasonId)?.label ?? reasonId,
    ),
    ...(outcome === undefined ? {} : {outcome}),
  };
};
