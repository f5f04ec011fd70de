import type {Readable} from 'node:stream';

import {createTransport, type Transporter} from 'nodemailer';

const CONNECT_MS = 10_000;
const SILENT_MS = 60_000;

/** What became of an attempt. `answer` is the server's own words, for people who mend things. */
export type Attempt =
  | {readonly outcome: 'sent'; readonly refused: number}
  | {readonly outcome: 'refused' | 'try-later'; readonly answer: string};

interface SentInfo {
  readonly rejected?: readonly unknown[];
}

interface SmtpError {
  readonly responseCode?: number;
  readonly code?: string;
}

const attemptOf = (error: unknown): Attempt => {
  const {responseCode = 0, code = 'unknown'} = error as SmtpError;
  // The words of the server can name a person; the fact keeps code and reply number, which say enough.
  const answer = responseCode ? `SMTP ${responseCode}` : code;
  return {outcome: responseCode >= 500 ? 'refused' : 'try-later', answer};
};

/** Hands mails to the server that sends them on. */
export class Relay {
  readonly #transport: Transporter;

  /** @param url `smtp://user:password@host:port`, or `smtps://`. */
  constructor(url: string) {
    const {protocol, hostname, port, username, password} = new URL(url);
    const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    this.#transport = createTransport({
      host: hostname,
      port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
      secure: protocol === 'smtps:',
      // A password or a customer's mail never crosses a network in the clear.
      ...(isLocal ? {ignoreTLS: true} : {requireTLS: true}),
      ...(username ? {auth: {user: decodeURIComponent(username), pass: decodeURIComponent(password)}} : {}),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENT_MS,
      logger: false,
    });
  }

  /** Tries once. Never rejects. */
  async send(from: string, to: readonly string[], raw: Readable): Promise<Attempt> {
    try {
      const info = (await this.#transport.sendMail({envelope: {from, to: [...to]}, raw})) as SentInfo;
      return {outcome: 'sent', refused: info.rejected?.length ?? 0};
    } catch (error) {
      return attemptOf(error);
    }
  }

  close(): void {
    this.#transport.close();
  }
}
