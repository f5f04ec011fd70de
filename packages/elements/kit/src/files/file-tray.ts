import type {Attachment, AttachmentPolicy, InteractionId, Refusal} from '@deskwire/domain';
import type {StreamHandle, Subscribable, UploadResult} from '@deskwire/stream';

import {isAtHand} from '../drafts/drafts-of.js';

import {checkFile} from './check-file.js';

/** How far a file is: on its way, there, broken off and to be tried again, or refused for good. */
export type FileProgress =
  /** `part`: how much the backend has, 0 to 1. */
  | {readonly state: 'sending'; readonly part: number}
  | {readonly state: 'ready'; readonly attachment: Attachment}
  | {readonly state: 'failed'; readonly refusal: Refusal}
  | {readonly state: 'refused'; readonly refusal: Refusal};

/** A file for a message that is not sent yet. */
export interface TrayFile {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly progress: FileProgress;
}

interface Entry extends TrayFile {
  readonly file?: File;
  readonly abort?: AbortController;
}

/** Why the message must wait for its files. */
export type TrayObstacle = 'sending' | 'failed';

/**
 * The files of one message that is being written. Each is sent to the backend as soon as it is chosen, and is named in the
 * message when that is sent. A tray outlives the element that shows it.
 */
export class FileTray implements Subscribable<readonly TrayFile[]> {
  readonly #stream: StreamHandle;
  readonly #interactionId: InteractionId;
  readonly #listeners = new Set<(files: readonly TrayFile[]) => void>();
  #entries: readonly Entry[] = [];
  #keys = 0;

  constructor(stream: StreamHandle, interactionId: InteractionId) {
    this.#stream = stream;
    this.#interactionId = interactionId;
  }

  /** The same list as long as nothing in it changed. */
  get files(): readonly TrayFile[] {
    return this.#entries;
  }

  get obstacle(): TrayObstacle | undefined {
    const has = (state: FileProgress['state']) =>
      this.#entries.some(({progress}) => progress.state === state);
    if (has('failed')) return 'failed';
    return has('sending') ? 'sending' : undefined;
  }

  /**
   * Takes files, and sends those that may be sent. What is refused stays, and says why.
   * @param beside Bytes that go along with them and stand in no list.
   */
  add(files: Iterable<File>, policy: AttachmentPolicy, beside = 0): void {
    for (const file of files) {
      const key = (this.#keys += 1);
      const taken = this.#entries.filter(({progress}) => progress.state !== 'refused');
      const refusal = checkFile(file, policy, taken, beside);
      const {name, size} = file;
      const entry: Entry = {key, name, size, file, progress: {state: 'sending', part: 0}};
      if (refusal) this.#put([...this.#entries, {...entry, progress: {state: 'refused', refusal}}]);
      else this.#send(entry);
    }
  }

  /** Sends what broke off once more, from its beginning. */
  retry(key: number): void {
    const entry = this.#entries.find((one) => one.key === key);
    if (entry?.progress.state === 'failed') this.#send(entry);
  }

  /** Takes a file out; what is on its way is cancelled. */
  remove(key: number): void {
    this.#entries.find((one) => one.key === key)?.abort?.abort();
    this.#put(this.#entries.filter((one) => one.key !== key));
  }

  /** What the backend has, for a message to name. */
  get ready(): readonly Attachment[] {
    return this.#entries.flatMap(({progress}) => (progress.state === 'ready' ? [progress.attachment] : []));
  }

  /** Puts the files of a message back that came to nothing. */
  putBack(attachments: readonly Attachment[]): void {
    const back = attachments.map((attachment): Entry => ({
      key: (this.#keys += 1),
      name: attachment.name,
      size: attachment.size,
      progress: {state: 'ready', attachment},
    }));
    this.#put([...this.#entries, ...back]);
  }

  /** Puts back what a draft names that was kept over a reload: no file twice, and no image of its text. */
  restore(attachments: readonly Attachment[]): void {
    const known = new Set(this.ready.map(({id}) => id));
    const missing = attachments.filter(({id, inline}) => !inline && !known.has(id));
    if (missing.length > 0) this.putBack(missing);
  }

  /** Takes everything out: it was sent, or is not wanted. */
  clear(): void {
    for (const {abort} of this.#entries) abort?.abort();
    this.#put([]);
  }

  /** Tells the files after each change. */
  subscribe(next: (files: readonly TrayFile[]) => void): {unsubscribe(): void} {
    this.#listeners.add(next);
    return {unsubscribe: () => void this.#listeners.delete(next)};
  }

  #put(entries: readonly Entry[]): void {
    this.#entries = entries;
    for (const listener of [...this.#listeners]) listener(entries);
  }

  /** What was taken out meanwhile stays out, whatever is told about it. */
  #change(key: number, progress: FileProgress): void {
    this.#put(this.#entries.map((one) => (one.key === key ? {...one, progress} : one)));
  }

  #send(entry: Entry): void {
    const {key, file} = entry;
    if (!file) return;
    const abort = new AbortController();
    const sending: Entry = {...entry, abort, progress: {state: 'sending', part: 0}};
    const isKnown = this.#entries.some((one) => one.key === key);
    this.#put(
      isKnown ? this.#entries.map((one) => (one.key === key ? sending : one)) : [...this.#entries, sending],
    );
    const onProgress = (part: number): void => {
      if (this.#isSending(key)) this.#change(key, {state: 'sending', part: Math.min(1, Math.max(0, part))});
    };
    const upload = {interactionId: this.#interactionId, file, signal: abort.signal, onProgress};
    void this.#stream.upload(upload).then((result) => {
      if (!abort.signal.aborted) this.#answer(key, result);
    });
  }

  #isSending(key: number): boolean {
    return this.#entries.some((one) => one.key === key && one.progress.state === 'sending');
  }

  #answer(key: number, result: UploadResult): void {
    if (result.ok) {
      this.#change(key, {state: 'ready', attachment: result.attachment});
      return;
    }
    const {refusal} = result;
    this.#change(key, {state: refusal.kind === 'transport' ? 'failed' : 'refused', refusal});
  }
}

/** The trays of one stream, by conversation and draft: a conversation that is no longer at hand has none. */
export class FileTrays {
  readonly #trays = new Map<InteractionId, Map<string, FileTray>>();

  constructor(private readonly stream: StreamHandle) {}

  /** @param draft Where several things are written in one conversation, which of them. */
  of(interactionId: InteractionId, draft = ''): FileTray {
    if (!this.#trays.has(interactionId)) this.#sweep();
    const trays = this.#trays.get(interactionId) ?? new Map<string, FileTray>();
    const tray = trays.get(draft) ?? new FileTray(this.stream, interactionId);
    this.#trays.set(interactionId, trays.set(draft, tray));
    return tray;
  }

  /** Whether anything waits in a conversation to be sent. */
  has(interactionId: InteractionId): boolean {
    return [...(this.#trays.get(interactionId)?.values() ?? [])].some(({files}) => files.length > 0);
  }

  #sweep(): void {
    const state = this.stream.snapshot();
    for (const [id, trays] of [...this.#trays]) {
      if (isAtHand(state, id)) continue;
      for (const tray of trays.values()) tray.clear();
      this.#trays.delete(id);
    }
  }
}

const known = new WeakMap<StreamHandle, FileTrays>();

/** The trays of a stream: one set, however many elements show them. */
export const traysOf = (stream: StreamHandle): FileTrays => {
  const trays = known.get(stream) ?? new FileTrays(stream);
  known.set(stream, trays);
  return trays;
};
