import {Worker} from 'node:worker_threads';

import type {InspectedFile, InspectFile, Inspection} from '../files/inspect.js';

/** What one file may take. Time in milliseconds, memory in megabytes. */
export interface WorkerLimits {
  readonly timeMs: number;
  readonly memoryMb: number;
}

const LIMITS: WorkerLimits = {timeMs: 30_000, memoryMb: 512};

const unreadable = (why: string): Inspection => ({verdict: 'unreadable', why});

/**
 * Looks into each file in a thread of its own, with a limit of its memory and its time: whatever a file does to its
 * reader, the gateway goes on.
 * @param worker The thread's module.
 */
export const inspectInWorker =
  (worker: URL, limits: WorkerLimits = LIMITS): InspectFile =>
  (file: InspectedFile, signal: AbortSignal) =>
    new Promise<Inspection>((resolve) => {
      const thread = new Worker(worker, {
        workerData: file,
        resourceLimits: {maxOldGenerationSizeMb: limits.memoryMb, stackSizeMb: 8},
        // What a library prints about a file could name what is in it.
        stdout: true,
        stderr: true,
        env: {},
      });
      const done = (found: Inspection): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        resolve(found);
        void thread.terminate();
      };
      const stop = (): void => done(unreadable('stopped'));
      const timer = setTimeout(() => done(unreadable('too-slow')), limits.timeMs);
      signal.addEventListener('abort', stop);
      thread.once('message', (found: Inspection) => done(found));
      thread.once('error', (error: NodeJS.ErrnoException) =>
        done(unreadable(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much-memory' : 'broken')),
      );
      thread.once('exit', () => done(unreadable('broken')));
      if (signal.aborted) stop();
    });

/** The thread's module of the gateway as it is published. */
export const inspectFile: InspectFile = inspectInWorker(new URL('./worker.js', import.meta.url));
