import type {HistoryEntry, HistoryPage, Instant, Refusal} from '@deskwire/domain';
import type {QueryResult} from '@deskwire/stream';

import {append, compare, insert} from './merge.js';

/** Asks for one page; `after` is the `next` of the page before. Never rejects. */
export type AskPage = (after: string | undefined) => Promise<QueryResult<'history.mine'>>;

/** How a list is doing. One that could not be loaded has no rows: none that look as if they were all. */
export type ListPhase = 'initial' | 'loading' | 'ready' | 'failed';

const oldestOf = (entries: readonly HistoryEntry[]): Instant => entries.at(-1)?.at ?? -Infinity;

/**
 * One list of past contacts: loaded page by page from the newest on, and brought up to date in front. What comes in front
 * while somebody uses the list is held back until they ask for it. An answer that comes after a newer question is dropped.
 */
export class HistoryList {
  readonly #ask: AskPage;
  readonly #changed: () => void;
  #phase: ListPhase = 'initial';
  #entries: readonly HistoryEntry[] = [];
  #held: readonly HistoryEntry[] = [];
  #next: string | undefined;
  #refusal: Refusal | undefined;
  #moreRefusal: Refusal | undefined;
  #isLoadingMore = false;
  #isRefreshing = false;
  /** The question whose answer counts. */
  #question: symbol | undefined;

  /** @param changed Called whenever something is another than it was. */
  constructor(ask: AskPage, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  get phase(): ListPhase {
    return this.#phase;
  }

  /** Newest first. The same array as long as nothing in it changed. */
  get entries(): readonly HistoryEntry[] {
    return this.#entries;
  }

  /** Newer rows that wait until somebody wants them. */
  get held(): readonly HistoryEntry[] {
    return this.#held;
  }

  /** There are older ones. */
  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  get isLoadingMore(): boolean {
    return this.#isLoadingMore;
  }

  /** Anything is being fetched. */
  get isBusy(): boolean {
    return this.#phase === 'loading' || this.#isRefreshing || this.#isLoadingMore;
  }

  /** Why the list, or what is new in it, could not be loaded. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  /** Why the older ones could not be loaded. */
  get moreRefusal(): Refusal | undefined {
    return this.#moreRefusal;
  }

  /** Loads it from the beginning. */
  async load(): Promise<void> {
    this.#phase = 'loading';
    this.#refusal = undefined;
    const result = await this.#put(undefined);
    if (!result) return;
    this.#phase = result.ok ? 'ready' : 'failed';
    if (result.ok) this.#begin(result.answer);
    else this.#refusal = result.refusal;
    this.#changed();
  }

  /** Loads the next older ones, unless anything is being loaded or there are none. */
  async more(): Promise<void> {
    if (this.#phase !== 'ready' || this.isBusy || this.#next === undefined) return;
    this.#isLoadingMore = true;
    this.#moreRefusal = undefined;
    const result = await this.#put(this.#next);
    if (!result) return;
    this.#isLoadingMore = false;
    if (result.ok) {
      this.#entries = append(this.#entries, result.answer.entries);
      this.#next = result.answer.next;
    } else this.#moreRefusal = result.refusal;
    this.#changed();
  }

  /**
   * Asks for what is new in front, and what else is known now of the rows that are there.
   * @param holds Whether new rows have to wait when they arrive.
   * @param until What began later than this is looked for, as far as the list reaches; absent: the newest page.
   */
  async refresh(holds: () => boolean, until: Instant = Infinity): Promise<void> {
    if (this.#phase !== 'ready') return this.load();
    this.#isLoadingMore = false;
    this.#isRefreshing = true;
    const fresh = await this.#newest(until);
    if (!fresh) return;
    this.#isRefreshing = false;
    if (fresh.ok) this.#meet(fresh.answer, holds());
    this.#refusal = fresh.ok ? undefined : fresh.refusal;
    this.#changed();
  }

  /** Shows what was held back. */
  release(): void {
    if (this.#held.length === 0) return;
    this.#entries = insert(this.#entries, this.#held);
    this.#held = [];
    this.#changed();
  }

  /** Nobody wants it any more: an answer that still comes changes nothing. */
  close(): void {
    this.#question = undefined;
  }

  /** Asks; undefined where another question came in between. */
  async #put(after: string | undefined): Promise<QueryResult<'history.mine'> | undefined> {
    const question = (this.#question = Symbol('question'));
    this.#changed();
    const result = await this.#ask(after);
    return this.#question === question ? result : undefined;
  }

  #begin({entries, next}: HistoryPage): void {
    this.#entries = entries;
    this.#held = [];
    this.#next = next;
    this.#moreRefusal = undefined;
  }

  /** The newest rows without a gap, at least a page of them. */
  async #newest(until: Instant): Promise<QueryResult<'history.mine'> | undefined> {
    const reach = Math.max(until, oldestOf(this.#entries));
    let entries: readonly HistoryEntry[] = [];
    let next: string | undefined;
    do {
      const result = await this.#put(next);
      if (!result?.ok) return result;
      entries = append(entries, result.answer.entries);
      next = result.answer.next;
    } while (next !== undefined && oldestOf(entries) > reach);
    return {ok: true, answer: next === undefined ? {entries} : {entries, next}};
  }

  /** What is between these rows and those that are there is not known where none of them was there before. */
  #meet(fresh: HistoryPage, holds: boolean): void {
    const all = insert(this.#entries, this.#held);
    const {entries, arrived} = compare(all, fresh.entries);
    if (arrived.length === fresh.entries.length && fresh.next !== undefined) return this.#begin(fresh);
    const waiting = holds
      ? new Set([...this.#held, ...arrived].map((entry) => entry.interactionId))
      : new Set();
    const merged = insert(entries, arrived);
    this.#entries = merged.filter(({interactionId}) => !waiting.has(interactionId));
    this.#held = merged.filter(({interactionId}) => waiting.has(interactionId));
  }
}
