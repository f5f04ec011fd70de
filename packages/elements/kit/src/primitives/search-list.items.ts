import type {Icon} from '../icons.js';
import {matches, searchable, type MatchRange} from '../search/matcher.js';
import type {Hue} from '../styles/state.styles.js';

/** One thing to choose. Texts are found as typed; `keywords` are found and not shown. */
export interface ListItem {
  readonly value: string;
  readonly text: string;
  /** A second line. */
  readonly detail?: string;
  /** Items of one group stand together under its name. */
  readonly group?: string;
  readonly icon?: Icon;
  readonly hue?: Hue;
  /** Cannot be chosen; `reason` says why, in the second line. */
  readonly disabled?: boolean;
  readonly reason?: string;
  readonly keywords?: string;
}

/** An item that the query finds, and where. */
export interface FoundItem {
  readonly item: ListItem;
  readonly text: readonly MatchRange[];
  readonly detail: readonly MatchRange[];
}

/** Items of one group, in their order. The first group of a list may have no name. */
export interface FoundGroup {
  readonly name: string;
  readonly items: readonly FoundItem[];
}

const isPrefix = ({text}: FoundItem): boolean => text[0]?.[0] === 0;

/** What a query leaves of a list: in its order, but what begins with the query first. An empty query leaves it as it is. */
export const findItems = (items: readonly ListItem[], query: string): readonly FoundItem[] => {
  const match = matches(query);
  const found = items.flatMap((item): readonly FoundItem[] => {
    const fields = [item.text, item.detail ?? '', item.keywords ?? ''].map(searchable);
    const ranges = match(...fields);
    return ranges ? [{item, text: ranges[0] ?? [], detail: ranges[1] ?? []}] : [];
  });
  if (query.trim() === '') return found;
  return [...found.filter(isPrefix), ...found.filter((one) => !isPrefix(one))];
};

/** Found items by group, groups in the order of their first item. */
export const groupItems = (found: readonly FoundItem[]): readonly FoundGroup[] => {
  const groups = new Map<string, FoundItem[]>();
  for (const one of found) {
    const name = one.item.group ?? '';
    const group = groups.get(name) ?? [];
    groups.set(name, [...group, one]);
  }
  return [...groups].map(([name, items]) => ({name, items}));
};

/** Where the active option goes by a key; undefined where the key moves nothing. */
export const moveActive = (key: string, active: number, count: number, page = 8): number | undefined => {
  if (count === 0) return undefined;
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return active >= last ? 0 : active + 1;
    case 'ArrowUp':
      return active <= 0 ? last : active - 1;
    case 'PageDown':
      return Math.min(last, Math.max(active, 0) + page);
    case 'PageUp':
      return Math.max(0, active - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
};
