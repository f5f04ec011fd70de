import type {Readable} from 'node:stream';

/**
 * Gives the parts of a stream to somebody who takes them one after the other, and reads no faster than that. The stream
 * stays whole whatever happens: who stops taking can still answer, or let the rest run out.
 * @throws Whatever `take` throws, the reason of the signal, or an error when the stream broke off.
 */
export const pump = (
  source: Readable,
  take: (part: Buffer) => Promise<void>,
  signal: AbortSignal,
): Promise<void> =>
  new Promise((resolve, reject) => {
    let taking = Promise.resolve();
    const listeners = {
      data: (part: Buffer): void => {
        source.pause();
        taking = take(part).then(() => void source.resume());
        taking.catch(stop);
      },
      end: (): void => void taking.then(() => stop(), stop),
      error: (error: Error): void => stop(error),
      // It follows the end too, while the last part is still being taken.
      close: (): void => {
        if (!source.readableEnded) stop(new Error('The stream broke off.'));
      },
    };
    const onAbort = (): void => stop(signal.reason as Error);
    const stop = (error?: Error): void => {
      for (const [event, listener] of Object.entries(listeners)) source.off(event, listener);
      signal.removeEventListener('abort', onAbort);
      source.pause();
      if (error === undefined) resolve();
      else reject(error);
    };
    if (signal.aborted) return onAbort();
    if (source.destroyed) return stop(new Error('The stream broke off.'));
    signal.addEventListener('abort', onAbort);
    for (const [event, listener] of Object.entries(listeners)) source.on(event, listener);
  });

/** What a sender may still send after it was refused, and for how long: time to read the refusal. */
const LINGER_BYTES = 4_000_000;
const LINGER_MS = 3_000;

/**
 * Lets the rest of a refused upload run out, so that its sender reads the refusal instead of a broken connection; whoever
 * goes on is cut off.
 */
export const letRunOut = (source: Readable): void => {
  if (source.destroyed || source.readableEnded) return;
  let left = LINGER_BYTES;
  const cut = (): void => void source.destroy();
  const timer = setTimeout(cut, LINGER_MS);
  source.on('data', (part: Buffer) => {
    left -= part.length;
    if (left < 0) cut();
  });
  source.on('close', () => clearTimeout(timer));
  source.on('error', () => undefined);
  source.resume();
};
