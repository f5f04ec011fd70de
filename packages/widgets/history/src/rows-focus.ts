import type {HistoryItem} from './history.view.js';

/** What of a row can have the focus: the row as a whole, its number, and what opens it. */
export const COLUMNS = ['row', 'number', 'open'] as const;
/** One of {@link COLUMNS}. */
export type Column = (typeof COLUMNS)[number];

/** A place that can have the focus. */
export interface Spot {
  /** Of the row. */
  readonly key: string;
  readonly column: Column;
}

/** What the keys of a list walk through. */
export interface Walk {
  readonly items: readonly HistoryItem[];
  /** What of a row is there. */
  readonly columns: (item: HistoryItem) => readonly Column[];
  readonly isRtl: boolean;
  /** So many rows with Page Up and Page Down. */
  readonly page: number;
}

/** The nearest contact from an index on, in a direction, else against it: days take no focus. */
const entryFrom = (items: readonly HistoryItem[], from: number, step: 1 | -1): number => {
  const clamped = Math.max(0, Math.min(from, items.length - 1));
  for (let at = clamped; items[at]; at += step) if (items[at]?.kind === 'entry') return at;
  return step === 1
    ? items.findLastIndex(({kind}) => kind === 'entry')
    : items.findIndex(({kind}) => kind === 'entry');
};

const rowAfter = (key: string, at: number, {items, page}: Walk): number | undefined => {
  switch (key) {
    case 'ArrowDown':
      return entryFrom(items, at + 1, 1);
    case 'ArrowUp':
      return at === 0 ? 0 : entryFrom(items, at - 1, -1);
    case 'PageDown':
      return entryFrom(items, at + page, -1);
    case 'PageUp':
      return entryFrom(items, at - page, 1);
    case 'Home':
      return entryFrom(items, 0, 1);
    case 'End':
      return entryFrom(items, items.length - 1, -1);
    default:
      return undefined;
  }
};

const columnAfter = (
  key: string,
  column: Column,
  columns: readonly Column[],
  isRtl: boolean,
): Column | undefined => {
  const [on, back] = isRtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const at = columns.indexOf(column);
  if (key === on) return columns[Math.min(at + 1, columns.length - 1)];
  return key === back ? columns[Math.max(at - 1, 0)] : undefined;
};

/**
 * Where a key leads; undefined for keys that are not the list's. Up and down keep to the column where the other row has
 * it, as in a grid.
 */
export const spotAfter = (key: string, spot: Spot, walk: Walk): Spot | undefined => {
  const {items, columns, isRtl} = walk;
  const at = items.findIndex((item) => item.key === spot.key);
  const here = items[at];
  if (!here) return undefined;
  const column = columnAfter(key, spot.column, columns(here), isRtl);
  if (column) return {key: spot.key, column};
  const next = items[rowAfter(key, at, walk) ?? -1];
  return next && {key: next.key, column: columns(next).includes(spot.column) ? spot.column : 'row'};
};
