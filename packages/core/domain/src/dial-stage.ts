import type {Interaction} from './interaction.js';
import type {AgentId} from './party.js';
import {engagementOf, isRequest} from './selectors.js';

/**
 * How far a call is that an agent makes (outdial, campaign). `preview`: they look at the contact, nothing rings.
 * `agent`: their own station is called first. `customer`: the customer's phone rings. Undefined once the customer is
 * there, and for every call that came in.
 */
export type DialStage = 'preview' | 'agent' | 'customer';

/** See {@link DialStage}. While it is defined the engagement is a request; its clock and pane start with the answer. */
export const dialStage = (interaction: Interaction, agentId: AgentId | undefined): DialStage | undefined => {
  const {origin, legs} = interaction;
  const engagement = engagementOf(interaction, agentId);
  if ((origin !== 'outdial' && origin !== 'campaign') || !engagement || !isRequest(engagement))
    return undefined;
  const open = legs.filter(({presence}) => presence !== 'gone');
  if (open.some(({party}) => party.kind === 'customer')) return 'customer';
  return open.length > 0 || origin === 'outdial' ? 'agent' : 'preview';
};
