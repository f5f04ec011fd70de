import type {Label} from './cad.js';
import type {TenantConfig} from './config.js';
import type {Engagement, Interaction} from './interaction.js';
import type {AgentId} from './party.js';
import type {HistoryEntry} from './query.js';
import {engagementOf} from './selectors.js';

/** At most so many rows in one page. */
export const HISTORY_MAX_ROWS = 100;

const wasAccepted = ({acceptedAt}: Engagement): boolean => acceptedAt !== undefined;

/** Whoever had the contact last, not who was only asked or joined; of those who never did, whoever was asked last. */
const lastOwner = ({engagements}: Interaction): Engagement | undefined =>
  engagements.findLast((one) => one.role === 'owner' && wasAccepted(one)) ??
  engagements.findLast(wasAccepted) ??
  engagements.at(-1);

const handledUntil = ({phase, since, wrapUp}: Engagement, now: number): number => {
  if (wrapUp) return wrapUp.since;
  return phase === 'done' ? since : now;
};

const secondsOf = (engagement: Engagement | undefined, now: number): number | undefined =>
  engagement?.acceptedAt === undefined
    ? undefined
    : Math.max(0, Math.round((handledUntil(engagement, now) - engagement.acceptedAt) / 1_000));

/** Of a call that came in, what the agent did about it; of one that was made, how it failed. */
const outcomeOf = (
  {ending, origin}: Interaction,
  engagement: Engagement | undefined,
): HistoryEntry['outcome'] => {
  if (engagement && wasAccepted(engagement)) return undefined;
  const isOutgoing = origin === 'outdial' || origin === 'campaign';
  return isOutgoing && ending && ending.reason !== 'failed'
    ? ending.reason
    : (engagement?.left ?? ending?.reason);
};

const reasonsOf = (
  engagement: Engagement | undefined,
  {wrapUpReasons}: Pick<TenantConfig, 'wrapUpReasons'>,
): readonly Label[] =>
  (engagement?.wrapUpReasonIds ?? []).map(
    (reasonId) => wrapUpReasons.find(({id}) => id === reasonId)?.label ?? reasonId,
  );

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
  const seconds = secondsOf(engagement, now);
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
    ...(seconds === undefined ? {} : {seconds}),
    reasons: reasonsOf(engagement, tenant),
    ...(outcome === undefined ? {} : {outcome}),
  };
};
