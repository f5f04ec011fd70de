import {mkdirSync} from 'node:fs';
import {join} from 'node:path';

import type {Channel, ChannelApi} from '../channel.js';
import {Inbox} from './inbox.js';
import {MailParser} from './mail-parser.js';
import {mailboxRoutes} from './mailboxes.js';
import {Outbox} from './outbox.js';
import {MailReceiver, MAX_MAIL_BYTES} from './receiver.js';
import {Relay} from './relay.js';
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
}

/** Mail in through the built-in receiver, and out through a relay. */
export class EmailChannel implements Channel {
  readonly name = 'email';
  readonly #options: EmailOptions;
  readonly #spool: Spool;
  readonly #parser = new MailParser();
  #api: ChannelApi | undefined;
  #receiver: MailReceiver | undefined;
  #inbox: Inbox | undefined;
  #outbox: Outbox | undefined;
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
    await this.#spool.prepare();
    const inbox = (this.#inbox = new Inbox(api, this.#spool, this.#parser));
    await inbox.work();
    this.#receiver = new MailReceiver(api, this.#spool, {host, port, maxBytes}, () => void inbox.work());
    this.#port = await this.#receiver.listen();
    this.#outbox = new Outbox(api, {
      relay: new Relay(this.#options.relay ?? this.#ownUrl()),
      hasArrived: (messageId) => this.#hasArrived(api, messageId),
    });
    void this.#outbox.start();
  }

  async stop(): Promise<void> {
    await this.#receiver?.close();
    await this.#inbox?.stop();
    await this.#outbox?.stop();
    await this.#parser.stop();
  }

  onFacts: Channel['onFacts'] = ({facts}) => {
    if (facts.some(({type}) => type === 'mail.queued')) void this.#outbox?.work();
  };

  /** Only the built-in receiver can be asked; it has handled everything that it took. */
  async #hasArrived({store}: ChannelApi, messageId: string): Promise<boolean | undefined> {
    if (this.#options.relay !== undefined) return undefined;
    await this.#inbox?.work();
    return store.mail.isDelivered(messageId);
  }

  #ownUrl(): string {
    const {host} = this.#options;
    return `smtp://${host.includes(':') ? `[${host}]` : host}:${this.#port}`;
  }
}
