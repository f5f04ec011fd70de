import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {Worker} from 'node:worker_threads';

import {quoteAt, type Fragment} from './parse/quotes.js';
import {readMail} from './parse/read-mail.js';
import {MAX_BODY_BYTES, THREAD, type RawParts} from './parse/thread.js';
import {fromBytes, fromRaw, type ParsedMail} from './parsed-mail.js';

/** A mail that takes longer is taken as it came. */
const PARSE_MS = 10_000;
const MEMORY_MB = 512;
const MAX_DEPTH = 64;
const MAX_HEADERS = 1024 * 1024;

/** Quotes are looked for so long and in so much of a text; after that our own rules must do. */
const QUOTE_MS = 1_000;
const QUOTE_LENGTH = 100_000;

type Question = {readonly bytes: Buffer; readonly withFiles: boolean} | {readonly text: string};

interface Answer {
  readonly id: number;
  readonly found?: unknown;
}

/** What is wanted of a mail. */
export interface ParseOptions {
  /** The bytes of its files too. */
  readonly withFiles?: boolean;
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
  parse(bytes: Buffer, {withFiles = false}: ParseOptions = {}): Promise<ParsedMail> {
    const parsed = this.#line.then(() => this.#attempt(bytes, withFiles));
    this.#line = parsed;
    return parsed;
  }

  /** Ends the thread. */
  async stop(): Promise<void> {
    await this.#line;
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #attempt(bytes: Buffer, withFiles: boolean): Promise<ParsedMail> {
    const raw = (await this.#ask({bytes, withFiles}, this.#patience)) as RawParts | undefined;
    try {
      if (!raw) return fromBytes(bytes);
      const mail = fromRaw(readMail(raw));
      // What has a head and no parts that anybody finds is shown as it came.
      if (raw.parts.length === 0 && mail.text === '') return {...mail, text: fromBytes(bytes).text};
      return await this.#withQuote(mail);
    } catch {
      return fromBytes(bytes);
    }
  }

  async #withQuote(mail: ParsedMail): Promise<ParsedMail> {
    const text = mail.text.slice(0, QUOTE_LENGTH);
    const patience = Math.min(QUOTE_MS, this.#patience);
    const fragments = text.includes('\n') ? await this.#ask({text}, patience) : undefined;
    const at = quoteAt(text, fragments as readonly Fragment[] | undefined);
    return at === undefined ? mail : {...mail, quoteAt: at};
  }

  /** Undefined where the thread failed, or took too long: then it is ended, and the next question begins a new one. */
  #ask(question: Question, patience: number): Promise<unknown> {
    const worker = (this.#worker ??= this.#start());
    const id = (this.#count += 1);
    return new Promise((resolve) => {
      const finish = (found: unknown, isDead: boolean): void => {
        clearTimeout(timer);
        worker.off('message', take).off('error', die).off('exit', die);
        if (isDead) this.#discard(worker);
        resolve(found);
      };
      const take = (answer: Answer): void => {
        if (answer.id === id) finish(answer.found, false);
      };
      const die = (): void => finish(undefined, true);
      const timer = setTimeout(die, patience);
      worker.on('message', take).on('error', die).on('exit', die);
      worker.postMessage({id, ...question});
    });
  }

  #start(): Worker {
    const require = createRequire(import.meta.url);
    const worker = new Worker(THREAD, {
      eval: true,
      workerData: {
        parser: require.resolve('postal-mime'),
        quotes: pathToFileURL(require.resolve('email-reply-parser')).href,
        maxBody: MAX_BODY_BYTES,
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
