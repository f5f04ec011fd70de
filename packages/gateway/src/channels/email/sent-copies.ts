import type {ImapFlow} from 'imapflow';

import type {MailboxConfig} from '../../config/gateway-config.js';
import {safeError} from '../../log.js';
import type {SentCopy} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import type {Departures} from './departures.js';
import {imapClient} from './imap/imap-client.js';
import type {Environment} from './mail-server.js';

const SECOND = 1_000;
const BACKOFF = [5 * SECOND, 30 * SECOND, 120 * SECOND, 600 * SECOND, 1_800 * SECOND];
/** About four days. */
const MAX_ATTEMPTS = 200;
/** None is fetched here. */
const NO_MAIL = 0;

/** What copies are made from. */
export interface SentCopyOptions {
  readonly mailboxes: readonly MailboxConfig[];
  readonly departures: Departures;
  readonly env: Environment;
}

/** The folder for copies; undefined where the mailbox has none. */
const sentFolderOf = async (client: ImapFlow, {imap}: MailboxConfig): Promise<string | undefined> => {
  const folders = await client.list();
  if (imap.sentFolder === undefined) return folders.find(({specialUse}) => specialUse === '\\Sent')?.path;
  if (!folders.some(({path}) => path === imap.sentFolder)) await client.mailboxCreate(imap.sentFolder);
  return imap.sentFolder;
};

const isThere = async (client: ImapFlow, folder: string, {messageId}: SentCopy): Promise<boolean> => {
  const lock = await client.getMailboxLock(folder);
  try {
    const found = await client.search({header: {'message-id': messageId}}, {uid: true});
    return Array.isArray(found) && found.length > 0;
  } finally {
    lock.release();
  }
};

/**
 * Puts a copy of what left into the folder of sent mails of its mailbox: the same bytes, once. Whether it is there already
 * is asked before it is added, since an earlier attempt may have lost its answer, and some servers add one by themselves.
 * Nobody waits for copies.
 */
export class SentCopies {
  readonly #api: ChannelApi;
  readonly #options: SentCopyOptions;
  readonly #lanes = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  readonly #open = new Set<ImapFlow>();

  constructor(api: ChannelApi, options: SentCopyOptions) {
    this.#api = api;
    this.#options = options;
  }

  /** Whether mails from this address get a copy. */
  keepsCopy(sender: string): boolean {
    return this.#mailboxOf(sender) !== undefined;
  }

  /** Makes every copy that is due, each mailbox by itself. Resolves when that was tried. */
  async work(): Promise<void> {
    for (const sender of new Set((await this.#due()).map((copy) => copy.sender))) {
      const before = this.#lanes.get(sender) ?? Promise.resolve();
      const lane = before
        .then(() => this.#workFor(sender))
        .catch((error: unknown) => this.#api.log.error({error: safeError(error)}, 'copies stumbled'));
      this.#lanes.set(sender, lane);
    }
    await Promise.all(this.#lanes.values());
    await this.#arm();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    for (const client of this.#open) client.close();
    await Promise.all(this.#lanes.values());
  }

  async #due(sender?: string): Promise<readonly SentCopy[]> {
    const now = this.#api.now();
    const copies = await this.#api.store.mail.copies();
    return copies.filter((copy) => copy.dueAt <= now && (sender ?? copy.sender) === copy.sender);
  }

  async #workFor(sender: string): Promise<void> {
    const due = await this.#due(sender);
    if (due.length === 0 || this.#isStopped) return;
    const mailbox = this.#mailboxOf(sender);
    try {
      if (mailbox) await this.#withClient(mailbox, (client) => this.#copyAll(client, mailbox, due));
      // The mailbox is configured no more.
      else for (const copy of due) await this.#done(copy);
    } catch (error) {
      this.#api.log.warn({copies: due.length, error: safeError(error)}, 'copies of sent mails not made');
      for (const copy of await this.#due(sender)) await this.#postpone(copy);
    }
  }

  async #withClient(mailbox: MailboxConfig, act: (client: ImapFlow) => Promise<void>): Promise<void> {
    const client = imapClient(mailbox.imap, this.#options.env, NO_MAIL);
    this.#open.add(client);
    try {
      await client.connect();
      await act(client);
      await client.logout();
    } finally {
      this.#open.delete(client);
      client.close();
    }
  }

  async #copyAll(client: ImapFlow, mailbox: MailboxConfig, due: readonly SentCopy[]): Promise<void> {
    const folder = await sentFolderOf(client, mailbox);
    for (const copy of due) {
      const bytes = await this.#options.departures.read(copy.id);
      if (folder !== undefined && bytes && !(await isThere(client, folder, copy)))
        await client.append(folder, bytes, ['\\Seen'], new Date(copy.dueAt));
      await this.#done(copy);
    }
  }

  async #done({id}: SentCopy): Promise<void> {
    await this.#api.store.mail.copied(id);
    await this.#options.departures.remove(id);
  }

  async #postpone(copy: SentCopy): Promise<void> {
    if (copy.attempts + 1 >= MAX_ATTEMPTS) {
      this.#api.log.error({mail: copy.id}, 'no copy of a sent mail');
      return this.#done(copy);
    }
    const wait = BACKOFF[Math.min(copy.attempts, BACKOFF.length - 1)] ?? SECOND;
    await this.#api.store.mail.postponeCopy(copy.id, this.#api.now() + wait);
  }

  async #arm(): Promise<void> {
    clearTimeout(this.#timer);
    const due = Math.min(...(await this.#api.store.mail.copies()).map(({dueAt}) => dueAt));
    if (!Number.isFinite(due) || this.#isStopped) return;
    this.#timer = setTimeout(() => void this.work(), Math.max(SECOND, due - this.#api.now()));
  }

  #mailboxOf(sender: string): MailboxConfig | undefined {
    return this.#options.mailboxes.find(({address}) => address.toLowerCase() === sender);
  }
}
