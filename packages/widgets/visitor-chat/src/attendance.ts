import type {Engagement, Instant, Interaction} from '@deskwire/domain';

/** An agent's time with the visitor. A customer is told who is there now; who was there before is kept here. */
export interface Attendance {
  readonly agentId: string;
  readonly name: string;
  readonly joinedAt: Instant;
  readonly leftAt?: Instant;
}

const joinedAt = ({acceptedAt, since}: Engagement): Instant => acceptedAt ?? since;

const isSame = (one: Attendance, engagement: Engagement): boolean =>
  one.agentId === engagement.agent.id && one.joinedAt === joinedAt(engagement);

const arrivalOf = (engagement: Engagement): Attendance => ({
  agentId: engagement.agent.id,
  name: engagement.agent.name,
  joinedAt: joinedAt(engagement),
});

/**
 * Who has been there, in the order in which they came.
 * @param known What was known before; the same is returned where nothing has changed.
 * @param now When somebody who is no longer there has left.
 */
export const attend = (
  known: readonly Attendance[],
  {engagements, ending}: Pick<Interaction, 'engagements' | 'ending'>,
  now: Instant,
): readonly Attendance[] => {
  const arrivals = engagements.filter((one) => !known.some((other) => isSame(other, one)));
  // When a chat ends everybody is out of it: that is told as its end.
  const hasLeft = (one: Attendance): boolean =>
    !ending && one.leftAt === undefined && !engagements.some((other) => isSame(one, other));
  if (arrivals.length === 0 && !known.some(hasLeft)) return known;
  return [...known.map((one) => (hasLeft(one) ? {...one, leftAt: now} : one)), ...arrivals.map(arrivalOf)];
};
