import {createContext} from '@lit/context';
import type {StreamHandle, Subscribable} from '@deskwire/stream';

/** The two languages of the desk. */
export const LOCALES = ['en', 'ko'] as const;
/** One of {@link LOCALES}. */
export type Locale = (typeof LOCALES)[number];
/** Writing direction. */
export type Direction = 'ltr' | 'rtl';

/** The language in force and which way it runs. */
export interface Language {
  readonly locale: Locale;
  readonly dir: Direction;
}

/**
 * How a provider tells the language. Crosses bundles: plain data and functions only. `subscribe` calls on every change
 * after now; what holds now is `current()`.
 */
export interface LanguageHandle {
  current(): Language;
  subscribe(next: (language: Language) => void): {unsubscribe(): void};
}

/** Desk time, epoch milliseconds, and one beat per second for everything that shows a running time. */
export interface ClockHandle {
  now(): number;
  readonly everySecond: Subscribable<number>;
}

/**
 * The keys are registered symbols with a version, so that bundles built apart meet; a value that changed its shape
 * would get `@2`. State never travels through context: these handles do, and they stay the same for a desk's life.
 */
export const streamContext = createContext<StreamHandle | undefined>(Symbol.for('deskwire/stream@1'));
/** Provides a {@link LanguageHandle}. */
export const languageContext = createContext<LanguageHandle | undefined>(Symbol.for('deskwire/language@1'));
/** Provides a {@link ClockHandle}. */
export const clockContext = createContext<ClockHandle | undefined>(Symbol.for('deskwire/clock@1'));
