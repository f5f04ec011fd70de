import {Readable} from 'node:stream';

import type {ImapFlow} from 'imapflow';

import type {MailboxPlace} from '../../../store/index.js';
import type {ChannelApi} from '../../channel.js';
import type {Spool} from '../spool.js';

/** What a reader works with. */
export interface ReaderParts {
  readonly api: ChannelApi;
  readonly spool: Spool;
  /** The address of the mailbox, in lower case. */
  readonly address: string;
  /** Its place in the configuration: what logs call it. */
  readonly index: number;
  /** Larger mails stay where they are. */
  readonly maxBytes: number;
  /** Called after each mail that was stored. */
  received(): void;
}

/** A mail as the list has it. */
interface Listed {
  readonly uid: number;
  readonly size?: number | undefined;
  readonly flags?: ReadonlySet<string> | undefined;
}

const SEEN = '\\Seen';

/**
 * Fetches what is new in the open folder of a mailbox, one mail after another, in the order of their UIDs. A mail is in the
 * store, together with how far the mailbox has been read, before it is marked as read on the server; so that a line that is
 * cut anywhere skips nothing and brings nothing twice. Where the server numbers its mails anew (UIDVALIDITY) everything is
 * fetched again, and what is known already is recognised by its Message-ID and words. When a mailbox is read for the first
 * time, what somebody has read there already is left alone.
 */
export class MailboxReader {
  readonly #parts: ReaderParts;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
  }

  /**
   * Takes everything that is new, until the signal is aborted.
   * @throws Where the connection broke, or the store did not take something: what was not stored is new the next time.
   */
  async read(client: ImapFlow, signal: AbortSignal): Promise<void> {
    const folder = client.mailbox;
    if (!folder || folder.exists === 0) return;
    const {api, address} = this.#parts;
    const uidValidity = String(folder.uidValidity);
    const known = await api.store.mail.placeOf(address);
    const after = known?.uidValidity === uidValidity ? known.uid : 0;
    for (const listed of await this.#list(client, after)) {
      if (signal.aborted) return;
      const place = {mailbox: address, uidValidity, uid: listed.uid};
      if (known === undefined && listed.flags?.has(SEEN)) await api.store.mail.moveTo(place);
      else await this.#take(client, listed, place);
    }
  }

  async #list(client: ImapFlow, after: number): Promise<readonly Listed[]> {
    const listed: Listed[] = await client.fetchAll(
      `${after + 1}:*`,
      {uid: true, size: true, flags: true},
      {uid: true},
    );
    // Where nothing is new, the star stands for the newest one that is known.
    return listed.filter(({uid}) => uid > after).sort((one, two) => one.uid - two.uid);
  }

  async #take(client: ImapFlow, {uid, size = 0}: Listed, place: MailboxPlace): Promise<void> {
    const {api, maxBytes} = this.#parts;
    if (size > maxBytes) return this.#leave(place, size);
    const message = await client.fetchOne(String(uid), {uid: true, source: true}, {uid: true});
    const source = message ? message.source : undefined;
    if (!source?.length) {
      // A mail that somebody removed meanwhile is not ours to take; one that is there was cut off.
      if (await this.#isThere(client, uid)) throw new Error('The server did not give a mail.');
      return api.store.mail.moveTo(place);
    }
    if (source.length > maxBytes) return this.#leave(place, source.length);
    await this.#store(source, place);
    await client.messageFlagsAdd(String(uid), [SEEN], {uid: true});
  }

  /** It stays in the mailbox, where somebody can read it with another program. */
  async #leave(place: MailboxPlace, size: number): Promise<void> {
    const {api, index} = this.#parts;
    await api.store.mail.moveTo(place);
    api.metrics.mail('oversized');
    api.log.warn({mailbox: index, uid: place.uid, size, code: 'TOO_LARGE'}, 'mail left in its mailbox');
  }

  async #isThere(client: ImapFlow, uid: number): Promise<boolean> {
    const found = await client.search({uid: String(uid)}, {uid: true});
    return Array.isArray(found) && found.includes(uid);
  }

  async #store(source: Buffer, place: MailboxPlace): Promise<void> {
    const {api, spool, address, index, received} = this.#parts;
    const id = api.newId();
    const size = source.length;
    await spool.write(id, Readable.from([source]), size);
    try {
      await api.store.mail.spool({id, at: api.now(), from: '', to: [address], size, isFetched: true}, place);
    } catch (error) {
      await spool.remove(id);
      throw error;
    }
    api.log.info({mail: id, mailbox: index, size}, 'mail fetched');
    received();
  }
}
