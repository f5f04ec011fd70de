import {Readable} from 'node:stream';

import SMTPConnection from 'nodemailer/lib/smtp-connection';

import type {MailServer} from '../../config/gateway-config.js';

const CONNECT_MS = 30_000;
/** A server may think this long before it says a word, while it cannot have the mail yet. */
const SILENT_MS = 60_000;
/** And this long once it has the whole of it (RFC 5321, 4.5.3.2.6): whoever gives up sooner is left in doubt. */
const THINKING_MS = 600_000;

/** Where mail is handed over. */
export interface RelayOptions extends Pick<MailServer, 'host' | 'port' | 'security'> {
  readonly user?: string;
  readonly password?: string;
  readonly silentMs?: number;
  readonly thinkingMs?: number;
}

/** What a server said about one recipient who does not get the mail now. */
export interface Refused {
  readonly address: string;
  /** Code and number only: the words of a server can name a person. */
  readonly answer: string;
  readonly isFinal: boolean;
}

/** What became of an attempt. */
export type Attempt =
  /** The server has spoken about every recipient. */
  | {readonly outcome: 'answered'; readonly accepted: readonly string[]; readonly refused: readonly Refused[]}
  /** It went wrong for all of them. Where it was not `answered`, the server may have the mail if it got the whole of it. */
  | {readonly outcome: 'broken'; readonly answer: string; readonly isAnswered: boolean};

/** Whom a mail is from and for, as SMTP is told. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

interface SmtpError {
  readonly responseCode?: number;
  readonly code?: string;
  readonly command?: string;
  readonly recipient?: string;
  readonly rejectedErrors?: readonly SmtpError[];
}

interface SentInfo {
  readonly accepted: readonly string[];
  readonly rejectedErrors?: readonly SmtpError[] | undefined;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

const answerOf = ({responseCode = 0, code = 'unknown'}: SmtpError): string =>
  responseCode ? `SMTP ${responseCode}` : code;

/** A no is final where it is about this mail; a server that takes no mail now, or no password, says nothing about it. */
const isFinal = ({responseCode = 0, command = ''}: SmtpError): boolean =>
  responseCode >= 500 && /^(?:MAIL FROM|RCPT TO|DATA)$/.test(command);

const refusedOf = (errors: readonly SmtpError[] = []): readonly Refused[] =>
  errors.map((error) => ({
    address: error.recipient ?? '',
    answer: answerOf(error),
    isFinal: isFinal({...error, command: 'RCPT TO'}),
  }));

const attemptOf = (error: SmtpError, {to}: Envelope): Attempt => {
  if (error.rejectedErrors?.length)
    return {outcome: 'answered', accepted: [], refused: refusedOf(error.rejectedErrors)};
  const answer = answerOf(error);
  if (!isFinal(error)) return {outcome: 'broken', answer, isAnswered: (error.responseCode ?? 0) > 0};
  const refused = to.map((address) => ({address, answer, isFinal: true}));
  return {outcome: 'answered', accepted: [], refused};
};

/**
 * The bytes as a stream that holds its end back until `beforeEnd` is done: the receiver cannot have taken the mail
 * before that.
 */
const guardedStream = (bytes: Readable, progress: () => void, beforeEnd: () => Promise<void>): Readable =>
  Readable.from(
    (async function* () {
      for await (const chunk of bytes as AsyncIterable<Buffer>) {
        progress();
        yield chunk;
      }
      await beforeEnd();
    })(),
    {objectMode: false},
  );

/** The options of `smtp://user:password@host:port`, or `smtps://`. */
export const relayAt = (url: string): RelayOptions => {
  const {protocol, hostname, port, username, password} = new URL(url);
  const isSecure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isSecure ? 465 : 587),
    security: isSecure ? 'tls' : LOOPBACK.has(hostname) ? 'none' : 'starttls',
    ...(username ? {user: decodeURIComponent(username), password: decodeURIComponent(password)} : {}),
  };
};

/** Hands mails to the server that sends them on: one connection for each, which is over with it. */
export class Relay {
  readonly #options: RelayOptions;
  readonly #open = new Set<SMTPConnection>();

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  /**
   * Tries once. Never rejects.
   * @param beforeEnd Awaited before the last byte goes out.
   */
  async send(envelope: Envelope, bytes: Readable, beforeEnd: () => Promise<void>): Promise<Attempt> {
    const connection = this.#connection();
    this.#open.add(connection);
    const {silentMs = SILENT_MS} = this.#options;
    const watch = setTimeout(() => connection.close(), silentMs);
    const guarded = guardedStream(
      bytes,
      () => void watch.refresh(),
      async () => {
        await beforeEnd();
        clearTimeout(watch);
      },
    );
    try {
      const {accepted, rejectedErrors} = await this.#converse(connection, envelope, guarded, () =>
        watch.refresh(),
      );
      return {outcome: 'answered', accepted, refused: refusedOf(rejectedErrors)};
    } catch (error) {
      return attemptOf(error as SmtpError, envelope);
    } finally {
      clearTimeout(watch);
      guarded.destroy();
      bytes.destroy();
      this.#open.delete(connection);
      connection.quit();
      connection.close();
    }
  }

  /** Breaks off whatever is under way. */
  close(): void {
    for (const connection of this.#open) connection.close();
  }

  #connection(): SMTPConnection {
    const {host, port, security, thinkingMs = THINKING_MS} = this.#options;
    const isOpen = security === 'none' && LOOPBACK.has(host);
    const connection = new SMTPConnection({
      host,
      port,
      secure: security === 'tls',
      // A password or a customer's mail never crosses a network in the clear.
      ...(isOpen ? {ignoreTLS: true} : {requireTLS: true}),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: thinkingMs,
      logger: false,
    });
    return connection;
  }

  #converse(
    connection: SMTPConnection,
    {from, to}: Envelope,
    bytes: Readable,
    progress: () => void,
  ): Promise<SentInfo> {
    const {user, password = ''} = this.#options;
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void => reject(error);
      connection.on('error', fail);
      connection.once('end', () => fail(Object.assign(new Error('closed'), {code: 'ECONNECTION'})));
      const send = (): void => {
        progress();
        connection.send({from, to: [...to]}, bytes, (error, info) =>
          error ? fail(error) : resolve(info as SentInfo),
        );
      };
      connection.connect((error) => {
        if (error) return fail(error);
        if (user === undefined) return send();
        progress();
        connection.login({user, pass: password, credentials: {user, pass: password}}, (refused) =>
          refused ? fail(refused) : send(),
        );
      });
    });
  }
}
