import type {ReactiveController} from 'lit';
import type {Label} from '@deskwire/domain';

import {readAmbient, watchAmbient} from '../ambient.js';
import {consumeContext, type ControllerHost} from '../context/consume.js';
import {
  languageContext,
  type Direction,
  type Language,
  type LanguageHandle,
  type Locale,
} from '../contexts.js';
import {
  fill,
  formatNumber,
  formatTime,
  type Catalogue,
  type Word,
  type WordParams,
} from '../words/catalogue.js';

/** The language of a text by its tag: Korean where it starts so, English otherwise. */
export const localeOf = (tag: string): Locale => (/^ko\b/i.test(tag) ? 'ko' : 'en');

/** Begins with no letter, or ends in a mark. */
const LOOSE_ENDS = /^\P{L}|[^\p{L}\p{N}]$/u;

const directionOf = (dir: string): Direction => (dir.toLowerCase() === 'rtl' ? 'rtl' : 'ltr');

/** A tenant's label in a language. */
export const labelText = (locale: Locale, label: Label): string =>
  typeof label === 'string' ? label : label[locale];

/**
 * The host's language and its own words. The language is that of the desk (`<dw-desk language dir>`), else that of the
 * nearest `lang` and `dir` attributes; the host re-renders whenever it changes (HOST-8). Put `lang` and `dir` of this
 * controller on the outermost element of the template.
 */
export class LanguageController<E extends Readonly<Record<string, Word>>> implements ReactiveController {
  readonly #handle: () => LanguageHandle | undefined;
  #subscription: {unsubscribe(): void} | undefined;
  #listened: LanguageHandle | undefined;
  #stop: (() => void) | undefined;
  #language: Language = {locale: 'en', dir: 'ltr'};

  constructor(
    private readonly host: ControllerHost,
    private readonly words: Catalogue<E>,
  ) {
    this.#handle = consumeContext(host, languageContext, () => {
      if (host.isConnected) this.#arm();
    });
    host.addController(this);
  }

  /** `en` or `ko`; for the `lang` attribute too. */
  get locale(): Locale {
    return this.#language.locale;
  }

  /** `ltr` or `rtl`; for the `dir` attribute too. */
  get dir(): Direction {
    return this.#language.dir;
  }

  /** A text of the host's catalogue: `t('hold')`, `t('accept', {count: 3})`. Keys and places are checked by the compiler. */
  t<K extends keyof E & string>(key: K, ...[params]: WordParams<E[K]>): string {
    return this.#apart(fill(this.locale, this.words[this.locale][key], params));
  }

  /**
   * Our languages run from left to right. In a page that runs the other way a text that begins or ends in marks or digits
   * stands apart from what is around it, or its full stop and its "6 of 9" would come out in the page's order.
   */
  #apart(text: string, begin = '\u2066'): string {
    return this.dir === 'rtl' && LOOSE_ENDS.test(text) ? `${begin}${text}\u2069` : text;
  }

  /** A label that the tenant wrote, in whichever direction its first letter runs. */
  label(label: Label): string {
    return this.#apart(labelText(this.locale, label), '\u2068');
  }

  number(value: number): string {
    return formatNumber(this.locale, value);
  }

  /** A point in time, epoch milliseconds. Options are cached: pass a constant. */
  time(at: number, options: Intl.DateTimeFormatOptions = {hour: '2-digit', minute: '2-digit'}): string {
    return this.#apart(formatTime(this.locale, at, options));
  }

  hostConnected(): void {
    this.#stop = watchAmbient(this.host, this.#read);
    this.#arm();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#subscription?.unsubscribe();
    this.#stop = this.#subscription = this.#listened = undefined;
  }

  #arm(): void {
    const handle = this.#handle();
    if (handle !== this.#listened) {
      this.#subscription?.unsubscribe();
      this.#listened = handle;
      this.#subscription = handle?.subscribe(this.#read);
    }
    this.#read();
  }

  readonly #read = (): void => {
    const next = this.#handle()?.current() ?? this.#fromPage();
    if (next.locale === this.locale && next.dir === this.dir) return;
    this.#language = next;
    this.host.requestUpdate();
  };

  #fromPage(): Language {
    const {lang, dir} = readAmbient(this.host);
    return {locale: localeOf(lang), dir: directionOf(dir)};
  }
}
