import type {InteractionId} from '@deskwire/domain';

/** The part of the browser's session storage that is used. */
export type ChoiceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (id: InteractionId): string => `deskwire:wrap-up:${id}`;

const isIdList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');

/**
 * Remembers what was chosen and not yet submitted, over a reload of the page (END-4). Reason ids are all it keeps:
 * nothing in it is about the customer. Where the page may not store anything, choices last as long as the page.
 */
export class Choices {
  readonly #memory = new Map<InteractionId, readonly string[]>();

  constructor(private readonly storage: () => ChoiceStorage | undefined = () => globalThis.sessionStorage) {}

  get(id: InteractionId): readonly string[] {
    const known = this.#memory.get(id);
    if (known) return known;
    const read = this.#read(id);
    this.#memory.set(id, read);
    return read;
  }

  set(id: InteractionId, chosen: readonly string[]): void {
    this.#memory.set(id, chosen);
    this.#store((storage) => {
      storage.setItem(keyOf(id), JSON.stringify(chosen));
    });
  }

  forget(id: InteractionId): void {
    this.#memory.delete(id);
    this.#store((storage) => {
      storage.removeItem(keyOf(id));
    });
  }

  #read(id: InteractionId): readonly string[] {
    let text: string | null = null;
    this.#store((storage) => {
      text = storage.getItem(keyOf(id));
    });
    try {
      const value: unknown = JSON.parse(text ?? '[]');
      return isIdList(value) ? value : [];
    } catch {
      // Written by somebody else: as good as nothing.
      return [];
    }
  }

  #store(use: (storage: ChoiceStorage) => void): void {
    try {
      const storage = this.storage();
      if (storage) use(storage);
    } catch {
      // Storage is shut (sandboxed frame, blocked cookies) or full; memory serves until the page goes.
    }
  }
}
