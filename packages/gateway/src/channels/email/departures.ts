import {join} from 'node:path';
import type {Readable} from 'node:stream';

import {composeMail, type ComposeOptions} from './compose-mail.js';
import type {Outgoing} from './outgoing.js';
import {Spool} from './spool.js';

/** Files and the images of quoted mails as they travel, with room for the text. */
const MAX_BYTES = 80 * 1024 * 1024;

/** More than any server would take. */
export class TooLargeError extends Error {}

/**
 * Mails on their way out, composed once: every attempt and the copy for the sender have the same bytes. They lie on the
 * disk until the mail is settled and the copy is made.
 */
export class Departures {
  readonly #spool: Spool;
  readonly #options: ComposeOptions;

  /** @param data The data directory of the gateway. */
  constructor(data: string, options: ComposeOptions) {
    this.#spool = new Spool(join(data, 'mail-out'));
    this.#options = options;
  }

  /** Makes the directory, and removes whatever belongs to none of these mails. */
  async start(kept: ReadonlySet<string>): Promise<void> {
    await this.#spool.prepare(async (id) => kept.has(id));
  }

  /** Composes the mail unless that was done. */
  async prepare(outgoing: Outgoing): Promise<void> {
    const {id} = outgoing.mail;
    if (await this.#spool.has(id)) return;
    const size = await this.#spool.write(id, await composeMail(outgoing, this.#options), MAX_BYTES);
    if (size === undefined) throw new TooLargeError();
  }

  /** The bytes of a mail that was prepared, part by part. */
  stream(id: string): Readable {
    return this.#spool.stream(id);
  }

  /** The bytes of a mail that was prepared; undefined where they are gone. */
  async read(id: string): Promise<Buffer | undefined> {
    return (await this.#spool.has(id)) ? this.#spool.read(id) : undefined;
  }

  /** Nobody needs it any more. Idempotent. */
  remove(id: string): Promise<void> {
    return this.#spool.remove(id);
  }
}
