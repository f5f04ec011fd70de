import {
  refuse,
  type CommandEnvelope,
  type Cursor,
  type DeskState,
  type Fact,
  type Query,
} from '@deskwire/domain';

import type {StreamClock} from '../clock.js';
import type {
  FileRequest,
  FileResult,
  Loss,
  Port,
  PortSession,
  PortSink,
  QueryResult,
  TypingNotice,
  Upload,
  UploadResult,
} from '../port.js';

import type {Memory} from './memory.js';
import type {Report, TabMessage} from './messages.js';
import {NO_FILES, type Role} from './role.js';

/** What a leader works with. */
export interface LeaderParts {
  readonly port: Port;
  readonly clock: StreamClock;
  readonly memory: Memory;
  /** This tab's own stream. */
  readonly sink: PortSink;
  state(): DeskState;
  /** Where this tab stands; undefined: only a snapshot helps. */
  cursor(): Cursor | undefined;
  facts(facts: readonly Fact[]): void;
  lost(loss: Loss): void;
  post(report: Report): void;
}

/** The token is one tab's own: another tab may come in with its own. Everything else is true for all. */
const forOthers = ({refusal, final}: Loss): Loss => ({
  refusal,
  final: final && !refusal.code.startsWith('DW_AUTH_'),
});

/** A session that throws is broken, as it would be for its own tab. */
const BROKEN = {ok: false, refusal: refuse('DW_SERVER_FAILED')} as const;

/** The tab that has the connection: it tells the others what it hears, and asks what they ask. */
export class Leader implements Role {
  readonly #parts: LeaderParts;
  readonly #session: PortSession;
  readonly #joining = new Map<string, Cursor | undefined>();
  readonly #transfers = new Map<string, AbortController>();
  #skew: number | undefined;
  #isOver = false;

  constructor(parts: LeaderParts) {
    this.#parts = parts;
    parts.post({type: 'lead'});
    this.#session = parts.port.open(this.#sink(), parts.cursor());
  }

  /** Takes what another tab says. */
  hear(message: TabMessage): void {
    const {from} = message;
    switch (message.type) {
      case 'join':
        this.#joining.set(from, message.cursor);
        return this.#welcome();
      case 'ping':
        return this.#parts.post({type: 'lead'});
      case 'command':
        return this.#command(from, {id: message.id, command: message.command});
      case 'query':
        return this.#answer(from, message.ask, this.#session.query(message.query));
      case 'upload':
      case 'download':
        return this.#transfer(from, message);
      case 'abort':
        return this.#transfers.get(`${from} ${message.ask}`)?.abort();
      case 'notify':
        return this.#session.notify?.(message.notice);
      default:
        // The report of one that leads no more.
        return;
    }
  }

  send(envelope: CommandEnvelope): ReturnType<PortSession['send']> {
    return this.#session.send(envelope);
  }

  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>> {
    return this.#session.query(query);
  }

  upload(upload: Upload): Promise<UploadResult> | undefined {
    return this.#session.upload?.(upload);
  }

  download(request: FileRequest): Promise<FileResult> | undefined {
    return this.#session.download?.(request);
  }

  notify(notice: TypingNotice): void {
    this.#session.notify?.(notice);
  }

  close(): void {
    this.#isOver = true;
    for (const transfer of this.#transfers.values()) transfer.abort();
    // A port may be lost while it opens: then there is no session yet.
    (this.#session as PortSession | undefined)?.close();
  }

  #sink(): PortSink {
    const {sink, post, clock} = this.#parts;
    return {
      live: ({now}) => {
        if (this.#isOver) return;
        this.#skew = now - clock.now();
        sink.live({now});
        this.#welcome();
      },
      facts: (facts) => {
        if (this.#isOver) return;
        this.#parts.facts(facts);
        // This tab missed one and has given up: whoever leads next asks for it.
        if (this.#isOver) return;
        post({type: 'facts', facts});
        this.#welcome();
      },
      notice: (notice) => {
        if (this.#isOver) return;
        sink.notice?.(notice);
        post({type: 'notice', notice});
      },
      lost: (loss) => {
        if (this.#isOver) return;
        post({type: 'lost', loss: forOthers(loss)});
        this.#parts.lost(loss);
      },
    };
  }

  /** Tells those who wait where the desk stands, once that is known here. */
  #welcome(): void {
    const {clock, memory, state, cursor} = this.#parts;
    if (this.#isOver || this.#skew === undefined || !cursor()) return;
    const now = clock.now() + this.#skew;
    for (const [to, at] of [...this.#joining]) {
      const facts = memory.since(at, state(), now);
      if (!facts) continue;
      this.#joining.delete(to);
      this.#post({type: 'welcome', to, now, facts});
    }
  }

  #command(to: string, envelope: CommandEnvelope): void {
    const {id} = envelope;
    void this.#session
      .send(envelope)
      .catch(() => BROKEN)
      .then((result) => this.#post({type: 'result', to, id, result}));
  }

  #transfer(to: string, message: Extract<TabMessage, {type: 'upload' | 'download'}>): void {
    const {ask} = message;
    const key = `${to} ${ask}`;
    const stop = new AbortController();
    const {signal} = stop;
    this.#transfers.set(key, stop);
    const onProgress = (part: number): void => this.#post({type: 'progress', to, ask, part});
    const running: Promise<UploadResult | FileResult> =
      (message.type === 'upload'
        ? this.upload({...message.file, signal, onProgress})
        : this.download({...message.file, signal})) ?? Promise.resolve(NO_FILES);
    this.#answer(to, ask, running);
    void running.catch(() => undefined).then(() => this.#transfers.delete(key));
  }

  /** A session that is over owes no answer: the other tab asks again when the next one is there. */
  #answer(to: string, ask: number, running: Promise<QueryResult | UploadResult | FileResult>): void {
    void running.catch(() => BROKEN).then((result) => this.#post({type: 'answer', to, ask, result}));
  }

  #post(report: Report): void {
    if (!this.#isOver) this.#parts.post(report);
  }
}
