import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {Readable} from 'node:stream';

import type {OutboxMail} from '../../store/index.js';
import type {Channel, ChannelApi} from '../channel.js';
import {failureNotice, type PartlyRefused} from './failure-notice.js';
import {MailboxesWatch} from './imap/mailboxes-watch.js';
import {Inbox} from './inbox.js';
import {MailParser} from './mail-parser.js';
import {mailboxRoutes} from './mailboxes.js';
import type {Environment} from './mail-server.js';
import {MailReceiver, MAX_MAIL_BYTES} from './receiver.js';
import {recipientsOf, type Outgoing} from './outgoing.js';
import {relayAt} from './relay.js';
import {Sending} from './sending.js';
import {Spool} from './spool.js';

/** How mail comes in and goes out. */
export interface EmailOptions {
  /** The data directory. */
  readonly data: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The server that sends on: `smtp://user:password@host:port`. Absent: the built-in receiver, for this machine only. */
  readonly relay?: string;
  readonly maxBytes?: number;
  /** Where passwords of mailboxes come from; the environment of the process unless given. */
  readonly env?: Environment;
}

/** Mail in through the built-in receiver, and out through relays. */
export class EmailChannel implements Channel {
  readonly name = 'email';
  readonly #options: EmailOptions;
  readonly #spool: Spool;
  readonly #parser = new MailParser();
  #api: ChannelApi | undefined;
  #receiver: MailReceiver | undefined;
  #inbox: Inbox | undefined;
  #mailboxes: MailboxesWatch | undefined;
  #sending: Sending | undefined;
  #port = 0;

  constructor(options: EmailOptions) {
    this.#options = options;
    this.#spool = new Spool(join(options.data, 'mail'));
  }

  /** The port that the receiver listens at; 0 before that. */
  get port(): number {
    return this.#port;
  }

  attach(api: ChannelApi): void {
    this.#api = api;
    if (api.config.demo) mailboxRoutes(api, this.#spool, this.#parser, () => this.#ownUrl());
  }

  /** What was taken before the last end is handled first: whether a mail in doubt has arrived depends on it. */
  async start(): Promise<void> {
    const api = this.#api;
    if (!api) return;
    const {host, port, maxBytes = MAX_MAIL_BYTES} = this.#options;
    mkdirSync(this.#options.data, {recursive: true});
    await this.#spool.prepare((id) => api.store.mail.isKept(id));
    const inbox = (this.#inbox = new Inbox(api, this.#spool, this.#parser));
    await inbox.work();
    this.#receiver = new MailReceiver(api, this.#spool, {host, port, maxBytes}, () => void inbox.work());
    this.#port = await this.#receiver.listen();
    const {data, relay, env = process.env} = this.#options;
    const received = (): void => void inbox.work();
    this.#mailboxes = new MailboxesWatch({api, spool: this.#spool, env, maxBytes, received});
    this.#mailboxes.start();
    this.#sending = new Sending(api, {
      data,
      env,
      relay: relayAt(relay ?? this.#ownUrl()),
      hasArrived: (row) => this.#hasArrived(api, row),
      notify: (what) => this.#notify(api, what),
    });
    await this.#sending.start();
  }

  async stop(): Promise<void> {
    await this.#mailboxes?.stop();
    await this.#receiver?.close();
    await this.#inbox?.stop();
    await this.#sending?.stop();
    await this.#parser.stop();
  }

  onFacts: Channel['onFacts'] = ({facts}) => {
    if (facts.some(({type}) => type === 'mail.queued')) this.#sending?.work();
  };

  /** Only the built-in receiver can be asked; it has handled everything that it took. */
  async #hasArrived({store}: ChannelApi, {messageId, payload}: OutboxMail): Promise<boolean | undefined> {
    if (this.#options.relay !== undefined) return undefined;
    await this.#inbox?.work();
    if (await store.mail.isDelivered(messageId)) return true;
    for (const recipient of recipientsOf((JSON.parse(payload) as Outgoing).mail)) {
      if (await store.mail.isKnown(recipient.toLowerCase(), messageId)) return true;
    }
    return false;
  }

  /** Comes in like any mail: what it says about a repeat, a thread that is over and a crash holds for it too. */
  async #notify(api: ChannelApi, what: PartlyRefused): Promise<void> {
    const id = api.newId();
    const bytes = await failureNotice(what, api.config.tenant.language);
    await this.#spool.write(id, Readable.from([bytes]), bytes.length);
    const to = [what.mail.from.address.toLowerCase()];
    await api.store.mail.spool({id, at: api.now(), from: '', to, size: bytes.length});
    void this.#inbox?.work();
  }

  #ownUrl(): string {
    const {host} = this.#options;
    return `smtp://${host.includes(':') ? `[${host}]` : host}:${this.#port}`;
  }
}
