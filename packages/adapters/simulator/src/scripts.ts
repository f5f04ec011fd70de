import type {MailNotice} from '@deskwire/domain';

/** One line that a customer says by themselves. */
export interface ScriptLine {
  readonly text: string;
  /** Milliseconds after what it answers. About so long: chance makes it a little more or less. */
  readonly afterMs?: number;
}

/** One line of a conversation before the agent comes. */
export interface PastLine {
  readonly from: 'bot' | 'customer';
  readonly text: string;
}

/** A chat customer who plays a part. */
export interface ChatScript {
  /** The virtual assistant's name, where lines are from it. */
  readonly botName?: string;
  /** What was said before; the newest is what the customer came with. */
  readonly before?: readonly PastLine[];
  /** A conversation that has gone on for years: so many messages before all that. 100,000 are as quick as none. */
  readonly earlierMessages?: number;
  /** One answer to each message of an agent, in order. */
  readonly answers?: readonly ScriptLine[];
  /** Leaves after the last answer has been answered. */
  readonly leaves?: boolean;
}

/** A mail customer who plays a part. */
export interface MailScript {
  /** One further mail after each mail that reached them. */
  readonly replies?: readonly ScriptLine[];
}

/** A caller who plays a part. */
export interface CallScript {
  /** Gives up when nobody answers in this time. */
  readonly patienceMs?: number;
  /** Hangs up so long after the first words. */
  readonly hangsUpAfterMs?: number;
}

/** What every customer may bring. */
interface Arrival {
  /** Chosen by the simulator unless given. */
  readonly id?: string;
  readonly name?: string;
  /** Where they come in; the first of the channel unless given. */
  readonly entryPointId?: string;
  /** Values of call-associated data by name; the entry point's flow defines which there are. */
  readonly data?: Readonly<Record<string, string>>;
}

/** A caller. */
export interface CallArrival extends Arrival {
  readonly number?: string;
  /** Where a customer is known who writes as well. */
  readonly email?: string;
  readonly dnis?: string;
  readonly origin?: 'inbound' | 'callback' | 'outdial' | 'campaign';
  readonly script?: CallScript;
}

/** A visitor. */
export interface ChatArrival extends Arrival {
  readonly email?: string;
  /** The first message. */
  readonly text?: string;
  readonly script?: ChatScript;
}

/** A file that comes with a mail. */
export interface MailFile {
  readonly file: File;
  /** What the HTML shows it by, after `cid:`. */
  readonly contentId?: string;
}

/** What somebody wrote in a mail. */
export interface MailBody {
  readonly text: string;
  readonly html?: string;
  /** Where in `text` the quoted earlier mails begin. */
  readonly quoteAt?: number;
  readonly files?: readonly MailFile[];
}

/** One mail of the thread before. */
export interface PastMail extends MailBody {
  readonly from: 'customer' | 'house';
  /** How long before the newest. */
  readonly agoMs: number;
}

/** A mail. */
export interface MailArrival extends Arrival, MailBody {
  readonly from: string;
  readonly subject: string;
  readonly cc?: readonly string[];
  /** For a mail that a machine wrote. */
  readonly notice?: MailNotice;
  /** What was written before, oldest first. */
  readonly before?: readonly PastMail[];
  readonly script?: MailScript;
}
