import {
  IMAGE_HEAD_LENGTH,
  imageTypeOf,
  refuse,
  type InlineImageType,
  type Refusal,
  type RefusalCode,
  type Who,
} from '@deskwire/domain';
import type {UploadResult} from '@deskwire/stream';

import type {Timers} from '../clock.js';

import type {FileStore, Offered} from './file-store.js';

/** Progress is told so often. */
const STEPS = 20;

/** Where an upload tells how it goes. */
export interface UploadListener {
  /** How much is there, 0 to 1. */
  progress(part: number): void;
  /** Called once, unless it was cancelled. */
  done(result: UploadResult): void;
}

/** One upload that is under way. */
interface Run {
  readonly who: Who;
  readonly offered: Offered;
  readonly listener: UploadListener;
  /** How it is going to break, where it is. */
  readonly failure: {readonly refusal: Refusal; readonly step: number} | undefined;
  /** What an image of a text turns out to be. */
  readonly image: Promise<InlineImageType | undefined> | undefined;
  step: number;
  stop: () => void;
}

const lookInto = async (file: Blob): Promise<InlineImageType | undefined> =>
  imageTypeOf(new Uint8Array(await file.slice(0, IMAGE_HEAD_LENGTH).arrayBuffer()));

const stepOf = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * STEPS);

/** Files on their way to the backend: they take their time, can break, and can come to a halt. */
export class Uploads {
  readonly #files: FileStore;
  readonly #timers: Timers;
  readonly #durationMs: number;
  readonly #halted = new Set<Run>();
  #haltAt = Infinity;
  #failure: Run['failure'];

  constructor(files: FileStore, timers: Timers, durationMs: number) {
    this.#files = files;
    this.#timers = timers;
    this.#durationMs = durationMs;
  }

  /** The next upload comes this far, and no further. */
  failNext(code: RefusalCode, part: number): void {
    this.#failure = {refusal: refuse(code), step: stepOf(part)};
  }

  /** Uploads come this far, or stay where they are if that is further, until {@link goOn}. */
  halt(part: number): void {
    this.#haltAt = stepOf(part);
  }

  goOn(): void {
    this.#haltAt = Infinity;
    const runs = [...this.#halted];
    this.#halted.clear();
    for (const run of runs) this.#next(run);
  }

  /**
   * Begins an upload.
   * @returns Cancels it: nothing more is told, and nothing is kept.
   */
  begin(who: Who, offered: Offered, listener: UploadListener): () => void {
    const checked = this.#files.check(who, offered);
    if (!checked.ok) {
      listener.done(checked);
      return () => undefined;
    }
    const run: Run = {
      ...{who, offered, listener, failure: this.#failure, step: 0, stop: () => undefined},
      image: offered.inline ? lookInto(offered.file) : undefined,
    };
    this.#failure = undefined;
    this.#next(run);
    return () => {
      run.stop();
      this.#halted.delete(run);
    };
  }

  #next(run: Run): void {
    if (run.step >= this.#haltAt) this.#halted.add(run);
    else if (run.step === run.failure?.step) run.listener.done({ok: false, refusal: run.failure.refusal});
    else if (run.step === STEPS) this.#finish(run);
    else run.stop = this.#timers.after(this.#durationMs / STEPS, () => this.#advance(run));
  }

  #finish(run: Run): void {
    const {who, offered, listener, image} = run;
    if (!image) {
      listener.done(this.#files.keep(who, offered));
      return;
    }
    let isWanted = true;
    run.stop = () => (isWanted = false);
    void image.then((type) => {
      if (isWanted) listener.done(this.#files.keepImage(who, offered, type));
    });
  }

  #advance(run: Run): void {
    run.step += 1;
    run.listener.progress(run.step / STEPS);
    this.#next(run);
  }
}
