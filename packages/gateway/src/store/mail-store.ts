import type {InteractionId} from '@deskwire/domain';

/** A mail that was taken from the wire and not understood yet. Its bytes lie in the spool under `id`. */
export interface SpooledMail {
  readonly id: string;
  readonly at: number;
  /** The envelope: where it came from, and every recipient that it is for. */
  readonly from: string;
  readonly to: readonly string[];
  readonly size: number;
}

/** What became of a spooled mail: it belongs to an interaction now, or it was a repeat and is dropped. */
export interface InboxChange {
  readonly spoolId: string;
  /** The entry point's address that it was for; one mail can be for several. */
  readonly recipient: string;
  readonly messageId: string;
  readonly interactionId: InteractionId | undefined;
  /** A past interaction whose thread goes on in this one: replies to its mails belong here from now on. */
  readonly continues?: InteractionId;
}

/**
 * Where an outgoing mail stands.
 * `queued`: it has not been handed to anybody. `sending`: a connection is open, the last byte has not been sent, so
 * the receiver cannot have taken it. `handing-over`: the last byte is on its way; only the receiver knows. `sent` and
 * `failed` are final.
 */
export type OutboxState = 'queued' | 'sending' | 'handing-over' | 'sent' | 'failed';

/** One outgoing mail. `payload` is the mail as the fact carries it, as JSON. */
export interface OutboxMail {
  readonly id: string;
  readonly interactionId: InteractionId;
  readonly messageId: string;
  readonly state: OutboxState;
  readonly attempts: number;
  /** Not before this time, epoch milliseconds. */
  readonly dueAt: number;
  readonly payload: string;
}

/** A new outgoing mail, or a move of an old one. */
export type OutboxChange =
  | {
      readonly kind: 'add';
      readonly id: string;
      readonly interactionId: InteractionId;
      readonly messageId: string;
      readonly at: number;
      readonly payload: string;
    }
  | {
      readonly kind: 'move';
      readonly id: string;
      readonly to: OutboxState;
      readonly dueAt?: number;
      /** True when this begins another attempt. */
      readonly attempt?: boolean;
    };

/** A mail in a mailbox on this machine (demo). `raw` names its bytes in the spool. */
export interface DeliveredMail {
  readonly id: string;
  readonly mailbox: string;
  readonly messageId: string;
  readonly at: number;
}

/** The part of the store that mail needs. The rules of {@link Store} hold. */
export interface MailStore {
  /** Keeps a mail whose bytes are in the spool already. Once it resolved, the mail may be acknowledged. */
  spool(mail: SpooledMail): Promise<void>;
  /** Mails that were acknowledged and are not done, oldest first. */
  spooled(): Promise<readonly SpooledMail[]>;
  /** All recipients of this mail have been served. */
  unspool(id: string): Promise<void>;
  /** Whether this recipient has had a mail of this Message-ID. */
  isKnown(recipient: string, messageId: string): Promise<boolean>;
  /** The interaction in which the thread of one of these Message-IDs goes on; earlier ids in the list win. */
  interactionOf(messageIds: readonly string[]): Promise<InteractionId | undefined>;
  /** Outgoing mails that are in none of the final states, oldest first. */
  outbox(): Promise<readonly OutboxMail[]>;
  /** Moves outgoing mails; the same as in a batch. */
  move(changes: readonly OutboxChange[]): Promise<void>;
  /** Puts a mail into a mailbox; false when that mailbox has this Message-ID already. */
  deliver(mail: DeliveredMail): Promise<boolean>;
  /** A mailbox's mails, newest first. */
  mailbox(address: string, limit: number): Promise<readonly DeliveredMail[]>;
  /** Whether any mailbox of this machine has a mail of this Message-ID. */
  isDelivered(messageId: string): Promise<boolean>;
}
