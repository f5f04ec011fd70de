import {
  clockContext,
  createClock,
  languageContext,
  provideContext,
  streamContext,
  type ClockHandle,
  type Language,
  type LanguageHandle,
  type Provision,
} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import {fakeClock, type FakeClock} from '../fake-clock.js';
import type {FakeStream} from '../fake-stream.js';

import {Harness, settled} from './harness.js';

/** A language that a test changes, and that counts who listens. */
export class FakeLanguage implements LanguageHandle {
  readonly listeners = new Set<(language: Language) => void>();
  #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  current(): Language {
    return this.#language;
  }

  set(language: Language): void {
    this.#language = language;
    for (const listener of [...this.listeners]) listener(language);
  }

  subscribe(next: (language: Language) => void): {unsubscribe(): void} {
    const listener = (language: Language): void => {
      next(language);
    };
    this.listeners.add(listener);
    return {unsubscribe: () => void this.listeners.delete(listener)};
  }
}

/** A place in the page with a desk's three contexts, as `<dw-desk>` gives them. */
export interface Place {
  readonly container: HTMLElement;
  readonly language: FakeLanguage;
  readonly time: FakeClock;
  readonly clock: ClockHandle;
  readonly stream: Provision<StreamHandle | undefined>;
  close(): void;
}

/** How a widget is put into the page. */
export interface MountOptions<E extends HTMLElement> {
  readonly stream?: FakeStream;
  readonly locale?: 'en' | 'ko';
  readonly dir?: 'ltr' | 'rtl';
  readonly theme?: 'light' | 'dark';
  /** Width of the place, px. */
  readonly width?: number;
  readonly time?: FakeClock;
  /** The stream alone, without a language and a clock. */
  readonly bare?: boolean;
  readonly props?: Partial<E>;
}

/** Makes a place; take it away with `close`. */
export const makePlace = (options: MountOptions<HTMLElement> = {}): Place => {
  const {locale = 'en', dir = 'ltr', theme = 'light', width = 420, time = fakeClock()} = options;
  const container = document.createElement('div');
  container.dataset['dwTheme'] = theme;
  container.style.width = `${width}px`;
  container.style.background = theme === 'dark' ? '#14161a' : '#eceef1';
  container.dir = dir;
  document.body.append(container);
  const language = new FakeLanguage({locale, dir});
  const clock = createClock(time.now, time);
  const provisions = options.bare
    ? []
    : [provideContext(container, languageContext, language), provideContext(container, clockContext, clock)];
  const stream = provideContext(container, streamContext, options.stream?.handle);
  const close = (): void => {
    container.remove();
    for (const provision of [...provisions, stream]) provision.close();
  };
  return {container, language, time, clock, stream, close};
};

/** A widget in its place. */
export interface Mounted<E extends HTMLElement> extends Place {
  readonly element: E;
  readonly harness: Harness<E>;
}

const places = new Set<Place>();

/** Puts a widget into the page with the contexts of a desk. Call `unmountAll` after each test. */
export const mountWidget = async <E extends HTMLElement>(
  tag: string,
  options: MountOptions<E> = {},
): Promise<Mounted<E>> => {
  const place = makePlace(options as MountOptions<HTMLElement>);
  places.add(place);
  const element = Object.assign(document.createElement(tag) as E, options.props);
  place.container.append(element);
  await settled(element);
  return {...place, element, harness: new Harness(element)};
};

/** Takes everything away that was mounted. */
export const unmountAll = (): void => {
  for (const place of places) place.close();
  places.clear();
};
