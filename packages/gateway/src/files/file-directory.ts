import {createHash} from 'node:crypto';
import {mkdirSync} from 'node:fs';
import {chmod, mkdir, open, statfs, unlink, type FileHandle} from 'node:fs/promises';
import {join} from 'node:path';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * Where bytes lie: one directory for the owner only, and in it files under a hash of their ids. No name that came from
 * outside is ever part of a path.
 */
export class FileDirectory {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
    mkdirSync(path, {recursive: true, mode: 0o700});
  }

  /** The path of a file. */
  pathOf(id: string): string {
    const hash = createHash('sha256').update(id).digest('hex');
    return join(this.#path, hash.slice(0, 2), hash);
  }

  /** An empty file that only the owner can read; it must not be there yet. */
  async create(id: string): Promise<FileHandle> {
    const path = this.pathOf(id);
    const folder = join(path, '..');
    await mkdir(folder, {recursive: true, mode: 0o700});
    await chmod(folder, 0o700);
    return open(path, 'wx+', 0o600);
  }

  /** Makes sure that the file is still there after a loss of power, with everything in it. */
  async settle(id: string, file: FileHandle): Promise<void> {
    await file.sync();
    for (const folder of [join(this.pathOf(id), '..'), this.#path]) {
      const directory = await open(folder, 'r');
      try {
        await directory.sync();
      } finally {
        await directory.close();
      }
    }
  }

  /** Opens a file for reading; undefined where it is gone. */
  async open(id: string): Promise<FileHandle | undefined> {
    try {
      return await open(this.pathOf(id), 'r');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** Removes a file. Idempotent. */
  async remove(id: string): Promise<void> {
    try {
      await unlink(this.pathOf(id));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  /** Bytes that the disk has left. */
  async free(): Promise<number> {
    const {bavail, bsize} = await statfs(this.#path);
    return bavail * bsize;
  }
}
