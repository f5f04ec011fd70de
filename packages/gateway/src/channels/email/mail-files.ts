import {join} from 'node:path';
import type {Readable} from 'node:stream';

import type {Attachment} from '@deskwire/domain';

import {FileDirectory} from '../../files/file-directory.js';
import type {FileStore, StoredFile} from '../../store/index.js';

/** A file that must wait until somebody has looked into it: the mail that has it cannot leave now. */
export class HeldFileError extends Error {}

/** A file that is not there any more: the mail that has it can never leave as it was written. */
export class LostFileError extends Error {}

/** The stored files of mails, for whoever puts them into one. */
export class MailFiles {
  readonly #store: FileStore;
  readonly #directory: FileDirectory;

  /** @param data The data directory of the gateway. */
  constructor(data: string, store: FileStore) {
    this.#store = store;
    this.#directory = new FileDirectory(join(data, 'files'));
  }

  /**
   * The bytes of a file that a mail is to carry, part by part.
   * @throws {HeldFileError} {@link LostFileError}
   */
  async open({id}: Attachment): Promise<Readable> {
    const stored = await this.#find(id);
    if (!stored) throw new LostFileError();
    if (stored.held) throw new HeldFileError();
    const file = await this.#directory.open(id);
    if (!file) throw new LostFileError();
    return file.createReadStream();
  }

  /** Whether a file can be given out now. */
  async isHere({id}: Attachment): Promise<boolean> {
    const stored = await this.#find(id);
    return stored?.held === false;
  }

  async #find(id: string): Promise<StoredFile | undefined> {
    const stored = await this.#store.find(id);
    return stored?.state === 'sent' ? stored : undefined;
  }
}
