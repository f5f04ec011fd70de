import {
  engagementOf,
  isRequest,
  selectAgentId,
  type AgentId,
  type DeskState,
  type Fact,
  type FactOf,
  type InteractionId,
  type Refusal,
} from '@deskwire/domain';

/** What an agent wants to call. */
export interface DialRequest {
  readonly number: string;
  /** What the customer sees; absent: the tenant's default. */
  readonly ani?: string;
}

/** Why a call that was made did not reach the customer. */
export type DialFailure = FactOf<'outdial.failed'>['reason'];

/** The customer answered: the conversation has begun. */
export interface ConnectedOutcome {
  readonly kind: 'connected';
  readonly interactionId: InteractionId;
}
/** The call was made and failed. `code`: the limit that was met (OUT-8). */
export interface FailedOutcome {
  readonly kind: 'failed';
  readonly reason: DialFailure;
  readonly code?: 26 | 27;
}
/** The request was refused, so that no call was made. */
export interface RefusedOutcome {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

/** What became of a call that an agent wanted. */
export type DialOutcome =
  | ConnectedOutcome
  | FailedOutcome
  | RefusedOutcome
  /** The agent cancelled it while it rang. */
  | {readonly kind: 'cancelled'}
  /** The page prevented the request event. */
  | {readonly kind: 'prevented'}
  /** Nobody here can tell any more: the element or its desk went away before it was known. */
  | {readonly kind: 'unknown'};

const NOT_CONNECTED: FailedOutcome = {kind: 'failed', reason: 'not-connected'};

/** What the desk as a whole says of the call, e.g. after a connection was lost; undefined while it still rings. */
export const outcomeNow = (state: DeskState, id: InteractionId): DialOutcome | undefined => {
  const contact = state.interactions.get(id);
  const engagement = contact && engagementOf(contact, selectAgentId(state));
  if (!engagement) return {kind: 'unknown'};
  if (isRequest(engagement)) return undefined;
  return engagement.acceptedAt === undefined ? {kind: 'unknown'} : {kind: 'connected', interactionId: id};
};

const failedBy = ({reason, code}: FactOf<'outdial.failed'>): FailedOutcome => ({
  kind: 'failed',
  reason,
  ...(code !== undefined && {code}),
});

/**
 * What one fact says of a call that is being made; undefined where it says nothing of its outcome. `outdial.failed` comes
 * before the legs leave; where a platform tells none, the end itself says that it was not connected.
 */
export const outcomeBy = (
  fact: Fact,
  id: InteractionId,
  own: AgentId | undefined,
): DialOutcome | undefined => {
  if (!('interactionId' in fact) || fact.interactionId !== id) return undefined;
  switch (fact.type) {
    case 'outdial.failed':
      return fact.agentId === own ? failedBy(fact) : undefined;
    case 'engagement.accepted':
      return fact.agentId === own ? {kind: 'connected', interactionId: id} : undefined;
    case 'engagement.left':
      if (fact.agentId !== own) return undefined;
      return fact.reason === 'withdrawn' ? {kind: 'cancelled'} : NOT_CONNECTED;
    case 'interaction.ended':
      return fact.ending.reason === 'cancelled' ? {kind: 'cancelled'} : NOT_CONNECTED;
    case 'interaction.hidden':
      return {kind: 'unknown'};
    default:
      return undefined;
  }
};
