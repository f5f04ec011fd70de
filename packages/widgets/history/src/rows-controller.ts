import type {LitElement, ReactiveController} from 'lit';
import {LengthSheet, type LengthRule} from '@deskwire/kit';

import {kindsOf, type HistoryItem} from './history.view.js';
import {RowLayout, type Pitches} from './row-layout.js';
import {spotAfter, type Column, type Spot} from './rows-focus.js';

/** What the rows need of their host. */
export interface RowsOptions {
  /** All rows; the same array as long as nothing in it changed. */
  readonly items: () => readonly HistoryItem[];
  readonly columns: (item: HistoryItem) => readonly Column[];
  /** What scrolls; null while there is no list. */
  readonly scroller: () => HTMLElement | null;
  /** A row that stays although it may be out of sight: something hangs at it. */
  readonly pinned: () => string | undefined;
  readonly isRtl: () => boolean;
  /** The end of what is loaded is near. */
  readonly nearEnd: () => void;
}

/** What is rendered: rows by their index, and room for those that are not. */
export type Piece = number | 'before' | 'between' | 'after';

const GAP = 2;
/** Before the first rows are measured, px. */
const USUAL: Pitches = {entry: 78, day: 34};
const USUAL_HEIGHT = 480;

type Lengths = 'before' | 'between' | 'after';
const RULES: Readonly<Record<Lengths, LengthRule>> = {
  before: ['.gap.before', 'block-size'],
  between: ['.gap.between', 'block-size'],
  after: ['.gap.after', 'block-size'],
};

/** A row knows its place by a property: nothing about a contact stands in an attribute. */
export type RowElement = HTMLElement & {readonly spotKey?: string};

const rangeOf = (first: number, end: number): readonly number[] =>
  Array.from({length: end - first}, (_, at) => first + at);

/**
 * The rows of a long list, of which those in sight are rendered, a few beside them, and the one that has the focus: it is
 * never taken away under a person. One stop of Tab; the keys of a grid.
 */
export class RowsController implements ReactiveController {
  readonly #options: RowsOptions;
  readonly #host: LitElement;
  readonly #resized = new ResizeObserver(() => {
    this.#host.requestUpdate();
  });
  #sheet: LengthSheet<Lengths> | undefined;
  #observed: HTMLElement | null = null;
  #layout = new RowLayout([], USUAL);
  #laid: {readonly items: readonly HistoryItem[]; readonly pitches: Pitches} = {items: [], pitches: USUAL};
  #pitches = USUAL;
  #offset = 0;
  #spot: Spot | undefined;
  #hadFocus = false;
  #wasShown = false;

  constructor(host: LitElement, options: RowsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** How far the list is scrolled. */
  get offset(): number {
    return this.#offset;
  }

  /** What Tab reaches: what had the focus last, else the first contact. */
  get stop(): Spot | undefined {
    const items = this.#options.items();
    const first = items.find(({kind}) => kind === 'entry');
    return this.#indexOf(this.#spot) >= 0 ? this.#spot : first && {key: first.key, column: 'row'};
  }

  /** What is rendered, in order. */
  pieces(): readonly Piece[] {
    const {first, end} = this.#window();
    const stray = this.#stray();
    const inSight = rangeOf(first, end);
    if (stray === undefined) return ['before', ...inSight, 'after'];
    return stray < first
      ? ['before', stray, 'between', ...inSight, 'after']
      : ['before', ...inSight, 'between', stray, 'after'];
  }

  /** Goes to the beginning, with another list. */
  reset(): void {
    this.#offset = 0;
    this.#spot = undefined;
    const scroller = this.#options.scroller();
    if (scroller) scroller.scrollTop = 0;
  }

  /** Puts the focus on something of a row, which is scrolled into sight. */
  async focus(spot: Spot | undefined = this.stop): Promise<void> {
    if (!spot) return;
    this.#spot = spot;
    this.#reveal(this.#indexOf(spot));
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#focusSpot();
  }

  /** Puts the focus on the first contact from a row on. */
  async focusFrom(index: number): Promise<void> {
    const item = this.#options.items().find(({kind}, at) => at >= index && kind === 'entry');
    if (item) await this.focus({key: item.key, column: 'row'});
  }

  hostUpdate(): void {
    const items = this.#options.items();
    const pitches = this.#pitches;
    this.#hadFocus = this.#focusedSpot() !== undefined;
    if (this.#laid.items === items && this.#laid.pitches === pitches) return;
    this.#laid = {items, pitches};
    this.#layout = new RowLayout(kindsOf(items), pitches);
  }

  hostUpdated(): void {
    const scroller = this.#options.scroller();
    this.#observe(scroller);
    if (!scroller) return;
    this.#lay();
    this.#restore(scroller);
    if (this.#hadFocus && !this.#host.shadowRoot?.activeElement) this.#focusSpot();
    this.#measure(scroller);
    this.#lookAhead();
  }

  hostDisconnected(): void {
    this.#observe(null);
  }

  readonly handleScroll = (): void => {
    const scroller = this.#options.scroller();
    if (!scroller || scroller.clientHeight === 0) return;
    const before = this.#window();
    this.#offset = scroller.scrollTop;
    const now = this.#window();
    if (now.first !== before.first || now.end !== before.end) this.#host.requestUpdate();
    else this.#lookAhead();
  };

  readonly handleFocus = (event: FocusEvent): void => {
    const spot = this.#spotOf(event.target);
    if (!spot || (spot.key === this.#spot?.key && spot.column === this.#spot.column)) return;
    this.#spot = spot;
    this.#host.requestUpdate();
  };

  readonly handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const spot = this.#spotOf(event.target);
    const {items, columns, isRtl} = this.#options;
    if (!spot) return;
    const page = Math.max(1, Math.floor(this.#height() / this.#pitches.entry) - 1);
    const next = spotAfter(event.key, spot, {items: items(), columns, isRtl: isRtl(), page});
    if (!next) return;
    event.preventDefault();
    void this.focus(next);
  };

  #indexOf(spot: Spot | undefined): number {
    return spot ? this.#options.items().findIndex(({key}) => key === spot.key) : -1;
  }

  #height(): number {
    return this.#options.scroller()?.clientHeight || USUAL_HEIGHT;
  }

  #window(): {readonly first: number; readonly end: number} {
    return this.#layout.window(this.#offset, this.#height());
  }

  /** The row with the focus, or the one that is pinned, where it is out of sight. */
  #stray(): number | undefined {
    const key = this.#focusedSpot()?.key ?? this.#options.pinned();
    const at = key === undefined ? -1 : this.#options.items().findIndex((item) => item.key === key);
    const {first, end} = this.#window();
    return at >= 0 && (at < first || at >= end) ? at : undefined;
  }

  #lay(): void {
    const {first, end} = this.#window();
    const layout = this.#layout;
    const stray = this.#stray();
    this.#sheet ??= new LengthSheet(this.#host.renderRoot as ShadowRoot, RULES);
    const [from, to] = [Math.min(first, stray ?? first), Math.max(end, (stray ?? -1) + 1)];
    const between =
      stray === undefined
        ? 0
        : stray < first
          ? layout.top(first) - layout.top(stray + 1)
          : layout.top(stray) - layout.top(end);
    this.#sheet.set({before: layout.top(from), between, after: layout.length - layout.top(to)});
  }

  /** A list that was away comes back where it was. While it is shown, the person who scrolls it says where it stands. */
  #restore(scroller: HTMLElement): void {
    const isShown = scroller.clientHeight > 0;
    if (isShown && !this.#wasShown) scroller.scrollTop = this.#offset;
    this.#wasShown = isShown;
  }

  #reveal(index: number): void {
    if (index < 0) return;
    const height = this.#height();
    // The day above comes with its first contact.
    const above = this.#options.items()[index - 1]?.kind === 'day' ? index - 1 : index;
    for (const at of [above, index]) this.#offset = this.#layout.offsetFor(at, this.#offset, height);
    const scroller = this.#options.scroller();
    if (scroller) scroller.scrollTop = this.#offset;
  }

  #measure(scroller: HTMLElement): void {
    const heightOf = (selector: string, usual: number): number => {
      const height = scroller.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0;
      return height > 0 ? height + GAP : usual;
    };
    const {day, entry} = this.#pitches;
    const pitches = {day: heightOf('.day', day), entry: heightOf('.row', entry)};
    if (pitches.day === day && pitches.entry === entry) return;
    this.#pitches = pitches;
    void this.#host.updateComplete.then(() => {
      this.#host.requestUpdate();
    });
  }

  /** Asks for more before the end is reached: a screen and a half of rows are still to come. */
  #lookAhead(): void {
    const scroller = this.#options.scroller();
    const height = scroller?.clientHeight ?? 0;
    if (height === 0) return;
    if (this.#offset + height * 2.5 <= this.#layout.length) return;
    void this.#host.updateComplete.then(() => {
      this.#options.nearEnd();
    });
  }

  #observe(scroller: HTMLElement | null): void {
    if (scroller === this.#observed) return;
    this.#resized.disconnect();
    this.#observed = scroller;
    if (scroller) this.#resized.observe(scroller);
  }

  #spotOf(target: EventTarget | null | undefined): Spot | undefined {
    const part = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    const key = part?.closest<RowElement>('.row')?.spotKey;
    return part && key !== undefined ? {key, column: part.dataset['column'] as Column} : undefined;
  }

  #focusedSpot(): Spot | undefined {
    return this.#spotOf(this.#host.shadowRoot?.activeElement);
  }

  #focusSpot(): void {
    const {stop} = this;
    const rows = this.#options.scroller()?.querySelectorAll<RowElement>('.row') ?? [];
    const row = [...rows].find(({spotKey}) => spotKey === stop?.key);
    const part =
      row?.dataset['column'] === stop?.column
        ? row
        : row?.querySelector<HTMLElement>(`[data-column="${stop?.column}"]`);
    (part ?? row)?.focus({preventScroll: true});
  }
}
