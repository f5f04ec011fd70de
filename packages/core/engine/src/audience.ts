import {isInteractionFact, type AgentId, type Fact, type Who} from '@deskwire/domain';
import type {Centre} from './centre.js';

/**
 * Whose feeds a fact can concern, so that a host with many viewers need not push it to all of them. A feed that gets
 * more than these says nothing wrong, only later.
 * @param before The centre before the fact, or before the step that made it.
 * @param after The centre after the fact, or after its whole step.
 */
export const audienceOf = (before: Centre, after: Centre, fact: Fact): readonly Who[] => {
  const agents = new Set<AgentId>('agentId' in fact && fact.agentId !== undefined ? [fact.agentId] : []);
  if (!isInteractionFact(fact)) return [...agents].map((agentId) => ({kind: 'agent', agentId}));
  const {interactionId} = fact;
  for (const centre of [before, after]) {
    for (const {agent} of centre.interactions.get(interactionId)?.engagements ?? []) agents.add(agent.id);
  }
  const customer: Who = {kind: 'customer', interactionId};
  return [customer, ...[...agents].map((agentId): Who => ({kind: 'agent', agentId}))];
};
