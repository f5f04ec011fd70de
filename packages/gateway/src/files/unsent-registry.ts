import type {InteractionId} from '@deskwire/domain';

import type {UnsentFiles} from '../centre/flush-files.js';
import type {StoredFile} from '../store/index.js';

/** Files are swept so long after they could be used last: whatever was under way with them is over by then. */
const MARGIN_MS = 60_000;

/** The files that no message has yet, in memory: the one answer to whether a message may have them. */
export class UnsentRegistry implements UnsentFiles {
  readonly #files = new Map<string, StoredFile>();
  readonly #keepMs: number;
  readonly #now: () => number;

  constructor(keepSeconds: number, now: () => number) {
    this.#keepMs = keepSeconds * 1_000;
    this.#now = now;
  }

  /** One that can be used now. */
  get(id: string): StoredFile | undefined {
    const file = this.#files.get(id);
    return file && this.#now() - file.at < this.#keepMs ? file : undefined;
  }

  put(file: StoredFile): void {
    this.#files.set(file.id, file);
  }

  delete(id: string): void {
    this.#files.delete(id);
  }

  /** Nobody waits for it any more: it can be used. */
  release(id: string): void {
    const file = this.#files.get(id);
    if (file) this.#files.set(id, {...file, held: false});
  }

  /** What a sender has for one interaction. */
  of(caller: string, interactionId: InteractionId): readonly StoredFile[] {
    return [...this.#files.values()].filter(
      (file) => file.caller === caller && file.interactionId === interactionId,
    );
  }

  /** What nobody can use any more. */
  expired(): readonly StoredFile[] {
    const now = this.#now();
    return [...this.#files.values()].filter(({at}) => now - at >= this.#keepMs + MARGIN_MS);
  }
}
