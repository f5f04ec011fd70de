import {createRequire} from 'node:module';
import {Worker} from 'node:worker_threads';

import {fromBytes, fromRaw, type ParsedMail, type RawMail} from './parsed-mail.js';

/** A mail that takes longer is taken as it came. */
const PARSE_MS = 10_000;
const MEMORY_MB = 512;
const MAX_DEPTH = 64;
const MAX_HEADERS = 1024 * 1024;

/**
 * The thread that parses. It is text, since a thread is started from a file or from text, and a file would have to be
 * found next to the sources, the build and a bundle alike.
 */
const THREAD = `
const {parentPort, workerData} = require('node:worker_threads');
const {default: PostalMime} = require(workerData.parser);
const line = (value) => (typeof value === 'string' ? value.slice(0, 70000) : undefined);
const bounded = (email) => ({
  from: email.from,
  to: (email.to ?? []).slice(0, 500),
  cc: (email.cc ?? []).slice(0, 500),
  subject: line(email.subject),
  messageId: line(email.messageId),
  inReplyTo: line(email.inReplyTo),
  references: line(email.references),
  text: email.text?.slice(0, workerData.maxBody),
  html: email.html?.slice(0, workerData.maxBody),
  attachments: (email.attachments ?? []).slice(0, 500).map((one) => ({
    name: one.filename ?? undefined,
    type: one.mimeType,
    size: one.content?.byteLength ?? one.content?.length ?? 0,
    contentId: one.contentId,
  })),
});
parentPort.on('message', async ({id, bytes}) => {
  try {
    parentPort.postMessage({id, mail: bounded(await PostalMime.parse(bytes, workerData.options))});
  } catch {
    parentPort.postMessage({id});
  }
});
`;

interface Answer {
  readonly id: number;
  readonly mail?: RawMail;
}

/** Parses mails in a thread of its own, one after another, so that a hostile one costs nobody else a moment. */
export class MailParser {
  readonly #patience: number;
  #worker: Worker | undefined;
  #line: Promise<unknown> = Promise.resolve();
  #count = 0;

  constructor(patience = PARSE_MS) {
    this.#patience = patience;
  }

  /** Never rejects: what cannot be parsed in time comes back as it is. The bytes stay the caller's. */
  parse(bytes: Buffer): Promise<ParsedMail> {
    const parsed = this.#line.then(() => this.#attempt(bytes));
    this.#line = parsed;
    return parsed;
  }

  /** Ends the thread. */
  async stop(): Promise<void> {
    await this.#line;
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #attempt(bytes: Buffer): Promise<ParsedMail> {
    const raw = await this.#ask(bytes);
    try {
      return raw ? fromRaw(raw) : fromBytes(bytes);
    } catch {
      return fromBytes(bytes);
    }
  }

  #ask(bytes: Buffer): Promise<RawMail | undefined> {
    const worker = (this.#worker ??= this.#start());
    const id = (this.#count += 1);
    return new Promise((resolve) => {
      const finish = (mail: RawMail | undefined, isDead: boolean): void => {
        clearTimeout(timer);
        worker.off('message', take).off('error', die).off('exit', die);
        if (isDead) this.#discard(worker);
        resolve(mail);
      };
      const take = (answer: Answer): void => {
        if (answer.id === id) finish(answer.mail, false);
      };
      const die = (): void => finish(undefined, true);
      const timer = setTimeout(die, this.#patience);
      worker.on('message', take).on('error', die).on('exit', die);
      worker.postMessage({id, bytes});
    });
  }

  #start(): Worker {
    const worker = new Worker(THREAD, {
      eval: true,
      workerData: {
        parser: createRequire(import.meta.url).resolve('postal-mime'),
        maxBody: 2_000_001,
        options: {maxNestingDepth: MAX_DEPTH, maxHeadersSize: MAX_HEADERS},
      },
      resourceLimits: {maxOldGenerationSizeMb: MEMORY_MB},
    });
    worker.unref();
    return worker;
  }

  #discard(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
    worker.on('error', () => undefined);
    void worker.terminate();
  }
}
