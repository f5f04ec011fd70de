import type {HistoryEntry} from '@deskwire/domain';

import type {HistoryList} from './history-list.js';
import {isInTab, itemsOf, type HistoryItem, type HistoryScope, type HistoryTab} from './history.view.js';

/** Which rows are shown. */
export interface Shown {
  readonly list: HistoryList | undefined;
  readonly tab: HistoryTab;
  readonly scope: HistoryScope;
}

const NO_ITEMS: readonly HistoryItem[] = [];
/** So many pages in a row may bring nothing for a tab before a person has to ask for the next. */
const MOST_BARREN = 5;

/** The rows of the tab that is shown, and more of them. */
export class Listed {
  readonly #shown: () => Shown;
  #made: {
    readonly entries: readonly HistoryEntry[];
    readonly tab: HistoryTab;
    readonly items: readonly HistoryItem[];
  } = {
    entries: [],
    tab: 'all',
    items: NO_ITEMS,
  };
  #barren = 0;

  constructor(shown: () => Shown) {
    this.#shown = shown;
  }

  /** The same array as long as nothing in it changed. */
  get items(): readonly HistoryItem[] {
    const {list, tab, scope} = this.#shown();
    const entries = list?.entries;
    if (!entries?.length) return NO_ITEMS;
    if (this.#made.entries !== entries || this.#made.tab !== tab) {
      const wanted = entries.filter((entry) => isInTab(entry, tab));
      this.#made = {entries, tab, items: itemsOf(wanted, scope)};
    }
    return this.#made.items;
  }

  /** The contact of a row. */
  entry(key: string | undefined): HistoryEntry | undefined {
    const item = key === undefined ? undefined : this.items.find((one) => one.key === key);
    return item?.kind === 'entry' ? item.entry : undefined;
  }

  /** Other rows are shown. */
  begin(): void {
    this.#barren = 0;
  }

  /** Loads more by itself, unless there is none, something went wrong, or the last pages brought nothing. */
  loadAhead(): void {
    const {list} = this.#shown();
    if (!list?.hasMore || list.isBusy || list.moreRefusal || this.#barren >= MOST_BARREN) return;
    void this.loadMore();
  }

  /** Loads more. @returns How many rows it brought. */
  async loadMore(): Promise<number> {
    const before = this.items.length;
    await this.#shown().list?.more();
    const count = this.items.length - before;
    this.#barren = count > 0 ? 0 : this.#barren + 1;
    return count;
  }
}
