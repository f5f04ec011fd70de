import {
  refuse,
  type CommandEnvelope,
  type CommandId,
  type Cursor,
  type Fact,
  type Query,
} from '@deskwire/domain';

import type {StreamClock} from '../clock.js';
import type {
  CommandResult,
  FileRequest,
  FileResult,
  Loss,
  PortSink,
  QueryResult,
  TypingNotice,
  Upload,
  UploadResult,
} from '../port.js';

import type {Request, TabMessage} from './messages.js';
import type {Role} from './role.js';

/** A leader that says nothing for so long is asked whether it is there; after as long again another tab takes over. */
const BEAT_MS = 5_000;

/** What a follower works with. */
export interface FollowerParts {
  readonly clock: StreamClock;
  /** This session's name on the channel. */
  readonly id: string;
  readonly sink: PortSink;
  /** Where this tab stands; undefined: only a snapshot helps. */
  cursor(): Cursor | undefined;
  facts(facts: readonly Fact[]): void;
  lost(loss: Loss): void;
  post(request: Request): void;
  /** Nobody leads, whoever holds the lock. */
  usurp(): void;
}

interface Question {
  readonly settle: (result: unknown) => void;
  readonly isFile: boolean;
  readonly onProgress?: ((part: number) => void) | undefined;
}

/** A tab that uses the connection of another one. */
export class Follower implements Role {
  readonly #parts: FollowerParts;
  readonly #commands = new Map<CommandId, (result: CommandResult) => void>();
  readonly #questions = new Map<number, Question>();
  #leader: string | undefined;
  #isWelcome = false;
  #asked = 0;
  #silentBeats = 0;
  #timer: unknown;

  constructor(parts: FollowerParts) {
    this.#parts = parts;
    this.#join();
    this.#watch();
  }

  hear(message: TabMessage): void {
    if ('to' in message && message.to !== this.#parts.id) return;
    if (message.type === 'lead') this.#follow(message.from);
    if (message.type === 'welcome') this.#leader ??= message.from;
    if (message.from !== this.#leader) return;
    this.#silentBeats = 0;
    this.#take(message);
  }

  send({id, command}: CommandEnvelope): Promise<CommandResult> {
    return new Promise((resolve) => {
      this.#commands.set(id, resolve);
      this.#parts.post({type: 'command', id, command});
    });
  }

  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>> {
    return this.#ask((ask) => ({type: 'query', ask, query}), {isFile: false});
  }

  upload({interactionId, file, signal, onProgress}: Upload): Promise<UploadResult> {
    const about = {isFile: true, signal, onProgress};
    return this.#ask((ask) => ({type: 'upload', ask, file: {interactionId, file}}), about);
  }

  download({interactionId, attachmentId, signal}: FileRequest): Promise<FileResult> {
    const file = {interactionId, attachmentId};
    return this.#ask((ask) => ({type: 'download', ask, file}), {isFile: true, signal});
  }

  notify(notice: TypingNotice): void {
    this.#parts.post({type: 'notify', notice});
  }

  close(): void {
    this.#parts.clock.clearTimeout(this.#timer);
    this.#breakFiles();
  }

  #join(): void {
    const cursor = this.#parts.cursor();
    this.#isWelcome = false;
    this.#parts.post({type: 'join', ...(cursor && {cursor})});
  }

  /** Another tab has the connection now: what went to the one before, it may not have passed on. */
  #follow(leader: string): void {
    if (leader === this.#leader) return;
    this.#leader = leader;
    this.#breakFiles();
    this.#join();
  }

  #take(message: TabMessage): void {
    const {sink, lost} = this.#parts;
    switch (message.type) {
      case 'welcome':
        return this.#welcome(message.now, message.facts);
      case 'facts':
        return this.#isWelcome ? this.#parts.facts(message.facts) : undefined;
      case 'notice':
        return this.#isWelcome ? sink.notice?.(message.notice) : undefined;
      case 'result':
        this.#commands.get(message.id)?.(message.result);
        this.#commands.delete(message.id);
        return;
      case 'answer':
        return this.#settle(message.ask, message.result);
      case 'progress':
        return this.#questions.get(message.ask)?.onProgress?.(message.part);
      case 'lost':
        return lost(message.loss);
      default:
        // Another tab's question.
        return;
    }
  }

  #welcome(now: number, facts: readonly Fact[]): void {
    if (this.#isWelcome) return;
    this.#isWelcome = true;
    // What has no answer yet is sent again now; it answers in place of what went before.
    this.#parts.sink.live({now});
    this.#parts.facts(facts);
  }

  #ask<R>(
    make: (ask: number) => Request,
    {isFile, signal, onProgress}: Omit<Question, 'settle'> & {readonly signal?: AbortSignal | undefined},
  ): Promise<R> {
    const ask = (this.#asked += 1);
    return new Promise((resolve) => {
      const settle = (result: unknown): void => resolve(result as R);
      this.#questions.set(ask, {settle, isFile, onProgress});
      signal?.addEventListener('abort', () => this.#abort(ask), {once: true});
      if (signal?.aborted) this.#abort(ask);
      else this.#parts.post(make(ask));
    });
  }

  #abort(ask: number): void {
    if (!this.#questions.has(ask)) return;
    this.#parts.post({type: 'abort', ask});
    this.#settle(ask, {ok: false, refusal: refuse('DW_FILE_BROKEN')});
  }

  #settle(ask: number, result: unknown): void {
    this.#questions.get(ask)?.settle(result);
    this.#questions.delete(ask);
  }

  #breakFiles(): void {
    for (const [ask, {isFile}] of [...this.#questions]) {
      if (isFile) this.#settle(ask, {ok: false, refusal: refuse('DW_FILE_BROKEN')});
    }
  }

  /** Asks a silent leader whether it is there. A page whose timers were asleep asks first as well. */
  #watch(): void {
    this.#timer = this.#parts.clock.setTimeout(() => {
      this.#silentBeats += 1;
      if (this.#silentBeats > 2) return this.#parts.usurp();
      this.#parts.post({type: 'ping'});
      this.#watch();
    }, BEAT_MS);
  }
}
