import {localeOf, readAmbient, watchAmbient, type Language, type LanguageHandle} from '@deskwire/kit';

/** The language of a desk: its `language` and `dir`, else those of the page around it. */
export class DeskLanguage implements LanguageHandle {
  readonly #listeners = new Set<(language: Language) => void>();
  #language: Language = {locale: 'en', dir: 'ltr'};
  #stop: (() => void) | undefined;

  constructor(
    private readonly desk: HTMLElement,
    private readonly wanted: () => string,
    private readonly changed: () => void,
  ) {}

  /** Begins to follow the page; call when the desk is connected. */
  start(): void {
    this.#stop?.();
    this.#stop = watchAmbient(this.desk, this.read);
    this.read();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  current(): Language {
    return this.#language;
  }

  subscribe(next: (language: Language) => void): {unsubscribe(): void} {
    const listener = (language: Language): void => {
      next(language);
    };
    this.#listeners.add(listener);
    return {unsubscribe: () => void this.#listeners.delete(listener)};
  }

  /** Looks again at what is wanted, and tells where it is another language than before. */
  readonly read = (): void => {
    const {lang, dir} = readAmbient(this.desk);
    const locale = localeOf(this.wanted() || lang);
    const direction = dir.toLowerCase() === 'rtl' ? 'rtl' : 'ltr';
    if (locale === this.#language.locale && direction === this.#language.dir) return;
    this.#language = {locale, dir: direction};
    for (const listener of [...this.#listeners]) listener(this.#language);
    this.changed();
  };
}
