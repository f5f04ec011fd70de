import {safeError, type Log} from '../log.js';
import type {HistoryStore, Rows} from '../store/index.js';

/** Contacts at once: what waits behind one of these transactions waits some milliseconds. */
const MOST = 100;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Gives the contacts of an older store their rows, a few at a time and beside everything else. Stopped, it goes on from
 * there in the next process.
 */
export class Backfill {
  #isStopped = false;
  #running: Promise<void> | undefined;

  /** Begins. */
  start(store: HistoryStore, rows: Rows, log: Log): void {
    this.#running = this.#run(store, rows).catch((error: unknown) => {
      log.error({error: safeError(error)}, 'history was not completed');
    });
  }

  /** Begins no further part; resolves after the one that is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #run(store: HistoryStore, rows: Rows): Promise<void> {
    while (!this.#isStopped && (await store.backfill(rows, MOST))) await turn();
  }
}
