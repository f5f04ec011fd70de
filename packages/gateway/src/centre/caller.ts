import type {Who} from '@deskwire/domain';

/** The name under which the store knows a caller. */
export const callerName = (who: Who): string =>
  who.kind === 'agent' ? `agent:${who.agentId}` : `customer:${who.interactionId}`;
