import type {Label} from './cad.js';
import type {Message} from './content.js';
import type {AgentRef, InteractionId, QueueRef} from './party.js';

/**
 * An agent in a directory list. `canReceive` is what the colour says: green only when they can take the contact: Available,
 * with capacity for its channel, in no wrap-up.
 */
export interface DirectoryAgent {
  readonly kind: 'agent';
  readonly agent: AgentRef;
  readonly state: 'available' | 'engaged' | 'wrap-up' | 'idle' | 'rona' | 'signed-out';
  readonly reason?: Label;
  readonly canReceive: boolean;
}

/** One row of the enterprise address book. `number` as admin wrote it. */
export interface AddressBookEntry {
  readonly name: string;
  readonly number: string;
}

/** What a desk can ask for beside facts: lists and history, fetched when needed and never pushed. */
export type Query =
  | {
      readonly type: 'messages.before';
      readonly interactionId: InteractionId;
      readonly messageId: string;
      readonly limit: number;
    }
  | {readonly type: 'directory.agents'; readonly interactionId?: InteractionId}
  /** With an interaction: only those that it could go to, by its channel. */
  | {readonly type: 'directory.queues'; readonly interactionId?: InteractionId}
  | {readonly type: 'directory.entry-points'; readonly interactionId?: InteractionId}
  | {readonly type: 'directory.numbers'};

/** The name of a query. */
export type QueryType = Query['type'];

/** What each query answers. */
export interface Answers {
  'messages.before': {readonly messages: readonly Message[]; readonly earlier: number};
  'directory.agents': {readonly agents: readonly DirectoryAgent[]};
  'directory.queues': {readonly queues: readonly QueueRef[]};
  'directory.entry-points': {
    readonly entryPoints: readonly {readonly id: string; readonly name: string; readonly number?: string}[];
  };
  'directory.numbers': {readonly numbers: readonly AddressBookEntry[]};
}
