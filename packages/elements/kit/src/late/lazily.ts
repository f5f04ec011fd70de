/** Something that is loaded when it is asked for; undefined where it cannot be had now: asked again, it tries again. */
export interface Later<T> {
  (): Promise<T | undefined>;
  /** It, once it is there. */
  readonly loaded?: T | undefined;
}

/** What Chromium says of a module that it could not fetch. */
const LOST = /^Failed to fetch dynamically imported module: ([^#\s]+)/;

const addressIn = (error: unknown): string | undefined =>
  error instanceof TypeError ? LOST.exec(error.message)?.[1] : undefined;

/**
 * Whether an import map of the page vouches for what is loaded. It knows addresses without a fragment only: with one, a
 * file that was refused for its content would be let in.
 */
const isVouchedFor = (): boolean =>
  typeof document === 'object' &&
  [...document.scripts].some(({type, text}) => type === 'importmap' && text.includes('"integrity"'));

/**
 * Loads a module once, when it is first asked for. A browser may remember for as long as the page lives that an address
 * could not be fetched, and not even ask again; a fragment makes it another address for it, and none for the server.
 * @param load Nothing but the import: `lazily(() => import('./x.js'))`.
 */
export const lazily = <T>(load: () => Promise<T>): Later<T> => {
  let underWay: Promise<T | undefined> | undefined;
  let lost: string | undefined;
  let tries = 0;
  const fetchIt = (): Promise<T> =>
    lost === undefined || isVouchedFor()
      ? load()
      : (import(/* @vite-ignore */ /* webpackIgnore: true */ `${lost}#${tries}`) as Promise<T>);
  const later: {(): Promise<T | undefined>; loaded?: T | undefined} = () =>
    (underWay ??= fetchIt().then(
      (it) => (later.loaded = it),
      (error: unknown) => {
        underWay = undefined;
        lost ??= addressIn(error);
        tries += 1;
        return undefined;
      },
    ));
  return later;
};
