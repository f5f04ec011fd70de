import type {Interaction} from './interaction.js';
import type {AgentId} from './party.js';
import {engagementOf, isRequest} from './selectors.js';

/**
 * How far a call is that an agent makes (outdial, campaign). `preview`: they look at the contact, nothing rings.
 * `agent`: their own station is called first. `customer`: the customer's phone rings. Undefined once the customer is
 * there, and for every call that came in to the agent: one that a colleague dialled and passed on is like any other.
 */
export type DialStage = 'preview' | 'agent' | 'customer';

/**
 * See {@link DialStage}. While it is defined the engagement is a request; its clock and pane start with the answer. A
 * campaign contact is in preview as long as no leg is open: whoever dials it makes the agent's own leg ring first.
 */
export const dialStage = (interaction: Interaction, agentId: AgentId | undefined): DialStage | undefined => {
  const {origin, legs} = interaction;
  const engagement = engagementOf(interaction, agentId);
  const isOutgoing = origin === 'outdial' || origin === 'campaign';
  if (!isOutgoing || engagement?.role !== 'owner' || !isRequest(engagement)) return undefined;
  const open = legs.filter(({presence}) => presence !== 'gone');
  const customer = open.find(({party}) => party.kind === 'customer');
  if (customer) return customer.presence === 'ringing' ? 'customer' : undefined;
  return open.length > 0 || origin === 'outdial' ? 'agent' : 'preview';
};
