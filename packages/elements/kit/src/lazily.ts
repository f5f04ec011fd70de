/** Loads something once, when it is first asked for; undefined where it cannot be had now: asked again, it tries again. */
export const lazily = <T>(load: () => Promise<T>): (() => Promise<T | undefined>) => {
  let loaded: Promise<T | undefined> | undefined;
  return () =>
    (loaded ??= load().catch(() => {
      loaded = undefined;
      return undefined;
    }));
};
