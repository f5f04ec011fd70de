import type {InteractionId} from '@deskwire/domain';

/** Which draft: of one interaction, and of one kind (`call-guide`, `message`). */
export interface DraftKey {
  readonly interactionId: InteractionId;
  readonly kind: string;
}

/** The part of the browser's session storage that is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What surrounds the drafts of one desk. */
export interface DraftsOptions {
  /** Whose they are; undefined before anybody is known, and then nothing is kept. */
  readonly viewer: () => string | undefined;
  /** Where they outlive a reload; undefined, or an error: nowhere. */
  readonly storage?: () => DraftStorage | undefined;
  readonly now?: () => number;
}

/** At most so many drafts are stored, whoever they are of; the oldest makes room. */
export const DRAFTS_MAX = 50;
/** A draft that is longer as JSON, in UTF-16 units, is kept in memory only. */
export const DRAFT_MAX_LENGTH = 100_000;

const PREFIX = 'deskwire:draft:';
const VERSION = 1;

interface Stored {
  readonly v: typeof VERSION;
  readonly at: number;
  readonly value: unknown;
}

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' &&
  value !== null &&
  (value as Partial<Stored>).v === VERSION &&
  typeof (value as Partial<Stored>).at === 'number';

const parse = (text: string | null): Stored | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isStored(value) ? value : undefined;
  } catch {
    // Written by somebody else: as good as nothing.
    return undefined;
  }
};

/** Parts that hold anything, and cannot be mistaken for one another. */
const nameOf = (...parts: readonly string[]): string => PREFIX + parts.map(encodeURIComponent).join(':');

const namesIn = (storage: DraftStorage): readonly string[] =>
  Array.from({length: storage.length}, (_, index) => storage.key(index) ?? '').filter((name) =>
    name.startsWith(PREFIX),
  );

/**
 * What somebody typed and has not sent: plain data, per viewer, interaction and kind. It is kept in memory, so that it
 * survives another task and an element that comes and goes, and in the tab's session storage, so that it survives a
 * reload. Where the page may store nothing, or there is no room, memory serves. Never give it a secure value.
 */
export class Drafts {
  readonly #memory = new Map<string, unknown>();
  readonly #viewer: () => string | undefined;
  readonly #storage: () => DraftStorage | undefined;
  readonly #now: () => number;

  constructor({viewer, storage = () => globalThis.sessionStorage, now = Date.now}: DraftsOptions) {
    this.#viewer = viewer;
    this.#storage = storage;
    this.#now = now;
  }

  /**
   * @param check Says whether what was found is a draft of this kind: it may be another version's, or anybody's.
   * @param stored Whether the session storage may be looked into.
   */
  read<T>(key: DraftKey, check: (value: unknown) => value is T, stored = true): T | undefined {
    const name = this.#name(key);
    if (name === undefined) return undefined;
    if (!this.#memory.has(name) && stored) this.#memory.set(name, this.#load(name));
    const value = this.#memory.get(name);
    return check(value) ? value : undefined;
  }

  /**
   * @param stored Whether it may be put into the session storage; if not, nothing of it stays there.
   * @returns Whether it is there now, and so survives a reload.
   */
  write(key: DraftKey, value: unknown, stored = true): boolean {
    const name = this.#name(key);
    if (name === undefined) return false;
    this.#memory.set(name, value);
    if (stored && this.#save(name, value)) return true;
    // What is there of it would be an older version.
    this.#forget(name);
    return false;
  }

  drop(key: DraftKey): void {
    const name = this.#name(key);
    if (name === undefined) return;
    this.#memory.delete(name);
    this.#forget(name);
  }

  /** Drops the viewer's drafts about interactions that are gone. */
  retain(isThere: (id: InteractionId) => boolean): void {
    const viewer = this.#viewer();
    if (viewer === undefined) return;
    const own = `${nameOf(viewer)}:`;
    const names = new Set([...this.#memory.keys(), ...(this.#use(namesIn) ?? [])]);
    for (const name of names) {
      const [id] = name.startsWith(own) ? name.slice(own.length).split(':') : [];
      if (id === undefined || isThere(decodeURIComponent(id))) continue;
      this.#memory.delete(name);
      this.#forget(name);
    }
  }

  #name({interactionId, kind}: DraftKey): string | undefined {
    const viewer = this.#viewer();
    return viewer === undefined ? undefined : nameOf(viewer, interactionId, kind);
  }

  #load(name: string): unknown {
    return this.#use((storage) => parse(storage.getItem(name))?.value);
  }

  #save(name: string, value: unknown): boolean {
    const text = JSON.stringify({v: VERSION, at: this.#now(), value} satisfies Stored);
    if (text.length > DRAFT_MAX_LENGTH) return false;
    const isSaved = this.#use((storage) => {
      if (storage.getItem(name) === null) this.#makeRoom(storage);
      storage.setItem(name, text);
      return true;
    });
    return isSaved ?? false;
  }

  #makeRoom(storage: DraftStorage): void {
    const names = namesIn(storage);
    if (names.length < DRAFTS_MAX) return;
    const age = (name: string): number => parse(storage.getItem(name))?.at ?? 0;
    const oldest = names.reduce((a, b) => (age(b) < age(a) ? b : a));
    storage.removeItem(oldest);
  }

  #forget(name: string): void {
    this.#use((storage) => {
      storage.removeItem(name);
    });
  }

  #use<T>(use: (storage: DraftStorage) => T): T | undefined {
    try {
      const storage = this.#storage();
      return storage && use(storage);
    } catch {
      // Storage is shut (sandboxed frame, blocked cookies) or full; memory serves until the page goes.
      return undefined;
    }
  }
}
