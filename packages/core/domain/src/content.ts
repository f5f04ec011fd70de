import type {Instant} from './party.js';

/** Who wrote a message. A `bot` is the customer's virtual assistant; `system` lines are centred rules in the log. */
export type Author =
  | {readonly kind: 'customer'; readonly name?: string}
  | {readonly kind: 'agent'; readonly id: string; readonly name: string}
  | {readonly kind: 'bot'; readonly name: string}
  | {readonly kind: 'system'};

/** A stored file. `size` in bytes. The bytes are fetched through the port, never carried in a fact. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Could not be looked into for card data and waits for a supervisor: it is listed, its bytes are not given out. */
  readonly held?: boolean;
  /** For parts of a mail: the Content-ID without its angle brackets. */
  readonly contentId?: string;
  /** An image that the mail's HTML shows (`cid:` and the contentId); it stands in no list of files. */
  readonly inline?: boolean;
}

/** What was taken out of a text for card-data reasons, so that both sides can be told. */
export interface Redaction {
  readonly kind: 'card' | 'attachment';
  /** Where the mark stands in the text, in UTF-16 units, and how long it is; absent for a dropped attachment. */
  readonly at?: number;
  readonly length?: number;
}

/** One chat message. `id` is the id of the command that sent it, so that a pending copy can find its fact. */
export interface Message {
  readonly id: string;
  readonly at: Instant;
  readonly from: Author;
  readonly text: string;
  readonly attachments?: readonly Attachment[];
  readonly redactions?: readonly Redaction[];
  /** For agent messages: when the customer's device had it, and when it was shown there. */
  readonly deliveredAt?: Instant;
  readonly readAt?: Instant;
}

/** A conversation: the newest messages, and how many older ones are still to be fetched. */
export interface Transcript {
  readonly messages: readonly Message[];
  /** Messages older than the first one here that the port can be asked for. */
  readonly earlier: number;
  /** Set when the customer left; the compose box closes then. */
  readonly customerLeftAt?: Instant;
}

/** A mail address with the name that stood before it. */
export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

/** Why a mail came that nobody wrote: the mail of ours that it is about could not be delivered, or somebody is away. */
export type MailNotice = 'bounce' | 'auto-reply';

/** One mail of a thread, already decoded. `html` is untrusted and must be sanitised before it is shown. */
export interface Mail {
  readonly id: string;
  /** RFC 5322 Message-ID with its angle brackets. */
  readonly messageId: string;
  readonly at: Instant;
  readonly direction: 'in' | 'out';
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Where in `text` the quoted earlier mails begin, in UTF-16 units; absent where nothing is quoted. */
  readonly quoteAt?: number;
  readonly attachments: readonly Attachment[];
  /** For a mail that a machine sent. */
  readonly notice?: MailNotice;
  /** For a mail of ours: the id of the mail whose thread goes along beneath it, when it leaves. */
  readonly quotes?: string;
  /** What was taken out of it for card-data reasons. Places are those in `text`. */
  readonly redactions?: readonly Redaction[];
  /** Until then an outgoing mail can be called back. */
  readonly leavesAt?: Instant;
  /** Where an outgoing mail stands. */
  readonly delivery?: 'sending' | 'sent' | 'failed';
  /** The mail server's answer, for people who mend things; never shown alone. */
  readonly failure?: string;
  /** True when the body was larger than the tenant's limit and was cut. */
  readonly truncated?: boolean;
}

/** A mail thread, oldest first. */
export interface MailThread {
  readonly mails: readonly Mail[];
}
