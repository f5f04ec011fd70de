import type {HistoryEntry} from '@deskwire/domain';

/** What an answer about the newest contacts changes in a list that is there. */
export interface Merge {
  /** The rows that were there, each as it is told now. */
  readonly entries: readonly HistoryEntry[];
  /** Rows that were not. */
  readonly arrived: readonly HistoryEntry[];
}

/** The order of a history: newest first; of two at once the greater id. */
const isBefore = (a: HistoryEntry, b: HistoryEntry): boolean =>
  a.at === b.at ? a.interactionId > b.interactionId : a.at > b.at;

/**
 * What is new in `fresh`, and what else is known now of the rows that were there.
 * @param fresh The newest contacts without a gap, newest first.
 */
export const compare = (entries: readonly HistoryEntry[], fresh: readonly HistoryEntry[]): Merge => {
  const told = new Map(fresh.map((entry) => [entry.interactionId, entry]));
  const known = new Set(entries.map(({interactionId}) => interactionId));
  return {
    entries: entries.map((entry) => told.get(entry.interactionId) ?? entry),
    arrived: fresh.filter(({interactionId}) => !known.has(interactionId)),
  };
};

/** Puts rows where they belong: a contact that took long comes after those that began later. */
export const insert = (
  entries: readonly HistoryEntry[],
  arrived: readonly HistoryEntry[],
): readonly HistoryEntry[] => {
  const merged: HistoryEntry[] = [];
  let at = 0;
  for (const entry of entries) {
    for (let next = arrived[at]; next && isBefore(next, entry); next = arrived[at]) {
      merged.push(next);
      at += 1;
    }
    merged.push(entry);
  }
  return [...merged, ...arrived.slice(at)];
};

/** The next older rows behind those that are there; one that is there already stays where it is. */
export const append = (
  entries: readonly HistoryEntry[],
  older: readonly HistoryEntry[],
): readonly HistoryEntry[] => {
  const known = new Set(entries.map(({interactionId}) => interactionId));
  return [...entries, ...older.filter(({interactionId}) => !known.has(interactionId))];
};
