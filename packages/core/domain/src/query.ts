import type {Label} from './cad.js';
import type {Message} from './content.js';
import type {Content, Ending, GuideResult, LeaveReason} from './interaction.js';
import type {AgentRef, Channel, Customer, Instant, InteractionId, Origin, QueueRef} from './party.js';

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

/** The tabs of the history beside All; social contacts are under `chat`. */
export type HistoryChannel = 'voice' | 'chat' | 'email';

/**
 * One past contact as a list shows it: complete without the interaction, which may be gone. Never any CAD. Times are
 * epoch milliseconds.
 */
export interface HistoryEntry {
  readonly interactionId: InteractionId;
  readonly channel: Channel;
  readonly origin: Origin;
  readonly customer: Customer;
  readonly queue?: QueueRef;
  /** For mail. */
  readonly subject?: string;
  /** Who had it: the agent asked about, or the one who had it last. */
  readonly agent?: AgentRef;
  /** When the contact arrived. */
  readonly at: Instant;
  /** How long it was handled by this agent, wrap-up left out; absent where nobody took it. */
  readonly seconds?: number;
  /** As chosen at wrap-up, in words that outlive the configuration. */
  readonly reasons: readonly Label[];
  /** Why there was no conversation, where there was none. */
  readonly outcome?: LeaveReason | Ending['reason'];
}

/** A page of a history; `next` is absent on the last one. It is opaque, and stays right while rows are added in front. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  readonly next?: string;
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
  | {readonly type: 'directory.numbers'}
  /** The agent's own past contacts, newest first (HIST-1). `after` is the `next` of the page before. */
  | {
      readonly type: 'history.mine';
      readonly channel?: HistoryChannel;
      readonly after?: string;
      readonly limit: number;
    }
  /** Past contacts of the customer of an interaction that the agent takes part in, newest first (HIST-2). */
  | {
      readonly type: 'history.customer';
      readonly interactionId: InteractionId;
      readonly after?: string;
      readonly limit: number;
    }
  /**
   * What was said in a past contact: their own, or with `customerOf` one of the customer of that interaction.
   * `before` is the id of the oldest message that is there already.
   */
  | {
      readonly type: 'history.content';
      readonly interactionId: InteractionId;
      readonly customerOf?: InteractionId;
      readonly before?: string;
      readonly limit: number;
    };

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
  'history.mine': HistoryPage;
  'history.customer': HistoryPage;
  'history.content': {
    readonly entry: HistoryEntry;
    readonly content: Content;
    readonly guide?: GuideResult;
  };
}
