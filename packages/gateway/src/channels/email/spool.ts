import {createReadStream, createWriteStream} from 'node:fs';
import {access, mkdir, open, readdir, readFile, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';

const ENDING = '.eml';
const UNFINISHED = '.part';

/**
 * The bytes of mails as they came over the wire, one file each. A file is there under its name only when it is whole
 * and safe on the disk.
 */
export class Spool {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /**
   * Makes the directory and removes what an earlier process left there and nobody needs: what it did not finish was never
   * acknowledged, and of what it handled nothing is to stay.
   * @param isNeeded Whether the store knows a mail of this id whose bytes are to be kept; everything that is whole unless given.
   */
  async prepare(isNeeded: (id: string) => Promise<boolean> = async () => true): Promise<void> {
    await mkdir(this.#directory, {recursive: true, mode: 0o700});
    for (const file of await readdir(this.#directory)) {
      const isWhole = file.endsWith(ENDING);
      if (!isWhole && !file.endsWith(UNFINISHED)) continue;
      if (isWhole && (await isNeeded(file.slice(0, -ENDING.length)))) continue;
      await rm(join(this.#directory, file), {force: true});
    }
  }

  /**
   * Keeps what the stream gives. Resolves when it is safe; undefined when it was more than the limit, all of it read
   * and nothing kept.
   */
  async write(id: string, stream: Readable, limit: number): Promise<number | undefined> {
    const part = this.#path(id) + UNFINISHED;
    try {
      const size = await this.#receive(part, stream, limit);
      if (size > limit) return undefined;
      await this.#makeSafe(part);
      await rename(part, this.#path(id));
      await this.#makeSafe(this.#directory);
      return size;
    } finally {
      await rm(part, {force: true});
    }
  }

  /** The bytes of a mail. */
  read(id: string): Promise<Buffer> {
    return readFile(this.#path(id));
  }

  /** The same, part by part. */
  stream(id: string): Readable {
    return createReadStream(this.#path(id));
  }

  /** Whether it is there, and whole. */
  async has(id: string): Promise<boolean> {
    return access(this.#path(id)).then(
      () => true,
      () => false,
    );
  }

  /** Nobody needs this mail any more. */
  async remove(id: string): Promise<void> {
    await rm(this.#path(id), {force: true});
  }

  /** Reads all of it, also what is too much: the sender must have finished before they can be told. */
  async #receive(part: string, stream: Readable, limit: number): Promise<number> {
    let size = 0;
    const bounded = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        size += chunk.length;
        if (size <= limit) yield chunk;
      }
    };
    await pipeline(stream, bounded, createWriteStream(part, {mode: 0o600, flags: 'wx'}));
    return size;
  }

  async #makeSafe(path: string): Promise<void> {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  #path(id: string): string {
    if (!/^[\w-]{1,100}$/.test(id)) throw new Error('No name for a file.');
    return join(this.#directory, id + ENDING);
  }
}
