import {refuse} from '@deskwire/domain';
import {step, type Centre, type EngineEnv, type Input} from '@deskwire/engine';

import {safeError, type Log} from '../log.js';
import type {Batch, Store} from '../store/index.js';
import {
  doneCommand,
  doneKey,
  Flush,
  type Alongside,
  type Outcome,
  type Queued,
  type Step,
  type Told,
} from './flush.js';
import type {UnsentFiles} from './flush-files.js';

/** Counts what the host does; the metrics listen. */
export interface HostMeter {
  input(input: Input, outcome: Outcome): void;
  commit(seconds: number, batch: Batch): void;
}

/** What a host is made of. */
export interface CentreHostOptions {
  readonly centre: Centre;
  readonly store: Store;
  readonly env: EngineEnv;
  readonly log: Log;
  readonly meter?: HostMeter;
  /** Files that messages may name; without them there are none. */
  readonly unsent?: UnsentFiles;
}

/** No two batches begin closer to each other than this. */
const GATHER_MS = 2;

const SERVER_FAILED: Outcome = {ok: false, refusal: refuse('DW_SERVER_FAILED')};

const NO_FILES: UnsentFiles = {get: () => undefined};

const isEmpty = ({facts, done, inbox, outbox, files, meta}: Batch): boolean =>
  facts.length + done.length + inbox.length + outbox.length + files.length + Object.keys(meta).length === 0;

/**
 * The one owner of the centre. Inputs wait in line; each flush steps the engine through all of them, commits what came
 * of it as one batch, and only then lets anybody know. A commit that fails leaves the centre as it was, since steps
 * are pure, and everybody in the flush is refused with DW_SERVER_FAILED.
 */
export class CentreHost {
  readonly #store: Store;
  readonly #env: EngineEnv;
  readonly #log: Log;
  readonly #meter: HostMeter | undefined;
  readonly #unsent: UnsentFiles;
  readonly #listeners = new Set<(told: Told) => void>();
  #centre: Centre;
  #queue: Queued[] = [];
  #flushing: Promise<void> | undefined;
  #flushedAt = -Infinity;
  #isOpen = true;
  #isHealthy = true;

  constructor({centre, store, env, log, meter, unsent = NO_FILES}: CentreHostOptions) {
    this.#centre = centre;
    this.#store = store;
    this.#env = env;
    this.#log = log;
    this.#meter = meter;
    this.#unsent = unsent;
  }

  /** The centre as it is stored. */
  get centre(): Centre {
    return this.#centre;
  }

  /** False while the store does not take what is given to it. */
  get isHealthy(): boolean {
    return this.#isHealthy;
  }

  /** Calls back for each step that made facts, in order, after they were stored. Returns the way out. */
  listen(listener: (told: Told) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Gives the engine something to do. Resolves after what came of it was stored and the listeners were told.
   * @param alongside Kept together with the facts, and only if the engine did not refuse.
   */
  submit(input: Input, alongside: Alongside = {}): Promise<Outcome> {
    if (!this.#isOpen) return Promise.resolve(SERVER_FAILED);
    return new Promise((settle) => {
      this.#queue.push({input, alongside, settle});
      this.#flushing ??= this.#flushAll();
    });
  }

  /** Finishes what is in line and takes no more. */
  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#flushing;
  }

  async #flushAll(): Promise<void> {
    while (this.#queue.length) {
      await this.#gather();
      const queue = this.#queue;
      this.#queue = [];
      await this.#flush(queue);
      this.#flushedAt = performance.now();
    }
    this.#flushing = undefined;
  }

  /**
   * What arrives together is stored together: a lone input waits for the rest of this turn of the event loop, a stream
   * of them for {@link GATHER_MS} since the last sync of the disk.
   */
  #gather(): Promise<void> {
    const wait = this.#flushedAt + GATHER_MS - performance.now();
    return new Promise((resolve) => {
      if (wait > 0) setTimeout(resolve, wait);
      else setImmediate(resolve);
    });
  }

  async #flush(queue: readonly Queued[]): Promise<void> {
    let flush: Flush;
    try {
      flush = new Flush(this.#centre, await this.#doneBefore(queue), this.#unsent, this.#step);
      for (const queued of queue) flush.take(queued);
      await this.#commit(flush.batch());
    } catch (error) {
      this.#isHealthy = false;
      this.#log.error({error: safeError(error), inputs: queue.length}, 'commit failed');
      for (const {input, settle} of queue) this.#settle(input, settle, SERVER_FAILED);
      return;
    }
    this.#centre = flush.centre;
    for (const told of flush.told) this.#tell(told);
    for (const [{input, settle}, outcome] of flush.outcomes) this.#settle(input, settle, outcome);
  }

  async #doneBefore(queue: readonly Queued[]): Promise<readonly string[]> {
    const commands = queue.flatMap((queued) => doneCommand(queued) ?? []);
    return commands.length ? (await this.#store.findDone(commands)).map(doneKey) : [];
  }

  /** An input that breaks the engine must not take the others of its flush with it. */
  #step: Step = (centre, input) => {
    try {
      return step(centre, input, this.#env);
    } catch (error) {
      this.#log.error({error: safeError(error), input: input.kind}, 'step failed');
      return {centre, facts: [], result: SERVER_FAILED};
    }
  };

  async #commit(batch: Batch): Promise<void> {
    if (isEmpty(batch)) return;
    const begun = performance.now();
    await this.#store.commit(batch);
    this.#isHealthy = true;
    this.#meter?.commit((performance.now() - begun) / 1_000, batch);
  }

  /** A listener that fails must not keep the others, or the answer, from what is true already. */
  #tell(told: Told): void {
    for (const listener of this.#listeners) {
      try {
        listener(told);
      } catch (error) {
        this.#log.error({error: safeError(error)}, 'listener failed');
      }
    }
  }

  #settle(input: Input, settle: Queued['settle'], outcome: Outcome): void {
    this.#meter?.input(input, outcome);
    settle(outcome);
  }
}
