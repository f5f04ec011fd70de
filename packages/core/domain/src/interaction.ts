import type {CadVariable} from './cad.js';
import type {GuideReply} from './config.js';
import type {MailThread, Transcript} from './content.js';
import type {
  AgentId,
  AgentRef,
  Channel,
  Customer,
  Instant,
  InteractionId,
  Leg,
  LegId,
  Origin,
  QueueId,
  QueueRef,
} from './party.js';

/** Where a transfer or a consult can go. The words are those of the platforms (see `destinationType` in PEERS). */
export type Target =
  | {readonly kind: 'agent'; readonly agentId: AgentId}
  | {readonly kind: 'queue'; readonly queueId: QueueId}
  | {readonly kind: 'entry-point'; readonly entryPointId: string}
  | {readonly kind: 'number'; readonly number: string};

/**
 * Who hears whom. One union, so that a consult with both parties held, or a conference with a held customer, has no
 * way to be written. `since` is when this arrangement began; `heldSince` is when the held party was put on hold.
 */
export type Talk =
  /** Nobody is connected yet, or nobody any more. */
  | {readonly kind: 'none'}
  /** The owner and the customer talk. */
  | {readonly kind: 'together'; readonly since: Instant}
  /** The customer is held, no consult runs. */
  | {readonly kind: 'hold'; readonly since: Instant; readonly heldSince: Instant}
  /** A consult was asked for; the customer is held while the target is sought or rings. */
  | {
      readonly kind: 'consult-requested';
      readonly by: AgentId;
      readonly target: Target;
      /** The leg that rings, once the target is known (a queue may still look for an agent). */
      readonly leg?: LegId;
      readonly since: Instant;
      readonly heldSince: Instant;
    }
  /** The consult runs. The owner hears exactly one of the two; the other one is held. */
  | {
      readonly kind: 'consult';
      readonly by: AgentId;
      readonly leg: LegId;
      readonly hears: 'consulted' | 'customer';
      readonly since: Instant;
      readonly heldSince: Instant;
    }
  /** A chat's conference was asked for; the owner and the customer go on meanwhile. */
  | {
      readonly kind: 'conference-requested';
      readonly by: AgentId;
      readonly target: Target;
      readonly since: Instant;
    }
  /** Everybody who joined talks. `legs` are those beside the customer and the owner. */
  | {
      readonly kind: 'conference';
      readonly by: AgentId;
      readonly legs: readonly LegId[];
      readonly since: Instant;
    };

/** Recording of the call. `paused` without `resumeAt` waits for the agent. */
export type Recording =
  | {readonly state: 'off'}
  | {readonly state: 'on'; readonly since: Instant}
  | {readonly state: 'paused'; readonly since: Instant; readonly resumeAt?: Instant};

/** One agent's part. Never a boolean: the phase says what can be done. */
export const PHASES = ['connecting', 'offered', 'active', 'wrap-up', 'done'] as const;
/** One of {@link PHASES}. */
export type Phase = (typeof PHASES)[number];

/** Why an engagement is over, or was never begun. */
export const LEAVE_REASONS = [
  'ended',
  'missed',
  'declined',
  'withdrawn',
  'transferred',
  'left',
  'customer-left',
  'connection-lost',
  'failed',
] as const;
/** One of {@link LEAVE_REASONS}. */
export type LeaveReason = (typeof LEAVE_REASONS)[number];

/** What an agent does after the contact. `deadline` is set while a countdown runs (auto wrap-up). */
export interface WrapUp {
  readonly since: Instant;
  readonly deadline?: Instant;
  readonly defaultReasonId?: string;
}

/** One agent's engagement in one interaction. Wrap-up lives here: after a transfer the interaction goes on. */
export interface Engagement {
  readonly agent: AgentRef;
  readonly role: 'owner' | 'consulted' | 'conferenced';
  readonly phase: Phase;
  /** When this phase began. */
  readonly since: Instant;
  /** When the offer lapses (offered), or undefined where the platform does not say. */
  readonly expiresAt?: Instant;
  /** When the agent accepted, kept for the pane's clock. */
  readonly acceptedAt?: Instant;
  /** Set while the agent's own microphone is muted. */
  readonly muted?: boolean;
  /** Everything the customer wrote up to here has been seen by this agent. */
  readonly readAt?: Instant;
  readonly wrapUp?: WrapUp;
  readonly wrapUpReasonIds?: readonly string[];
  readonly left?: LeaveReason;
}

/** What the customer said or wrote. Voice carries none. */
export type Content =
  | {readonly kind: 'voice'}
  | {readonly kind: 'chat'; readonly transcript: Transcript}
  | {readonly kind: 'email'; readonly thread: MailThread};

/**
 * A blind transfer that nobody has taken yet. Who is asked for by name is the only one asked: without them the contact is
 * dropped (XFER-10). A call that was sent to an entry point never goes back to `by` (XFER-11).
 */
export interface Transfer {
  readonly by: AgentId;
  readonly to: Target;
  readonly since: Instant;
}

/** What an agent's call guide brought (CAMP-5). */
export interface GuideResult {
  readonly by: AgentRef;
  readonly at: Instant;
  readonly replies: readonly GuideReply[];
}

/** Who ended the interaction, and how. `cancelled` and `skipped`: an outgoing call that never reached its customer. */
export interface Ending {
  readonly at: Instant;
  readonly by: 'agent' | 'customer' | 'system';
  readonly reason:
    'ended' | 'abandoned' | 'failed' | 'rejected' | 'unanswered' | 'merged' | 'cancelled' | 'skipped';
}

/** One customer contact with everything that a desk may show of it. */
export interface Interaction {
  readonly id: InteractionId;
  readonly channel: Channel;
  readonly origin: Origin;
  readonly customer: Customer;
  readonly queue?: QueueRef;
  readonly entryPointId?: string;
  /** The number or address that the customer reached. */
  readonly dnis?: string;
  /** For outdial: the number that the customer sees. */
  readonly ani?: string;
  /** For mail: the subject line. */
  readonly subject?: string;
  readonly campaignId?: string;
  /** The contact in the campaign's list. */
  readonly campaignContactId?: string;
  readonly guide?: GuideResult;
  /** When the contact arrived at the contact centre. */
  readonly createdAt: Instant;
  readonly legs: readonly Leg[];
  readonly talk: Talk;
  readonly transfer?: Transfer;
  readonly engagements: readonly Engagement[];
  readonly recording: Recording;
  readonly cad: readonly CadVariable[];
  readonly content: Content;
  /** Set once the customer is gone and nothing is left to handle but wrap-up. */
  readonly ending?: Ending;
}
