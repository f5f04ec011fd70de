import type {CommandEnvelope, Fact, Query, Refusal} from '@deskwire/domain';
import type {CommandResult, PortSession, PortSink, QueryResult} from '@deskwire/stream';

import type {Network} from './network.js';

/** What stands behind a session. */
export interface SessionBackend {
  command(envelope: CommandEnvelope): CommandResult;
  query<Q extends Query>(query: Q): QueryResult<Q['type']>;
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

  constructor(sink: PortSink, network: Network, backend: SessionBackend) {
    this.#sink = sink;
    this.#network = network;
    this.#backend = backend;
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
    this.#backend.over();
    return true;
  }
}
