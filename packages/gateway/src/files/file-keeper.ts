import type {Told} from '../centre/flush.js';
import {sentBy} from '../centre/flush-files.js';
import type {Core} from '../core.js';
import {safeError} from '../log.js';
import type {StoredFile} from '../store/index.js';
import type {FileDirectory} from './file-directory.js';
import type {Quota} from './quota.js';
import type {UnsentRegistry} from './unsent-registry.js';

const SWEEP_MS = 60_000;

/** What a keeper needs. */
export interface KeeperParts {
  readonly core: Core;
  readonly directory: FileDirectory;
  readonly registry: UnsentRegistry;
  readonly quota: Quota;
}

/** Removes files that are of no use any more, and knows which ones messages have. */
export class FileKeeper {
  readonly #parts: KeeperParts;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    parts.core.host.listen((told) => this.#hear(told));
  }

  /** Takes up what an earlier process left: files that can still be sent, and bytes of no use. */
  async start(): Promise<void> {
    const {core, registry, quota} = this.#parts;
    const {files} = core.store;
    for (const file of await files.leftovers()) await this.#erase(file);
    for (const file of await files.unsent()) registry.put(file);
    await quota.start(files);
    await this.sweep();
    this.#timer = setInterval(() => void this.sweep(), SWEEP_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Removes what waited too long for a message. */
  async sweep(): Promise<void> {
    for (const {id} of this.#parts.registry.expired()) await this.discard(id);
  }

  /** Takes back a file that no message has; false where one has it. */
  async discard(id: string): Promise<boolean> {
    const {core, registry} = this.#parts;
    registry.delete(id);
    const file = await core.store.files.find(id);
    if (!file || !(await core.store.files.discard(id))) return false;
    await this.#remove(file);
    return true;
  }

  /** A held file was looked at, and the store knows. */
  released(id: string): void {
    this.#parts.registry.release(id);
  }

  /** See {@link released}. */
  async dropped(file: StoredFile): Promise<void> {
    this.#parts.registry.delete(file.id);
    await this.#remove(file);
  }

  #hear({facts, before}: Told): void {
    for (const fact of facts) {
      for (const {id} of sentBy(fact)?.attachments ?? []) this.#parts.registry.delete(id);
      if (fact.type !== 'mail.recalled') continue;
      const content = before.interactions.get(fact.interactionId)?.content;
      const mails = content?.kind === 'email' ? content.thread.mails : [];
      const recalled = mails.find(({id}) => id === fact.mailId);
      for (const {id} of recalled?.attachments ?? []) void this.#takeBack(id);
    }
  }

  /** A file of a mail that was called back; those of the mail that it answered stay where they are. */
  async #takeBack(id: string): Promise<void> {
    const {core, registry} = this.#parts;
    try {
      const file = await core.store.files.find(id);
      if (file?.state === 'unsent') registry.put(file);
    } catch (error) {
      core.log.error({file: id, error: safeError(error)}, 'file was not taken back');
    }
  }

  async #remove(file: StoredFile): Promise<void> {
    await this.#erase(file);
    this.#parts.quota.removed(file.size);
  }

  /** The bytes first: a row without bytes is found again at the next start, bytes without a row never. */
  async #erase({id}: StoredFile): Promise<void> {
    const {core, directory} = this.#parts;
    try {
      await directory.remove(id);
      await core.store.files.remove(id);
    } catch (error) {
      core.log.error({file: id, error: safeError(error)}, 'file was not removed');
    }
  }
}
