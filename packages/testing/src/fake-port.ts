import {
  refuse,
  type CommandEnvelope,
  type Cursor,
  type Fact,
  type Query,
  type RefusalCode,
} from '@deskwire/domain';
import type {
  CommandResult,
  FileRequest,
  FileResult,
  Port,
  PortSession,
  PortSink,
  QueryResult,
  TypingNotice,
  Upload,
  UploadResult,
} from '@deskwire/stream';

import {NOON} from './fixtures/people.js';

/** A command that a {@link FakeSession} was given. The test answers it, or does not. */
export interface FakeSending extends CommandEnvelope {
  answer(result: CommandResult): void;
  /** What a port must not do. */
  reject(reason: unknown): void;
}

/** A question that a {@link FakeSession} was asked. */
export interface FakeAsking {
  readonly query: Query;
  answer(result: QueryResult): void;
}

/** A file that a {@link FakeSession} was given, or asked for. */
export interface FakeTransfer<Asked, Result> {
  readonly asked: Asked;
  answer(result: Result): void;
  reject(reason: unknown): void;
}

/** One session of a {@link FakePort}: keeps what it is given, and tells what the test tells it to. */
export class FakeSession implements PortSession {
  readonly sent: FakeSending[] = [];
  readonly asked: FakeAsking[] = [];
  readonly uploads: FakeTransfer<Upload, UploadResult>[] = [];
  readonly downloads: FakeTransfer<FileRequest, FileResult>[] = [];
  /** What the desk told about its viewer, oldest first. */
  readonly notices: TypingNotice[] = [];
  isClosed = false;
  readonly cursor: Cursor | undefined;
  readonly #sink: PortSink;

  constructor(sink: PortSink, cursor: Cursor | undefined) {
    this.#sink = sink;
    this.cursor = cursor;
  }

  readonly live = (now: number = NOON): void => this.#sink.live({now});

  /** Tells facts, all at once. */
  readonly tell = (...facts: readonly Fact[]): void => this.#sink.facts(facts);

  readonly lose = (code: RefusalCode = 'DW_SEND_OFFLINE', final = false): void =>
    this.#sink.lost({refusal: refuse(code), final});

  send(envelope: CommandEnvelope): Promise<CommandResult> {
    return new Promise((answer, reject) => this.sent.push({...envelope, answer, reject}));
  }

  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>> {
    return new Promise((resolve) => {
      this.asked.push({query, answer: (result) => resolve(result as QueryResult<Q['type']>)});
    });
  }

  /** Somebody writes, or stopped. */
  readonly notice = (notice: TypingNotice): void => this.#sink.notice?.(notice);

  upload(asked: Upload): Promise<UploadResult> {
    return new Promise((answer, reject) => this.uploads.push({asked, answer, reject}));
  }

  download(asked: FileRequest): Promise<FileResult> {
    return new Promise((answer, reject) => this.downloads.push({asked, answer, reject}));
  }

  notify(notice: TypingNotice): void {
    this.notices.push(notice);
  }

  close(): void {
    this.isClosed = true;
  }
}

/** A port that does what a test says, right or wrong. No backend: for the parts on this side of the port. */
export class FakePort implements Port {
  readonly name = 'fake';
  readonly sessions: FakeSession[] = [];
  /** Runs inside `open`, before the session is handed over: for ports that tell at once. */
  whenOpened: ((session: FakeSession) => void) | undefined;

  open(sink: PortSink, cursor: Cursor | undefined): PortSession {
    const session = new FakeSession(sink, cursor);
    this.sessions.push(session);
    this.whenOpened?.(session);
    return session;
  }

  /** The newest session. */
  get last(): FakeSession {
    const session = this.sessions.at(-1);
    if (!session) throw new Error('the port was never opened');
    return session;
  }
}
