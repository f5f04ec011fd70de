import type {CommandId, Fact, InteractionId} from '@deskwire/domain';

import type {FileChange, FileStore} from './file-store.js';
import type {HistoryChange, HistoryStore} from './history-store.js';
import type {InboxChange, MailStore, OutboxChange} from './mail-store.js';

/** A command that was done, by whoever gave it. `caller` is `agent:<id>` or `customer:<interaction id>`. */
export interface DoneCommand {
  readonly caller: string;
  readonly id: CommandId;
}

/** Everything that becomes true together. */
export interface Batch {
  /** In order of `seq`, each exactly one above the one before it. */
  readonly facts: readonly Fact[];
  readonly done: readonly DoneCommand[];
  /** Interactions of which nothing is left to do: their facts need not be told to the next process. */
  readonly closed: readonly InteractionId[];
  /** What became of incoming mails through these facts. */
  readonly inbox: readonly InboxChange[];
  readonly outbox: readonly OutboxChange[];
  /** What became of files through these facts. */
  readonly files: readonly FileChange[];
  /** Rows of past contacts that these facts made or changed. */
  readonly history: readonly HistoryChange[];
  /** Contacts of campaigns that are done for good: campaign and contact, joined by a line feed. */
  readonly contactsDone: readonly string[];
  /** Small values by name that must change together with the facts. */
  readonly meta: Readonly<Record<string, string>>;
}

/** What a new process needs to go on where the last one stopped. */
export interface Recovery {
  /** Position of the newest fact ever stored; 0 when there is none. */
  readonly lastSeq: number;
  /** Facts of every open interaction, and the newest of each kind about each agent, in order of `seq`. */
  readonly facts: readonly Fact[];
  /** Every contact of a campaign that was ever done. */
  readonly contactsDone: readonly string[];
  readonly meta: Readonly<Record<string, string>>;
}

/** A batch with nothing in it. */
export const EMPTY_BATCH: Batch = {
  facts: [],
  done: [],
  closed: [],
  inbox: [],
  outbox: [],
  files: [],
  history: [],
  contactsDone: [],
  meta: {},
};

/**
 * Where facts are kept. An implementation MUST:
 * - make a batch wholly true or not at all, and survive SIGKILL and loss of power once `commit` resolved;
 * - refuse (reject) a batch whose first fact does not follow the newest stored one: another process wrote;
 * - let only one process at a time write, and say so by rejecting when it is opened a second time;
 * - answer `recover` in time that grows with what is open, and with the lists of the campaigns, not with what ever
 *   happened;
 * - forget done commands no earlier than a day after they were done;
 * - with `message.redacted`, empty the message's text in the facts that told it first, and soon keep it nowhere; the new
 *   text is in the redaction.
 * It MUST NOT resolve before the bytes are safe, reorder, or change a fact in any other way.
 */
export interface Store {
  recover(): Promise<Recovery>;
  commit(batch: Batch): Promise<void>;
  /** Which of these commands were done before, in any process. */
  findDone(commands: readonly DoneCommand[]): Promise<readonly DoneCommand[]>;
  /** Every fact of one interaction, open or past. */
  factsOf(id: InteractionId): Promise<readonly Fact[]>;
  readonly mail: MailStore;
  readonly files: FileStore;
  readonly history: HistoryStore;
  /** Idempotent. Nothing may be asked afterwards. */
  close(): Promise<void>;
}
