/** For browsers without `requestIdleCallback`: the page has settled by then. Milliseconds. */
const SETTLED = 2_000;

/** Runs something when the page has nothing better to do. @returns Ends it. */
export const whenIdle = (run: () => void): (() => void) => {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, SETTLED);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = requestIdleCallback(run);
  return () => {
    cancelIdleCallback(handle);
  };
};
