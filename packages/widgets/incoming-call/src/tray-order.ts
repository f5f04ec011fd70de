/** So many requests are shown at once (ARR-4). */
export const PAGE_SIZE = 5;

/** What stands in the tray now. */
export interface TrayPage {
  /** In the order in which they stand, top to bottom. */
  readonly ids: readonly string[];
  readonly page: number;
  readonly pages: number;
}

/** How the tray stood before, and what must not move. */
export interface TrayHold {
  /** The page that the agent turned to, counted from 0. */
  readonly page: number;
  /** What stands there, while the agent's pointer or focus is among it: it keeps its place. */
  readonly held?: readonly string[];
  /** Ids of `held` that are no longer waiting, but keep their place for a moment. */
  readonly lingering?: ReadonlySet<string>;
  /** Which end of the list is free to grow: `up` for a tray that stands on the window's bottom edge. */
  readonly grows: 'up' | 'down';
}

/**
 * The page of requests to show. Nothing moves under the pointer, nothing is put above a row that has the focus: while
 * rows are held, they stay where they are, and what is new comes in at the free end, or, where the page is full, on the
 * next one. The right order is back as soon as the hold ends.
 * @param sorted All that wait, in the order of ARR-4.
 */
export const trayPage = (
  sorted: readonly string[],
  {page: wanted, held = [], lingering = new Set(), grows}: TrayHold,
): TrayPage => {
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const slice = sorted.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  const waiting = new Set(sorted);
  const kept = held.filter((id) => waiting.has(id) || lingering.has(id));
  if (kept.length === 0) return {ids: slice, page, pages};
  const room = PAGE_SIZE - kept.length;
  const fresh = slice.filter((id) => !kept.includes(id)).slice(0, Math.max(0, room));
  return {ids: grows === 'up' ? [...fresh, ...kept] : [...kept, ...fresh], page, pages};
};

/** Which requests of all a page shows, counted from 1. */
export const pageRange = (total: number, page: number): {readonly from: number; readonly to: number} => ({
  from: Math.min(total, page * PAGE_SIZE + 1),
  to: Math.min(total, (page + 1) * PAGE_SIZE),
});
