import type {MailboxConfig} from '../../../config/gateway-config.js';
import {credentialsOf, type Environment} from '../mail-server.js';
import type {ReaderParts} from './mailbox-reader.js';
import {MailboxWatcher, REAL_CLOCK, type WatchClock} from './mailbox-watcher.js';
import {imapClient} from './imap-client.js';

/** What all mailboxes share. */
export interface WatchParts extends Pick<ReaderParts, 'api' | 'spool' | 'maxBytes' | 'received'> {
  readonly env: Environment;
  readonly clock?: WatchClock;
}

const hasPassword = ({imap}: MailboxConfig, env: Environment): boolean => {
  try {
    credentialsOf(imap, env);
    return true;
  } catch {
    return false;
  }
};

/** Watches every mailbox of the configuration, each by itself: one that fails keeps nothing from the others. */
export class MailboxesWatch {
  readonly #watchers: readonly MailboxWatcher[];

  constructor({env, clock = REAL_CLOCK, ...parts}: WatchParts) {
    const {api, maxBytes} = parts;
    this.#watchers = api.config.mail.mailboxes.flatMap((mailbox, index) => {
      api.metrics.mailbox(index, false);
      if (!hasPassword(mailbox, env)) {
        api.log.error({mailbox: index, code: 'NO_PASSWORD'}, 'mailbox not watched');
        return [];
      }
      const {imap, address} = mailbox;
      return new MailboxWatcher({
        ...parts,
        index,
        clock,
        address: address.toLowerCase(),
        folder: imap.folder,
        connect: () => imapClient(imap, env, maxBytes),
      });
    });
  }

  start(): void {
    for (const watcher of this.#watchers) watcher.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#watchers.map((watcher) => watcher.stop()));
  }
}
