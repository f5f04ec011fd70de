import type {
  Answers,
  Attachment,
  Author,
  Command,
  CommandEnvelope,
  Cursor,
  DeskState,
  Fact,
  InteractionId,
  Query,
  QueryType,
  Refusal,
} from '@deskwire/domain';

/** What became of a command: done (its facts have been or will be told), or refused. */
export type CommandResult = {readonly ok: true} | {readonly ok: false; readonly refusal: Refusal};

/** What became of a query. */
export type QueryResult<T extends QueryType = QueryType> =
  {readonly ok: true; readonly answer: Answers[T]} | {readonly ok: false; readonly refusal: Refusal};

/** Why a session is over. `final`: trying again with the same credentials cannot help (signed out, replaced, refused). */
export interface Loss {
  readonly refusal: Refusal;
  readonly final: boolean;
}

/** A file on its way to the backend, for a message that is not sent yet. */
export interface Upload {
  readonly interactionId: InteractionId;
  /** Its bytes; the name and the type are what the sender's device says. */
  readonly file: File;
  /** An image that stands in a mail's text: its type is judged as an image, not by admin's list of endings. */
  readonly inline?: boolean;
  /** Cancels it; the promise then answers DW_FILE_BROKEN. */
  readonly signal?: AbortSignal;
  /** How much the backend has, 0 to 1. */
  readonly onProgress?: (part: number) => void;
}

/** What became of an upload. The attachment's id goes into `message.send`. */
export type UploadResult =
  {readonly ok: true; readonly attachment: Attachment} | {readonly ok: false; readonly refusal: Refusal};

/** A stored file that is wanted. */
export interface FileRequest {
  readonly interactionId: InteractionId;
  readonly attachmentId: string;
  /** Asked for as a past contact of the customer of this one, with whom the agent has to do; absent: as one's own. */
  readonly customerOf?: InteractionId;
  readonly signal?: AbortSignal;
}

/** The bytes of a stored file. */
export type FileResult =
  {readonly ok: true; readonly file: Blob} | {readonly ok: false; readonly refusal: Refusal};

/** That somebody writes, or stopped. It is told and forgotten: no fact, not stored, not repeated after a reconnect. */
export interface TypingNotice {
  readonly type: 'typing';
  readonly interactionId: InteractionId;
  readonly isTyping: boolean;
  /** Who; absent in a notice that one's own desk sends. */
  readonly from?: Author;
}

/** Where a session tells what happens. A port MUST NOT call it after `lost`, nor after the session was closed. */
export interface PortSink {
  /**
   * The backend answered. `now` is its clock, epoch milliseconds, for the timers of the desk. A port that found another
   * way to the backend without losing a fact tells it again: what has no answer yet is then sent again.
   */
  live(info: {readonly now: number}): void;
  /** Facts in order, several at once where the port has them at once. */
  facts(facts: readonly Fact[]): void;
  /** Something worth knowing for a moment. A sink that does not listen has none. */
  notice?(notice: TypingNotice): void;
  /** The session is over and this was not asked for. At most once. */
  lost(loss: Loss): void;
  /** What the desk knows now: for a port that serves several desks, which hydrate each other. */
  state?(): DeskState;
}

/** One connection to the backend, from `open` until it is lost or closed. */
export interface PortSession {
  /**
   * Asks for something. MUST answer exactly once, and MUST NOT answer ok before the backend took it. A session that is
   * lost in between rejects with nothing: the promise stays open and the stream sends the same envelope again through
   * the next session, so a backend MUST do one id once.
   */
  send(envelope: CommandEnvelope): Promise<CommandResult>;
  /** Asks for a list or for history. */
  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>>;
  /** Takes a file, with feature `files`. MUST NOT store it under a name or type that was not checked. */
  upload?(upload: Upload): Promise<UploadResult>;
  /** Gives a stored file to those who take part in its interaction, or may read it as a past one, with feature `files`. */
  download?(request: FileRequest): Promise<FileResult>;
  /** Tells the others in the conversation, with feature `typing`. Lost notices are not repeated. */
  notify?(notice: TypingNotice): void;
  /** Ends the session; nothing is told afterwards. Idempotent. */
  close(): void;
}

/**
 * A way to a backend. An adapter MUST:
 * - tell `live` first, then a `desk.hydrated` fact, or, where it can resume, the facts after `cursor` without a gap;
 * - give facts with `seq` counting up without gaps within an epoch;
 * - report loss once and leave reconnecting to the stream;
 * - translate every word of its platform into domain facts, ignore what it does not know, and never throw on it;
 * - list in the snapshot's capabilities only what it can really do.
 * It MUST NOT reconnect by itself, guess a success, keep state that a fact should carry, or log personal data.
 */
export interface Port {
  /** For messages to developers, e.g. `gateway`. */
  readonly name: string;
  /** Opens one session. Called again after each loss, with the cursor that the desk has reached. */
  open(sink: PortSink, cursor: Cursor | undefined): PortSession;
}

/** A command that was sent and whose fate is open, or that failed and can be tried again. */
export interface PendingCommand {
  readonly id: string;
  readonly command: Command;
  readonly since: number;
  /** `sending` until answered; `failed` stays until retried or dismissed. */
  readonly state: 'sending' | 'failed';
  readonly refusal?: Refusal;
}
