import type {InteractionId} from '@deskwire/domain';

/** A mail that was taken from the wire and not understood yet. Its bytes lie in the spool under `id`. */
export interface SpooledMail {
  readonly id: string;
  readonly at: number;
  /** The envelope: where it came from, and every recipient that it is for. */
  readonly from: string;
  readonly to: readonly string[];
  readonly size: number;
  /** It was fetched out of a mailbox, and may come again when its server numbers its mails anew. */
  readonly isFetched?: boolean;
}

/** How far a mailbox has been read: every mail up to this UID, as long as its server keeps the UIDs valid. */
export interface MailboxPlace {
  /** Its address. */
  readonly mailbox: string;
  readonly uidValidity: string;
  readonly uid: number;
}

/** A mail that we sent, as somebody's answer or a bounce names it. */
export interface SentMail {
  readonly id: string;
  readonly messageId: string;
  /** Where its thread goes on. */
  readonly interactionId: InteractionId;
}

/** What became of a spooled mail: it belongs to an interaction now, or it was a repeat and is dropped. */
export interface InboxChange {
  readonly spoolId: string;
  /** The entry point's address that it was for; one mail can be for several. */
  readonly recipient: string;
  readonly messageId: string;
  /** A name that is made of what the mail says: it tells a repeat from another mail with the same Message-ID. */
  readonly contentId?: string;
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

/** What servers said about recipients, by address: {@link TAKEN}, or the answer of a final no. */
export type Results = Readonly<Record<string, string>>;

/** The result of a recipient who has the mail. */
export const TAKEN = '';

/** One outgoing mail. `payload` is the mail as the fact carries it with what it needs to be composed, as JSON. */
export interface OutboxMail {
  readonly id: string;
  readonly interactionId: InteractionId;
  readonly messageId: string;
  readonly state: OutboxState;
  readonly attempts: number;
  /** Not before this time, epoch milliseconds. */
  readonly dueAt: number;
  readonly payload: string;
  /** The address that it is from, in lower case. */
  readonly sender: string;
  /** Whoever is settled: nobody here is ever sent the mail again. */
  readonly results: Results;
}

/** A mail that left, whose copy for its sender is still to be made. */
export interface SentCopy {
  readonly id: string;
  readonly sender: string;
  readonly messageId: string;
  readonly attempts: number;
  readonly dueAt: number;
}

/** A new outgoing mail, or a move of an old one. */
export type OutboxChange =
  | {
      readonly kind: 'add';
      readonly id: string;
      readonly interactionId: InteractionId;
      readonly messageId: string;
      /** Not before this time. */
      readonly at: number;
      readonly payload: string;
      readonly sender: string;
    }
  | {
      readonly kind: 'move';
      readonly id: string;
      readonly to: OutboxState;
      readonly dueAt?: number;
      /** True when this begins another attempt. */
      readonly attempt?: boolean;
      readonly results?: Results;
    }
  /** It was called back before it left: it was never there. */
  | {readonly kind: 'recall'; readonly id: string}
  /** Its sender gets a copy, from now on as soon as possible. */
  | {readonly kind: 'copy'; readonly id: string; readonly at: number};

/** A mail in a mailbox on this machine (demo). `raw` names its bytes in the spool. */
export interface DeliveredMail {
  readonly id: string;
  readonly mailbox: string;
  readonly messageId: string;
  readonly at: number;
}

/** The part of the store that mail needs. The rules of {@link Store} hold. */
export interface MailStore {
  /**
   * Keeps a mail whose bytes are in the spool already. Once it resolved, the mail may be acknowledged.
   * @param place For a mail out of a mailbox: how far it has been read now. Both become true together.
   */
  spool(mail: SpooledMail, place?: MailboxPlace): Promise<void>;
  /** How far a mailbox has been read; undefined where it never was. */
  placeOf(mailbox: string): Promise<MailboxPlace | undefined>;
  /** A mailbox has been read so far, without a mail to keep. */
  moveTo(place: MailboxPlace): Promise<void>;
  /** Mails that were acknowledged and are not done, oldest first. */
  spooled(): Promise<readonly SpooledMail[]>;
  /** All recipients of this mail have been served. */
  unspool(id: string): Promise<void>;
  /** Whether the bytes of this mail are needed: it is not done, or lies in a mailbox of this machine. */
  isKept(id: string): Promise<boolean>;
  /** Whether this recipient has had a mail of this Message-ID. */
  isKnown(recipient: string, messageId: string): Promise<boolean>;
  /** The interaction in which the thread of one of these Message-IDs goes on; earlier ids in the list win. */
  interactionOf(messageIds: readonly string[]): Promise<InteractionId | undefined>;
  /** Which of our mails has one of these Message-IDs; earlier ids in the list win. */
  sentMail(messageIds: readonly string[]): Promise<SentMail | undefined>;
  /** Outgoing mails that are in none of the final states, oldest first. */
  outbox(): Promise<readonly OutboxMail[]>;
  /** One outgoing mail, whatever its state. */
  outgoing(id: string): Promise<OutboxMail | undefined>;
  /** Moves outgoing mails; the same as in a batch. */
  move(changes: readonly OutboxChange[]): Promise<void>;
  /** Copies that are still to be made, the first one due first. */
  copies(): Promise<readonly SentCopy[]>;
  /** The copy is there, or there is nowhere to put one. */
  copied(id: string): Promise<void>;
  /** The copy could not be made; not before `dueAt` again. */
  postponeCopy(id: string, dueAt: number): Promise<void>;
  /** Puts a mail into a mailbox; false when that mailbox has another mail of this Message-ID. Idempotent. */
  deliver(mail: DeliveredMail): Promise<boolean>;
  /** A mailbox's mails, newest first. */
  mailbox(address: string, limit: number): Promise<readonly DeliveredMail[]>;
  /** Whether any mailbox of this machine has a mail of this Message-ID. */
  isDelivered(messageId: string): Promise<boolean>;
}
