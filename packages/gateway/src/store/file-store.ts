import type {Instant, InteractionId} from '@deskwire/domain';

/**
 * Where a stored file stands. `arriving`: its bytes come in, nobody can use it. `unsent`: it is whole, and its sender can
 * put it into a message. `sent`: a message has it. `dropped`: its bytes are to be removed.
 */
export type FileState = 'arriving' | 'unsent' | 'sent' | 'dropped';

/** A file whose bytes lie beside the store, under a name that only its id decides. */
export interface StoredFile {
  readonly id: string;
  readonly interactionId: InteractionId;
  /** Whoever sent it: `agent:<id>` or `customer:<interaction id>`. */
  readonly caller: string;
  readonly at: Instant;
  /** For showing only. */
  readonly name: string;
  readonly type: string;
  /** In bytes; 0 while it arrives. */
  readonly size: number;
  readonly state: FileState;
  /** Waits for somebody to look at it; its bytes are not given out. */
  readonly held: boolean;
  /** The message that has it. */
  readonly messageId?: string;
}

/** A change of a file that must become true together with facts. */
export type FileChange =
  | {readonly kind: 'sent'; readonly id: string; readonly messageId: string}
  /** The files of a message that was taken back can be used again, as if they had come just now. */
  | {readonly kind: 'unsent'; readonly messageId: string; readonly at: Instant}
  | {readonly kind: 'released'; readonly id: string}
  | {readonly kind: 'dropped'; readonly id: string};

/** How much is stored. */
export interface FileTotals {
  readonly files: number;
  readonly bytes: number;
}

/** The part of the store that files need: everything but their bytes. The rules of `Store` hold. */
export interface FileStore {
  /** A file is going to arrive. After this its bytes may be written: whatever happens, they are known of. */
  begin(file: Omit<StoredFile, 'size' | 'state' | 'held' | 'messageId'>): Promise<void>;
  /** Its bytes are safe. `type`: what it turned out to be. */
  complete(
    id: string,
    whole: {readonly size: number; readonly held: boolean; readonly type?: string},
  ): Promise<void>;
  find(id: string): Promise<StoredFile | undefined>;
  /** Those that no message has yet. */
  unsent(): Promise<readonly StoredFile[]>;
  /** Those whose bytes are of no use: arriving in a process that died, or dropped. */
  leftovers(): Promise<readonly StoredFile[]>;
  /** Held files that can be looked at, oldest first. */
  held(limit: number): Promise<readonly StoredFile[]>;
  /** Takes back one that no message has: its bytes are to be removed. False where a message has it, or there is none. */
  discard(id: string): Promise<boolean>;
  /** Its bytes are gone. */
  remove(id: string): Promise<void>;
  /** Of everything, or of one interaction. */
  totals(id?: InteractionId): Promise<FileTotals>;
}
