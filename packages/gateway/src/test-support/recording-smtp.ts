import {once} from 'node:events';
import type {AddressInfo, Socket} from 'node:net';
import {buffer} from 'node:stream/consumers';

import {SMTPServer, type SMTPServerDataStream, type SMTPServerSession} from 'smtp-server';

/** A mail that a server got the whole of, whether it said so or not. */
export interface RecordedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly messageId: string;
}

/** The moments at which a server can do something odd. */
export type Moment = 'connect' | 'mail' | 'recipient' | 'data' | 'end';

/** What a server does at a moment: says nothing any more, cuts the line, or answers no. */
export type Whim = 'stall' | 'die' | number;

class SmtpNo extends Error {
  readonly responseCode: number;

  constructor(responseCode: number) {
    super('No');
    this.responseCode = responseCode;
  }
}

type Done = (error?: Error | null) => void;

const messageIdIn = (raw: Buffer): string =>
  /^Message-ID: (<[^>]+>)/im.exec(raw.toString('latin1'))?.[1] ?? '';

/** A mail server that takes everything down, and misbehaves as it is told. */
export class RecordingSmtp {
  /** Everything that it got the whole of, in order. */
  readonly mails: RecordedMail[] = [];
  /** What it does at a moment; a moment that is not here goes well. */
  whims: Partial<Record<Moment, Whim>> = {};
  /** Recipients that it refuses, with the code. */
  refuses: Record<string, number> = {};
  /** Told of every moment, before anything else. */
  heard: (moment: Moment) => void | Promise<void> = () => undefined;
  readonly #server: SMTPServer;
  readonly #sockets = new Set<Socket>();
  port = 0;

  constructor(options: {readonly user?: string; readonly password?: string} = {}) {
    this.#server = new SMTPServer({
      authOptional: options.user === undefined,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS', ...(options.user === undefined ? ['AUTH'] : [])],
      disableReverseLookup: true,
      closeTimeout: 100,
      logger: false,
      onAuth: ({username, password}, _, done) =>
        username === options.user && password === options.password
          ? done(null, {user: username})
          : done(new Error('no')),
      onConnect: (_, done) => void this.#at('connect', done),
      onMailFrom: (_, __, done) => void this.#at('mail', done),
      onRcptTo: ({address}, _, done) => void this.#at('recipient', done, this.refuses[address]),
      onData: (stream, session, done) => void this.#take(stream, session, done),
    });
    this.#server.on('error', () => undefined);
    this.#server.server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  static async start(options?: {readonly user?: string; readonly password?: string}): Promise<RecordingSmtp> {
    const recording = new RecordingSmtp(options);
    const listener = recording.#server.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    recording.port = (listener.address() as AddressInfo).port;
    return recording;
  }

  /** How often each mail was got, by Message-ID and recipient. */
  get counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const {messageId, to} of this.mails) {
      for (const one of to) counts.set(`${messageId} ${one}`, (counts.get(`${messageId} ${one}`) ?? 0) + 1);
    }
    return counts;
  }

  async stop(): Promise<void> {
    this.#cut();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async #at(moment: Moment, done: Done, code?: number): Promise<void> {
    await this.heard(moment);
    const whim = this.whims[moment] ?? code;
    if (whim === 'stall') return;
    if (whim === 'die') return this.#cut();
    done(whim === undefined ? null : new SmtpNo(whim));
  }

  async #take(stream: SMTPServerDataStream, {envelope}: SMTPServerSession, done: Done): Promise<void> {
    await this.heard('data');
    if (this.whims.data === 'stall') return void stream.on('error', () => undefined);
    if (this.whims.data === 'die') return this.#cut();
    const raw = await buffer(stream).catch(() => undefined);
    if (!raw) return;
    const from = envelope.mailFrom ? envelope.mailFrom.address : '';
    const to = envelope.rcptTo.map(({address}) => address);
    if (typeof this.whims.end !== 'number') this.mails.push({from, to, raw, messageId: messageIdIn(raw)});
    await this.#at('end', done);
  }
}
