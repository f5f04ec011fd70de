import type {MailServer} from '../../config/gateway-config.js';
import {safeError} from '../../log.js';
import type {OutboxMail} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import {Departures} from './departures.js';
import type {PartlyRefused} from './failure-notice.js';
import {MailFiles} from './mail-files.js';
import {credentialsOf, type Environment} from './mail-server.js';
import {Outbox} from './outbox.js';
import {Relay, type RelayOptions} from './relay.js';
import {SentCopies} from './sent-copies.js';
import {Verdicts} from './verdicts.js';

/** What sending needs beside the gateway. */
export interface SendingOptions {
  /** The data directory. */
  readonly data: string;
  readonly env: Environment;
  /** For every address without a server of its own. */
  readonly relay: RelayOptions;
  /** See the same of an outbox; asked about mails that went through {@link relay}. */
  hasArrived(row: OutboxMail): Promise<boolean | undefined>;
  /** See the same of verdicts. */
  notify(what: PartlyRefused): Promise<void>;
}

const relayOf = (server: MailServer, env: Environment): Relay =>
  new Relay({...server, ...credentialsOf(server, env)});

/** Everything that sends: one outbox for each relay, so that a server that stalls holds up its own mails only. */
export class Sending {
  readonly #api: ChannelApi;
  readonly #departures: Departures;
  readonly #copies: SentCopies;
  readonly #outboxes: readonly Outbox[];

  constructor(api: ChannelApi, {data, env, relay, hasArrived, notify}: SendingOptions) {
    this.#api = api;
    const {tenant, mail} = api.config;
    const files = new MailFiles(data, api.store.files);
    const departures = (this.#departures = new Departures(data, {language: tenant.language, files}));
    const copies = (this.#copies = new SentCopies(api, {mailboxes: mail.mailboxes, departures, env}));
    const verdicts = new Verdicts(api, {keepsCopy: (sender) => copies.keepsCopy(sender), notify});
    const own = new Map(
      mail.mailboxes.flatMap(({address, smtp}) => (smtp ? [[address.toLowerCase(), smtp] as const] : [])),
    );
    const shared = {departures, verdicts, settled: () => this.#copy()};
    this.#outboxes = [
      new Outbox(api, {...shared, relay: new Relay(relay), sends: (sender) => !own.has(sender), hasArrived}),
      ...[...own].map(
        ([address, smtp]) =>
          new Outbox(api, {
            ...shared,
            relay: relayOf(smtp, env),
            sends: (sender) => sender === address,
            hasArrived: () => Promise.resolve(undefined),
          }),
      ),
    ];
  }

  /** Takes up what an earlier process left behind; resolves when that is looked through, not when it is sent. */
  async start(): Promise<void> {
    const {mail} = this.#api.store;
    const kept = [...(await mail.outbox()), ...(await mail.copies())].map(({id}) => id);
    await this.#departures.start(new Set(kept));
    for (const outbox of this.#outboxes) void outbox.start();
    this.#copy();
  }

  /** Mails may be due. */
  work(): void {
    for (const outbox of this.#outboxes) void outbox.work();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#outboxes.map((outbox) => outbox.stop()));
    await this.#copies.stop();
  }

  #copy(): void {
    void this.#copies
      .work()
      .catch((error: unknown) => this.#api.log.error({error: safeError(error)}, 'copies stumbled'));
  }
}
