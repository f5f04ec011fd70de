import type {Locale} from '../contexts.js';

/** Words that depend on a number: `count` picks the form by the language's own rules, `=0` before them. */
export interface Plural {
  readonly one?: string;
  readonly other: string;
  readonly '=0'?: string;
}

/** A text with `{name}` places, or its plural forms. */
export type Word = string | Plural;

type Places<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
type Needs<W> = W extends string
  ? Places<W>
  : W extends {readonly other: infer O}
    ? Places<O> | 'count'
    : never;

/** What `t` wants for one word: nothing, or a value for each of its places. */
export type WordParams<W> = [Needs<W>] extends [never]
  ? []
  : [params: {readonly [P in Needs<W>]: P extends 'count' ? number : string | number}];

/** A widget's words: keys and places are those of the English ones, and the compiler holds Korean to the same keys. */
export interface Catalogue<E extends Readonly<Record<string, Word>> = Readonly<Record<string, Word>>> {
  readonly en: E;
  readonly ko: {readonly [K in keyof E]: E[K] extends string ? string : Plural};
}

/** A catalogue, typed by its English words. Missing or surplus Korean keys do not compile. */
export const defineWords = <const E extends Readonly<Record<string, Word>>>(
  words: Catalogue<E>,
): Catalogue<E> => words;

const formatters = new Map<string, unknown>();
const cached = <F>(key: string, make: () => F): F => {
  const known = formatters.get(key) as F | undefined;
  if (known) return known;
  const made = make();
  formatters.set(key, made);
  return made;
};

/** A number as the language writes it. Formatters are made once. */
export const formatNumber = (locale: Locale, value: number): string =>
  cached(`number ${locale}`, () => new Intl.NumberFormat(locale)).format(value);

/** English dates begin with the day and have 24 hours, as the design writes them: 20 Nov 2026, 09:41. */
const dateLocale = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

/** A point in time as the language writes it. `options` is part of the cache key: pass constants. */
export const formatTime = (locale: Locale, at: number, options: Intl.DateTimeFormatOptions): string =>
  cached(
    `time ${locale} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(dateLocale(locale), options),
  ).format(at);

const pick = (locale: Locale, word: Word, count: unknown): string => {
  if (typeof word === 'string') return word;
  if (count === 0 && word['=0'] !== undefined) return word['=0'];
  const rules = cached(`plural ${locale}`, () => new Intl.PluralRules(locale));
  return rules.select(Number(count)) === 'one' ? (word.one ?? word.other) : word.other;
};

/** One text, with its places filled. Numbers are written as the language writes them; pass ids as strings. */
export const fill = (
  locale: Locale,
  word: Word,
  params: Readonly<Record<string, string | number>> = {},
): string =>
  pick(locale, word, params['count']).replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? formatNumber(locale, value) : value;
  });

const placesOf = (word: Word): string => {
  const texts = typeof word === 'string' ? [word] : Object.values<string>({...word});
  const names = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  return [...new Set(names)].sort().join(' ');
};

/**
 * What a test asks of a catalogue beyond its types: no empty text, and the same places in both languages.
 * @returns One sentence per fault; empty when there is none.
 */
export const wordFaults = (words: Catalogue): readonly string[] =>
  Object.keys(words.en).flatMap((key) => {
    const en = words.en[key] ?? '';
    const ko = words.ko[key] ?? '';
    const empty = [en, ko].some((word) =>
      Object.values(typeof word === 'string' ? [word] : word).includes(''),
    );
    const faults = placesOf(en) === placesOf(ko) ? [] : [`${key}: ko has other places than en`];
    return empty ? [...faults, `${key}: empty`] : faults;
  });
