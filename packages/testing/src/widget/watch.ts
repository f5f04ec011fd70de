/** What went wrong in the page while a test ran. */
export interface Watch {
  readonly faults: readonly string[];
  stop(): void;
}

/** Listens to uncaught errors, unhandled rejections, and what is written with `console.error` and `console.warn`. */
export const watchFaults = (): Watch => {
  const faults: string[] = [];
  const onError = (event: ErrorEvent): void => void faults.push(event.message);
  const onRejection = (event: PromiseRejectionEvent): void => void faults.push(String(event.reason));
  const {error, warn} = console;
  const note = (...parts: readonly unknown[]): void => {
    const line = parts.map(String).join(' ');
    if (!line.includes('Lit is in dev mode')) faults.push(line);
  };
  Object.assign(console, {error: note, warn: note});
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onRejection);
  return {
    faults,
    stop: () => {
      Object.assign(console, {error, warn});
      removeEventListener('error', onError);
      removeEventListener('unhandledrejection', onRejection);
    },
  };
};
