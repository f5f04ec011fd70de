import {safeError, type Log} from '../log.js';
import type {InspectedFile, InspectFile, Inspection} from './inspect.js';
import type {FileLimits} from './limits.js';

/** Has files looked into, a few at once and each within its time. */
export class Inspector {
  readonly #inspect: InspectFile;
  readonly #limits: FileLimits;
  readonly #log: Log;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(inspect: InspectFile, limits: FileLimits, log: Log) {
    this.#inspect = inspect;
    this.#limits = limits;
    this.#log = log;
  }

  /** What is in the file. Never rejects: what cannot be looked into is unreadable. */
  async look(file: InspectedFile): Promise<Inspection> {
    if (this.#busy >= this.#limits.inspectAtOnce) await new Promise<void>((go) => this.#waiting.push(go));
    this.#busy += 1;
    const begun = performance.now();
    try {
      const inspection = await this.#inTime(file);
      const ms = Math.round(performance.now() - begun);
      const {verdict, why} = inspection;
      this.#log.info(
        {verdict, type: file.type, size: file.size, ms, ...(why ? {why} : {})},
        'file inspected',
      );
      return inspection;
    } finally {
      this.#busy -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #inTime(file: InspectedFile): Promise<Inspection> {
    const signal = AbortSignal.timeout(this.#limits.inspectSeconds * 1_000);
    const late = new Promise<Inspection>((resolve) =>
      signal.addEventListener('abort', () => resolve({verdict: 'unreadable', why: 'too-long'}), {once: true}),
    );
    try {
      return await Promise.race([this.#inspect(file, signal), late]);
    } catch (error) {
      this.#log.error({error: safeError(error)}, 'inspection failed');
      return {verdict: 'unreadable', why: 'failed'};
    }
  }
}
