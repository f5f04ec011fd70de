import type {CommandEnvelope, Fact, Query, Refusal} from '@deskwire/domain';
import type {
  CommandResult,
  FileRequest,
  FileResult,
  PortSession,
  PortSink,
  QueryResult,
  TypingNotice,
  Upload,
  UploadResult,
} from '@deskwire/stream';

import type {Offered} from './chat/file-store.js';
import {Transfers} from './chat/transfers.js';
import type {UploadListener} from './chat/uploads.js';
import type {Network} from './network.js';

/** What stands behind a session. */
export interface SessionBackend {
  command(envelope: CommandEnvelope): CommandResult;
  query<Q extends Query>(query: Q): QueryResult<Q['type']>;
  /** Begins an upload. Returns what cancels it. */
  upload(offered: Offered, listener: UploadListener): () => void;
  download(request: Omit<FileRequest, 'signal'>): FileResult;
  notify(notice: TypingNotice): void;
  /** The session is over, for whatever reason. Called once. */
  over(): void;
}

/** One connection of one desk. Whatever it tells goes through the network, in order. */
export class Session implements PortSession {
  readonly #sink: PortSink;
  readonly #network: Network;
  readonly #backend: SessionBackend;
  /** `cut`: over, but the desk has not noticed yet. */
  #state: 'open' | 'cut' | 'over' = 'open';
  readonly #transfers: Transfers;

  constructor(sink: PortSink, network: Network, backend: SessionBackend) {
    this.#sink = sink;
    this.#network = network;
    this.#backend = backend;
    this.#transfers = new Transfers({
      toBackend: (run) => {
        network.toBackend(run);
      },
      toDesk: (run) => {
        this.#tell(run);
      },
    });
  }

  begin(now: number, facts: readonly Fact[]): void {
    this.#tell(() => {
      this.#sink.live({now});
    });
    this.tell(facts);
  }

  tell(facts: readonly Fact[]): void {
    if (facts.length > 0) {
      this.#tell(() => {
        this.#sink.facts(facts);
      });
    }
  }

  notice(notice: TypingNotice): void {
    this.#tell(() => {
      this.#sink.notice?.(notice);
    });
  }

  /** The cable breaks: what is under way is gone, and the desk learns only that it is. */
  cut(refusal: Refusal): void {
    if (!this.#leave('cut')) return;
    this.#network.toDesk(() => {
      if (this.#state !== 'cut') return;
      this.#state = 'over';
      this.#sink.lost({refusal, final: false});
    });
  }

  /** The backend ends it for good, after all that it has said. */
  expel(refusal: Refusal): void {
    this.#tell(() => {
      this.#leave('over');
      this.#sink.lost({refusal, final: true});
    });
  }

  send(envelope: CommandEnvelope): Promise<CommandResult> {
    return this.#ask(() => this.#backend.command(envelope));
  }

  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>> {
    return this.#ask(() => this.#backend.query(query));
  }

  upload({interactionId, file, inline = false, signal, onProgress}: Upload): Promise<UploadResult> {
    return this.#transfers.begin<UploadResult>(signal, ({tell, done}) => {
      const progress = (part: number): void => {
        tell(() => onProgress?.(part));
      };
      return this.#backend.upload({interactionId, file, inline}, {progress, done});
    });
  }

  download({signal, ...wanted}: FileRequest): Promise<FileResult> {
    return this.#transfers.begin<FileResult>(signal, ({done}) => {
      done(this.#backend.download(wanted));
      return () => undefined;
    });
  }

  notify(notice: TypingNotice): void {
    this.#network.toBackend(() => {
      if (this.#state === 'open') this.#backend.notify(notice);
    });
  }

  close(): void {
    this.#leave('over');
    this.#state = 'over';
  }

  /** There and back. A session that ends in between leaves the promise open, as the port's contract wants it. */
  #ask<T>(answer: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (this.#state !== 'open') return;
      this.#network.toBackend(() => {
        if (this.#state !== 'open') return;
        const result = answer();
        this.#tell(() => {
          resolve(result);
        });
      });
    });
  }

  #tell(say: () => void): void {
    if (this.#state !== 'open') return;
    this.#network.toDesk(() => {
      if (this.#state === 'open') say();
    });
  }

  /** @returns Whether it was open. */
  #leave(to: 'cut' | 'over'): boolean {
    if (this.#state !== 'open') return false;
    this.#state = to;
    this.#transfers.breakAll();
    this.#backend.over();
    return true;
  }
}
