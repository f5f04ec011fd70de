import {
  dialStage,
  replyEndsAt,
  type AgentId,
  type Instant,
  type Interaction,
  type InteractionId,
  type LegId,
  type TenantConfig,
} from '@deskwire/domain';
import {legOfAgent} from './legs.js';
import {isCall, isPending, type AgentState, type Centre} from './centre.js';

type Due<K extends string, Rest = unknown> = {readonly kind: K; readonly at: Instant} & Rest;
type Part = {readonly interactionId: InteractionId; readonly agentId: AgentId};

/** Something that happens by itself when its time comes. */
export type Deadline =
  /** The reserved agent's phone or page did not start to ring. */
  | Due<'connect', Part>
  /** Nobody answered. */
  | Due<'ring', Part>
  /** A number that was dialled did not answer. */
  | Due<'dial', {readonly interactionId: InteractionId; readonly legId: LegId}>
  /** The countdown of auto wrap-up. */
  | Due<'wrap-up', Part>
  /** A paused recording goes on. */
  | Due<'recording', {readonly interactionId: InteractionId}>
  /** A reply to a mail leaves, and the work with its contact is over. */
  | Due<'leave', {readonly interactionId: InteractionId}>
  /** An agent's lost connection is no longer forgiven. */
  | Due<'grace', {readonly agentId: AgentId}>;

const SECOND = 1_000;
const NONE: readonly Deadline[] = [];

/** Milliseconds of a setting that people write in seconds. */
export const seconds = (count: number): number => count * SECOND;

/** The deadlines that an interaction carries; they follow from it, so that nothing else has to remember them. */
export const deadlinesOfInteraction = (
  interaction: Interaction | undefined,
  tenant: TenantConfig,
): readonly Deadline[] => {
  if (!interaction) return NONE;
  const {id: interactionId, engagements, legs, recording} = interaction;
  const found: Deadline[] = [];
  for (const {agent, phase, since, expiresAt, wrapUp} of engagements) {
    const part = {interactionId, agentId: agent.id};
    const dialling = dialStage(interaction, agent.id);
    if (phase === 'connecting') {
      found.push({kind: 'connect', at: since + seconds(tenant.connectSeconds), ...part});
    } else if (phase === 'offered' && expiresAt === undefined) {
      // A campaign's contact: nothing is due while it is looked at; once it is called the agent's phone has to ring.
      const leg = dialling === 'agent' ? legOfAgent(interaction, agent.id) : undefined;
      if (leg) found.push({kind: 'connect', at: leg.since + seconds(tenant.connectSeconds), ...part});
    } else if (phase === 'offered' && expiresAt !== undefined && dialling !== 'customer') {
      found.push({kind: 'ring', at: expiresAt, ...part});
    } else if (phase === 'wrap-up' && wrapUp?.deadline !== undefined) {
      found.push({kind: 'wrap-up', at: wrapUp.deadline, ...part});
    }
  }
  for (const {id: legId, party, presence, since} of legs) {
    // The phones of our own agents have their engagement's deadline; a customer who is dialled has only this one.
    if (presence === 'ringing' && party.kind !== 'agent') {
      found.push({kind: 'dial', at: since + seconds(tenant.dialSeconds), interactionId, legId});
    }
  }
  if (recording.state === 'paused' && recording.resumeAt !== undefined) {
    found.push({kind: 'recording', at: recording.resumeAt, interactionId});
  }
  const leaves = replyEndsAt(interaction);
  if (leaves !== undefined) found.push({kind: 'leave', at: leaves, interactionId});
  return found;
};

/** Whether a call of this agent's is lost with their page, and goes back to its queue. */
export const losesCalls = ({profile}: AgentState, {lostAgent}: TenantConfig): boolean =>
  lostAgent === 'requeue' && profile.station.kind === 'browser-phone';

/** Whether anything would change for this agent when their lost connection is no longer forgiven. */
const hasSomethingToLose = (agent: AgentState, tenant: TenantConfig): boolean =>
  agent.presence.state === 'available' ||
  agent.work.some(isPending) ||
  (losesCalls(agent, tenant) && agent.work.some(isCall));

/** The deadline of an agent whose connection is lost, as long as there is something to take from them. */
export const deadlinesOfAgent = (agent: AgentState | undefined, tenant: TenantConfig): readonly Deadline[] =>
  agent?.lostAt === undefined || !hasSomethingToLose(agent, tenant)
    ? NONE
    : [{kind: 'grace', at: agent.lostAt + seconds(tenant.graceSeconds), agentId: agent.profile.id}];

const keyOf = (deadline: Deadline): string =>
  [
    deadline.kind,
    'interactionId' in deadline ? deadline.interactionId : '',
    'agentId' in deadline ? deadline.agentId : '',
    'legId' in deadline ? deadline.legId : '',
  ].join('\n');

/** Soonest first; ties in an order that does not depend on how they came about. */
const compare = (a: Deadline, b: Deadline): number => {
  if (a.at !== b.at) return a.at - b.at;
  const [left, right] = [keyOf(a), keyOf(b)];
  return left === right ? 0 : left < right ? -1 : 1;
};

const placeOf = (sorted: readonly Deadline[], deadline: Deadline): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there && compare(there, deadline) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Whether exactly this deadline stands in the sorted list. */
export const hasDeadline = (sorted: readonly Deadline[], deadline: Deadline): boolean => {
  const there = sorted[placeOf(sorted, deadline)];
  return there !== undefined && compare(there, deadline) === 0;
};

/** Puts a deadline into a sorted list, in place. */
export const addDeadline = (sorted: Deadline[], deadline: Deadline): void => {
  sorted.splice(placeOf(sorted, deadline), 0, deadline);
};

/** Takes a deadline out of a sorted list, in place; one that is not there is ignored. */
export const removeDeadline = (sorted: Deadline[], deadline: Deadline): void => {
  const place = placeOf(sorted, deadline);
  const there = sorted[place];
  if (there && compare(there, deadline) === 0) sorted.splice(place, 1);
};

/** When a tick is next due; undefined where nothing waits for time. */
export const nextDeadline = ({deadlines}: Centre): Instant | undefined => deadlines[0]?.at;
