import type {
  Ask,
  Author,
  Command,
  DeskState,
  Fact,
  Interaction,
  InteractionId,
  Query,
  Verdict,
} from '@deskwire/domain';

import type {
  CommandResult,
  FileRequest,
  FileResult,
  Loss,
  PendingCommand,
  QueryResult,
  Upload,
  UploadResult,
} from './port.js';

/** What is left of an Observable between bundles: something with `subscribe`. RxJS Observables are one. */
export interface Subscribable<T> {
  subscribe(next: (value: T) => void): {unsubscribe(): void};
}

/** How the connection is. `since` is desk time, epoch milliseconds. */
export type ConnectionStatus =
  | {readonly state: 'connecting'; readonly since: number}
  | {readonly state: 'live'; readonly since: number}
  | {readonly state: 'lost'; readonly since: number; readonly attempt: number; readonly loss: Loss}
  | {readonly state: 'resyncing'; readonly since: number}
  /** Over for good: signed out, replaced by another tab, or refused. */
  | {readonly state: 'closed'; readonly since: number; readonly loss?: Loss};

/**
 * The stream as widgets see it. It is stable for the life of a desk, and it crosses bundles: plain data, functions and
 * `subscribe` only. State never travels through context, this does.
 */
export interface StreamHandle {
  /** The newest state, and every one after it. */
  readonly state$: Subscribable<DeskState>;
  /** Each fact, after the state that it made. */
  readonly facts$: Subscribable<Fact>;
  readonly status$: Subscribable<ConnectionStatus>;
  /** Commands that are under way or failed, by id. */
  readonly pending$: Subscribable<ReadonlyMap<string, PendingCommand>>;
  /** The state now. */
  snapshot(): DeskState;
  /** One slice: emits now and whenever it changes (`Object.is`, or `equals`). */
  select<T>(selector: (state: DeskState) => T, equals?: (a: T, b: T) => boolean): Subscribable<T>;
  /** One interaction; a fact about another one does not wake its watchers. */
  interaction(id: InteractionId): Subscribable<Interaction | undefined>;
  /** The verdict of the one `permit`, for this desk's own viewer. */
  permit(ask: Ask): Verdict;
  /**
   * Sends a command under a fresh id, or under `id` to try an earlier one again. Resolves when the backend answered, or
   * with DW_SEND_TIMEOUT; until its fact is there, it stays in `pending$`.
   */
  send(command: Command, id?: string): Promise<CommandResult>;
  /** Forgets a failed command. */
  dismiss(id: string): void;
  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>>;
  /** Sends a file for a message that is to come; refused with DW_CAPABILITY_MISSING where the backend takes none. */
  upload(upload: Upload): Promise<UploadResult>;
  /** Fetches a file of a message or mail. */
  download(request: FileRequest): Promise<FileResult>;
  /** Who writes in a conversation just now, without the viewer; falls silent by itself after some seconds. */
  typing(id: InteractionId): Subscribable<readonly Author[]>;
  /** Tells the others that the viewer writes, or stopped; repeated calls are thinned out. */
  setTyping(id: InteractionId, isTyping: boolean): void;
  /** Backend time, epoch milliseconds: the page's clock corrected by what the backend said. */
  now(): number;
}
