import type {Instant} from '@deskwire/domain';
import type {LanguageController} from '@deskwire/kit';

import type {historyWords} from './history.messages.js';
import {startOfDay, type EntryView} from './history.view.js';
import {outcomeWords} from './outcome.messages.js';

/** The language controller of a history. */
export type HistoryLanguage = LanguageController<typeof historyWords.en>;

const CLOCK: Intl.DateTimeFormatOptions = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'};
const DATE: Intl.DateTimeFormatOptions = {day: 'numeric', month: 'short'};
const YEAR: Intl.DateTimeFormatOptions = {...DATE, year: 'numeric'};
const DAY: Intl.DateTimeFormatOptions = {...DATE, weekday: 'short'};
const DAY_OF_YEAR: Intl.DateTimeFormatOptions = {...YEAR, weekday: 'short'};
const A_DAY_AND_A_HALF = 36 * 3_600_000;

const isSameYear = (a: Instant, b: Instant): boolean =>
  new Date(a).getFullYear() === new Date(b).getFullYear();

/** When a contact arrived: today its time, this year date and time, earlier the date. */
export const whenText = (at: Instant, today: Instant, language: HistoryLanguage): string => {
  const clock = language.time(at, CLOCK);
  if (startOfDay(at) === today) return clock;
  return isSameYear(at, today) ? `${language.time(at, DATE)} ${clock}` : language.time(at, YEAR);
};

/** A day as a heading. */
export const dayText = (day: Instant, today: Instant, language: HistoryLanguage): string => {
  if (day === today) return language.t('today');
  // Days are 23 to 25 hours long.
  if (day < today && today - day < A_DAY_AND_A_HALF) return language.t('yesterday');
  return language.time(day, isSameYear(day, today) ? DAY : DAY_OF_YEAR);
};

/**
 * The second line of a row: how the contact came to be where it did not simply come in, its queue, what became of it, and
 * who had it. What comes last is shortened first.
 */
export const detailText = (view: EntryView, language: HistoryLanguage): string => {
  const {origin, queue, reasons, outcome, agent} = view;
  const parts = [
    ...(origin ? [language.t(origin)] : []),
    ...(queue === undefined ? [] : [queue]),
    ...reasons.map((reason) => language.label(reason)),
    ...(outcome === undefined ? [] : [outcomeWords[language.locale][outcome]]),
    ...(agent === undefined ? [] : [agent]),
  ];
  return parts.length > 0 ? parts.join(' · ') : language.t(`channel-${view.channel}`);
};
