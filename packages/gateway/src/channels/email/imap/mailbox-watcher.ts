import {setTimeout as delay} from 'node:timers/promises';

import type {ImapFlow} from 'imapflow';

import {safeError} from '../../../log.js';
import {backoffMs} from './backoff.js';
import {MailboxReader, type ReaderParts} from './mailbox-reader.js';

/** Time and chance, as a watcher uses them. */
export interface WatchClock {
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 to 1. */
  random(): number;
}

/** The clock of this machine. */
export const REAL_CLOCK: WatchClock = {
  wait: (ms, signal) => delay(ms, undefined, {signal}).catch(() => undefined),
  random: () => Math.random(),
};

/** What a watcher works with. */
export interface WatcherParts extends ReaderParts {
  readonly folder: string;
  readonly clock: WatchClock;
  /** A client that is not connected yet. */
  connect(): ImapFlow;
}

/** Even where a server forgets to say so, a new mail is found after this time. */
const RECHECK_MS = 60_000;

interface ImapError {
  readonly authenticationFailed?: boolean;
}

/** Why a connection was lost, in words of ours. */
const codeOf = (error: unknown): string => {
  if ((error as ImapError | undefined)?.authenticationFailed) return 'SIGN_IN';
  const code = (error as {readonly code?: unknown} | undefined)?.code;
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : 'LOST';
};

/** Holds one connection to one mailbox, and has everything read that comes into it, until it is stopped. */
export class MailboxWatcher {
  readonly #parts: WatcherParts;
  readonly #reader: MailboxReader;
  readonly #stopping = new AbortController();
  #failures = 0;
  #client: ImapFlow | undefined;
  #running: Promise<void> | undefined;

  constructor(parts: WatcherParts) {
    this.#parts = parts;
    // A line that brings something before it breaks is worth trying again at once.
    const received = (): void => {
      this.#failures = 0;
      parts.received();
    };
    this.#reader = new MailboxReader({...parts, received});
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Begins nothing more. What is being stored is stored. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#client?.close();
    await this.#running;
  }

  async #run(): Promise<void> {
    const {signal} = this.#stopping;
    const {api, index, clock} = this.#parts;
    while (!signal.aborted) {
      try {
        await this.#session(signal);
      } catch (error) {
        if (signal.aborted) break;
        this.#failures += 1;
        const {frames: _, ...safe} = safeError(error);
        const told = {mailbox: index, code: codeOf(error), failures: this.#failures, error: safe};
        api.log.warn(told, 'mailbox lost');
        await clock.wait(backoffMs(this.#failures, clock.random()), signal);
      } finally {
        api.metrics.mailbox(index, false);
      }
    }
  }

  /** One connection, from its beginning to its end. */
  async #session(signal: AbortSignal): Promise<void> {
    const {api, index, folder} = this.#parts;
    const client = (this.#client = this.#parts.connect());
    try {
      await client.connect();
      const news = new News(client);
      await client.mailboxOpen(folder);
      api.metrics.mailbox(index, true);
      api.log.info({mailbox: index}, 'mailbox connected');
      while (!signal.aborted) {
        news.clear();
        await this.#reader.read(client, signal);
        this.#failures = 0;
        await this.#untilNews(client, news, signal);
      }
    } finally {
      client.close();
    }
  }

  /** @throws When the connection ends. */
  async #untilNews(client: ImapFlow, news: News, signal: AbortSignal): Promise<void> {
    // It ends with the next command, or with the connection.
    if (!news.isThere) client.idle().catch(() => undefined);
    const waiting = new AbortController();
    const stop = (): void => waiting.abort();
    signal.addEventListener('abort', stop);
    try {
      await Promise.race([news.came, this.#parts.clock.wait(RECHECK_MS, waiting.signal)]);
    } finally {
      stop();
      signal.removeEventListener('abort', stop);
    }
  }
}

/** What a connection tells by itself: that there is more in the folder, or that it is over. */
class News {
  /** Resolves when something came since {@link clear}; rejects when the connection is over. */
  came: Promise<void>;
  isThere = false;
  #tell: () => void = () => undefined;
  readonly #over: Promise<never>;

  constructor(client: ImapFlow) {
    this.#over = new Promise((_, reject) => {
      client.on('close', () => reject(new Error('The connection was closed.')));
    });
    this.#over.catch(() => undefined);
    this.came = this.#over;
    client.on('exists', () => {
      this.isThere = true;
      this.#tell();
    });
    this.clear();
  }

  clear(): void {
    this.isThere = false;
    const came = new Promise<void>((resolve) => (this.#tell = resolve));
    this.came = Promise.race([came, this.#over]);
    this.came.catch(() => undefined);
  }
}
