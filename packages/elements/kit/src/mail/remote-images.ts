import type {StreamHandle} from '@deskwire/stream';

/** How many senders are remembered; the one that was allowed longest ago is forgotten first. */
const KEPT = 200;
const PREFIX = 'deskwire/remote-images/';

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const read = (key: string): readonly string[] => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return isList(value) ? value : [];
  } catch {
    // No storage here, or not ours.
    return [];
  }
};

const write = (key: string, list: readonly string[]): boolean => {
  try {
    localStorage.setItem(key, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
};

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Undefined where the browser has no means, as on a page that did not come over HTTPS. */
const hashOf = async (text: string): Promise<string | undefined> => {
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(text));
  return digest && hexOf(digest);
};

const known = new WeakMap<StreamHandle, RemoteImages>();

/**
 * Whose remote images a viewer wants to see. The browser keeps it, for each viewer apart, as hashes: who reads the storage
 * does not learn who writes to the company. Where the browser has no means for that, it is kept as long as the page lives.
 */
export class RemoteImages {
  readonly #viewer: () => string | undefined;
  readonly #memory = new Map<string, readonly string[]>();
  #writing: Promise<void> = Promise.resolve();

  /** @param viewer Who looks; undefined while that is not known: nothing is allowed then. */
  constructor(viewer: () => string | undefined) {
    this.#viewer = viewer;
  }

  /** Those of whoever looks at a stream. */
  static of(stream: StreamHandle): RemoteImages {
    const images =
      known.get(stream) ??
      new RemoteImages(() => {
        const {viewer} = stream.snapshot();
        return viewer?.kind === 'agent' ? `agent ${viewer.agentId}` : undefined;
      });
    known.set(stream, images);
    return images;
  }

  /** Whether this sender's images are shown without asking. */
  async isAllowed(address: string): Promise<boolean> {
    const place = await this.#placeOf(address);
    return place !== undefined && this.#list(place.key).includes(place.hash);
  }

  /** Shows this sender's images from now on. */
  allow(address: string): Promise<void> {
    return this.#change(address, (list, hash) => [...list, hash].slice(-KEPT));
  }

  /** Asks again before this sender's images are shown. */
  forget(address: string): Promise<void> {
    return this.#change(address, (list) => list);
  }

  /** One after the other, so that none undoes the other. */
  #change(
    address: string,
    next: (others: readonly string[], hash: string) => readonly string[],
  ): Promise<void> {
    const changed = this.#writing.then(async () => {
      const place = await this.#placeOf(address);
      if (!place) return;
      const {key, hash} = place;
      const others = this.#list(key).filter((one) => one !== hash);
      const list = next(others, hash);
      if (place.isPlain || !write(key, list)) this.#memory.set(key, list);
    });
    this.#writing = changed.catch(() => undefined);
    return changed;
  }

  async #placeOf(address: string): Promise<{key: string; hash: string; isPlain: boolean} | undefined> {
    const viewer = this.#viewer();
    if (viewer === undefined) return undefined;
    const whole = `${viewer}\n${address.trim().toLowerCase()}`;
    const [place, hash] = await Promise.all([hashOf(viewer), hashOf(whole)]);
    // Not hashed it stays in memory, and never gets to the storage.
    if (place === undefined || hash === undefined) return {key: viewer, hash: whole, isPlain: true};
    return {key: PREFIX + place.slice(0, 16), hash, isPlain: false};
  }

  #list(key: string): readonly string[] {
    return this.#memory.get(key) ?? read(key);
  }
}
