import {once} from 'node:events';
import type {AddressInfo} from 'node:net';

import {SMTPServer, type SMTPServerDataStream, type SMTPServerSession} from 'smtp-server';

import {safeError} from '../../log.js';
import type {SpooledMail} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import {recipientOf} from './recipients.js';
import type {Spool} from './spool.js';

/** A mail with everything in it, 25 MB of files as they are written in mails among it; larger ones are refused with 552. */
export const MAX_MAIL_BYTES = 38_000_000;
const MAX_RECIPIENTS = 100;
const MAX_CLIENTS = 50;
const IDLE_MS = 60_000;

/** Where the receiver listens. */
export interface ReceiverOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly maxBytes: number;
}

class SmtpRefusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

type Done = (error?: Error | null, message?: string) => void;

/** Takes mail off the wire. A mail is acknowledged once its bytes and its envelope are safe, and not before. */
export class MailReceiver {
  readonly #api: ChannelApi;
  readonly #spool: Spool;
  readonly #options: ReceiverOptions;
  readonly #received: () => void;
  readonly #server: SMTPServer;

  /** @param received Called after each mail that was taken. */
  constructor(api: ChannelApi, spool: Spool, options: ReceiverOptions, received: () => void) {
    this.#api = api;
    this.#spool = spool;
    this.#options = options;
    this.#received = received;
    this.#server = new SMTPServer({
      name: 'deskwire',
      banner: 'Deskwire',
      size: options.maxBytes,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      maxClients: MAX_CLIENTS,
      socketTimeout: IDLE_MS,
      closeTimeout: 2_000,
      logger: false,
      onRcptTo: ({address}, session, done) => this.#checkRecipient(address, session, done),
      onData: (stream, session, done) => void this.#take(stream, session, done),
    });
    this.#server.on('error', (error) => api.log.info({error: safeError(error)}, 'smtp error'));
  }

  /** Resolves with the port. */
  async listen(): Promise<number> {
    const {host, port} = this.#options;
    const listener = this.#server.listen(port, host);
    await once(listener, 'listening');
    return (listener.address() as AddressInfo).port;
  }

  /** Takes no more mail. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  #checkRecipient(address: string, session: SMTPServerSession, done: Done): void {
    const {metrics, config} = this.#api;
    if (session.envelope.rcptTo.length >= MAX_RECIPIENTS) {
      return done(new SmtpRefusal(452, 'Too many recipients'));
    }
    if (recipientOf(config.mail, address)) return done();
    metrics.mail('refused');
    done(new SmtpRefusal(550, 'No such recipient here'));
  }

  async #take(stream: SMTPServerDataStream, {envelope}: SMTPServerSession, done: Done): Promise<void> {
    const {log, metrics} = this.#api;
    const id = this.#api.newId();
    try {
      const size = await this.#spool.write(id, stream, this.#options.maxBytes);
      if (size === undefined) {
        metrics.mail('refused');
        log.info({code: 552}, 'mail refused');
        return done(new SmtpRefusal(552, 'Message exceeds the size limit'));
      }
      await this.#api.store.mail.spool(this.#spooled(id, envelope, size));
      log.info({mail: id, size}, 'mail taken');
      done(null, 'Taken');
      this.#received();
    } catch (error) {
      log.error({mail: id, error: safeError(error)}, 'mail not taken');
      stream.resume();
      done(new SmtpRefusal(451, 'Try again later'));
    }
  }

  #spooled(id: string, {mailFrom, rcptTo}: SMTPServerSession['envelope'], size: number): SpooledMail {
    const to = [...new Set(rcptTo.map(({address}) => address.toLowerCase()))];
    return {id, at: this.#api.now(), from: mailFrom ? mailFrom.address : '', to, size};
  }
}
