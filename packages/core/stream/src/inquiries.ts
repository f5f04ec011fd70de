import {refuse, type Query, type Refusal} from '@deskwire/domain';

import type {StreamClock} from './clock.js';
import type {PortSession, QueryResult} from './port.js';

/** A question that has no answer yet. */
interface Inquiry {
  ask(session: PortSession): void;
  settle(refusal: Refusal): void;
}

/** Questions under way. They ask for nothing to be done, so a lost one is simply asked again through the next session. */
export class Inquiries {
  readonly #clock: StreamClock;
  readonly #timeoutMs: number;
  readonly #open = new Set<Inquiry>();
  #session: PortSession | undefined;

  constructor(clock: StreamClock, timeoutMs: number) {
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
  }

  /** Answers, or refuses with DW_SEND_TIMEOUT; never rejects. */
  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>> {
    return new Promise((resolve) => {
      const inquiry = this.#inquiry(query, resolve);
      this.#open.add(inquiry);
      if (this.#session) inquiry.ask(this.#session);
    });
  }

  up(session: PortSession): void {
    this.#session = session;
    for (const inquiry of [...this.#open]) inquiry.ask(session);
  }

  down(): void {
    this.#session = undefined;
  }

  /** Nothing can be asked any more. */
  over(refusal: Refusal): void {
    for (const inquiry of [...this.#open]) inquiry.settle(refusal);
  }

  #inquiry<Q extends Query>(query: Q, resolve: (result: QueryResult<Q['type']>) => void): Inquiry {
    const done = (result: QueryResult<Q['type']>): void => {
      this.#clock.clearTimeout(timer);
      this.#open.delete(inquiry);
      resolve(result);
    };
    const broken = (session: PortSession): void => {
      if (this.#session === session) inquiry.settle(refuse('DW_SERVER_FAILED'));
    };
    const inquiry: Inquiry = {
      settle: (refusal) => done({ok: false, refusal}),
      ask: (session) => {
        try {
          session.query(query).then(done, () => broken(session));
        } catch {
          broken(session);
        }
      },
    };
    const timer = this.#clock.setTimeout(
      () => inquiry.settle(refuse(this.#session ? 'DW_SEND_TIMEOUT' : 'DW_SEND_OFFLINE')),
      this.#timeoutMs,
    );
    return inquiry;
  }
}
