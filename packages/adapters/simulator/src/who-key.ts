import type {Who} from '@deskwire/domain';

/** One name for each caller. */
export const whoKey = (who: Who): string =>
  who.kind === 'agent' ? `agent ${who.agentId}` : `customer ${who.interactionId}`;
