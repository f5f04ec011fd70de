/** A day of the Gregorian calendar, without a time zone. Months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MIN_YEAR = 1;
const MAX_YEAR = 9999;
const DAY_MS = 86_400_000;

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** `2026-11-27`. */
export const isoOf = ({year, month, day}: Day): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** Midnight, UTC; also of the first hundred years, which `Date.UTC` takes for others. */
export const timeOf = ({year, month, day}: Day): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
};

const fromTime = (time: number): Day => {
  const date = new Date(time);
  return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()};
};

/** The day at the beginning of a stored date or date-time; undefined where there is none. */
export const dayOf = (iso: string): Day | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?=$|T)/.exec(iso) ?? [];
  const found = {year: Number(year), month: Number(month), day: Number(day)};
  return year !== undefined && isoOf(fromTime(timeOf(found))) === isoOf(found) ? found : undefined;
};

/** The day that it is here. */
export const todayAt = (now: number): Day => {
  const date = new Date(now);
  return {year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate()};
};

/** Whether both are there, and one day. */
export const isSameDay = (a: Day | undefined, b: Day | undefined): boolean =>
  a !== undefined && b !== undefined && isoOf(a) === isoOf(b);

/** Stored dates have years of four digits: the calendar ends there. */
const within = (day: Day, fallback: Day): Day =>
  day.year >= MIN_YEAR && day.year <= MAX_YEAR ? day : fallback;

/** So many days on, or back. */
export const addDays = (day: Day, days: number): Day => within(fromTime(timeOf(day) + days * DAY_MS), day);

const daysIn = (year: number, month: number): number =>
  fromTime(timeOf({year, month: month + 1, day: 0})).day;

/** The same day of another month, or its last one where it has fewer. */
export const addMonths = (from: Day, months: number): Day => {
  const index = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return within({year, month, day: Math.min(from.day, daysIn(year, month))}, from);
};

/** 0: Sunday, with which a week begins in both languages. */
export const weekdayOf = (day: Day): number => new Date(timeOf(day)).getUTCDay();

/** The weeks of a day's month, each of seven days: those of the months beside it fill the first and the last. */
export const weeksOf = ({year, month}: Day): readonly (readonly Day[])[] => {
  const first = timeOf({year, month, day: 1});
  const start = first - new Date(first).getUTCDay() * DAY_MS;
  const length = Math.ceil((new Date(first).getUTCDay() + daysIn(year, month)) / 7);
  return Array.from({length}, (_, week) =>
    Array.from({length: 7}, (_, day) => fromTime(start + (week * 7 + day) * DAY_MS)),
  );
};

/** Where a key goes in a month (APG, date picker dialog); undefined: nowhere. `isRtl` turns the arrows that point sideways. */
export const moved = (from: Day, key: string, isShift: boolean, isRtl: boolean): Day | undefined => {
  const forward = isRtl ? -1 : 1;
  switch (key) {
    case 'ArrowLeft':
      return addDays(from, -forward);
    case 'ArrowRight':
      return addDays(from, forward);
    case 'ArrowUp':
      return addDays(from, -7);
    case 'ArrowDown':
      return addDays(from, 7);
    case 'Home':
      return addDays(from, -weekdayOf(from));
    case 'End':
      return addDays(from, 6 - weekdayOf(from));
    case 'PageUp':
      return addMonths(from, isShift ? -12 : -1);
    case 'PageDown':
      return addMonths(from, isShift ? 12 : 1);
    default:
      return undefined;
  }
};
