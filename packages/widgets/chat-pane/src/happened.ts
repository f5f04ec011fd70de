import type {AgentId, Engagement, Instant, Interaction, LeaveReason} from '@deskwire/domain';

/** Something to be told in the log beside the messages. */
export type Happened =
  | {readonly kind: 'customer-left' | 'ended'; readonly at: Instant}
  | {
      readonly kind: 'joined' | 'left';
      readonly at: Instant;
      readonly agentId: AgentId;
      readonly name: string;
    };

/** Known by this from one state to the next. */
export const keyOf = (one: Happened): string =>
  'agentId' in one ? `${one.kind} ${one.agentId} ${one.at}` : `${one.kind} ${one.at}`;

const comings = ({agent, role, phase, acceptedAt, since}: Engagement): readonly Happened[] => {
  if (role !== 'conferenced' || acceptedAt === undefined) return [];
  const who = {agentId: agent.id, name: agent.name};
  const joined: Happened = {kind: 'joined', at: acceptedAt, ...who};
  return phase === 'done' ? [joined, {kind: 'left', at: since, ...who}] : [joined];
};

/** What the state tells of a chat: who joined, who left, that the customer went, that it is over. */
export const happenedIn = (interaction: Interaction, leftAt: Instant | undefined): readonly Happened[] => {
  const {ending, engagements} = interaction;
  return [
    // When a chat ends everybody is out of it: that is told as its end.
    ...engagements.flatMap(comings).filter(({kind}) => !ending || kind === 'joined'),
    ...(leftAt === undefined ? [] : [{kind: 'customer-left', at: leftAt} as const]),
    ...(ending ? [{kind: 'ended', at: ending.at} as const] : []),
  ];
};

/** Why a colleague does not come who was asked to. */
const DECLINES: readonly (LeaveReason | undefined)[] = ['missed', 'declined', 'failed', 'connection-lost'];

/** A colleague who was asked to join and does not, for as long as nothing else has happened since. */
export interface Declined {
  readonly key: string;
  readonly name: string;
}

/** The newest one. Taken back by the agent who asked, it is no news. */
export const declinedIn = ({talk, engagements}: Interaction): Declined | undefined => {
  if (talk.kind !== 'together') return undefined;
  const {since} = talk;
  const found = engagements.findLast(
    (one) => one.role === 'consulted' && DECLINES.includes(one.left) && one.since >= since,
  );
  return found && {key: `${found.agent.id} ${found.since}`, name: found.agent.name};
};
