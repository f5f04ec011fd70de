import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {LengthSheet} from '../styles/length-sheet.js';

import {heldItems} from './held-items.js';
import {LogSight, Pitch, type Anchor} from './log-sight.js';
import {
  corrected,
  holding,
  placeAbove,
  shifted,
  spanAround,
  spanAtEnd,
  type Sight,
  type Span,
} from './log-span.js';

/** What the window needs to know of the items. */
export interface Items {
  readonly length: number;
  keyAt(index: number): string;
  indexOf(key: string, ...guesses: readonly number[]): number;
}

/** What the window works on. */
export interface WindowParts {
  /** Those that the next render shows. */
  items(): Items;
  /** In it are `.log`, and in that `.above`, `.feed` and `.below`: see {@link LogSight}. */
  root(): ShadowRoot;
  /** The reader left the end, or came to it. */
  changed(isAtEnd: boolean): void;
}

const RULES = {above: ['.above', 'block-size'], below: ['.below', 'block-size']} as const;

/**
 * Which items of a log stand in the document, and where. At the end it stays at the end, whatever is added and however heights
 * change; anywhere else the item under the reader's eye stays there, also when something is put in front of it. Two empty places
 * stand for what is above and below. Heights are not kept: an item that has left the document costs nothing.
 */
export class LogWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #parts: WindowParts;
  readonly #pitch = new Pitch();
  #observer: ResizeObserver | undefined;
  #sheet: LengthSheet<keyof typeof RULES> | undefined;
  #frame = 0;

  /** The items that stand in the document, or will with this update. */
  #span: Span = {start: 0, end: 0};
  /** Those that will with the next one, where that is known. */
  #plan: Span | undefined;
  /** The keys of those that stand there. */
  #keys: readonly string[] = [];
  #count = 0;
  #isAtEnd = true;
  /** What stays where it is, or goes there with the next update; unused at the end. */
  #anchor: Anchor | undefined;
  /** The anchor is not there yet: nothing else is to take its place. */
  #isJump = false;
  #hadFocus = false;
  #scrollTop = 0;
  #above = 0;

  constructor(host: ReactiveControllerHost, parts: WindowParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  /** Whether the end is in view. */
  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** The items that are to be rendered. */
  get span(): Span {
    return this.#span;
  }

  /** Goes to the end and stays there. */
  toEnd(): void {
    this.#isJump = false;
    this.#set(true);
    this.#update();
  }

  /** Goes to the first item, and to whatever stands above it. */
  toStart(): void {
    this.#jump(0, this.#sight()?.height ?? 0);
  }

  /** The next update leaves everything in its place, also at the end: something is opened or closed there. */
  hold(): void {
    if (this.#sight()?.first(this.#keys, this.#span.start)) this.#set(false);
  }

  /**
   * To be called on every scroll event of the scroller. Only a way up leaves the end: the event of a way down may come when
   * the content has grown since.
   */
  scrolled(): void {
    const sight = this.#sight();
    if (!sight || this.#isJump) return;
    const {top} = sight.extent;
    const isUp = top < this.#scrollTop;
    this.#scrollTop = top;
    if (this.#sees(sight)) this.#set(true);
    else if (isUp) this.#set(false);
    else if (this.#isAtEnd) this.#pin(sight);
    if (!this.#isAtEnd) this.#follow(sight);
  }

  /** What an element loses when it is moved, its place, is given back to it. */
  hostConnected(): void {
    this.#isJump = !this.#isAtEnd && this.#anchor !== undefined;
    this.#update();
  }

  hostUpdate(): void {
    const sight = this.#sight();
    const items = this.#parts.items();
    this.#hadFocus = sight?.feed.contains(sight.root.activeElement) ?? false;
    this.#remember(sight);
    const held = sight && this.#held(sight, items);
    const next = this.#isAtEnd ? this.#spanAtEnd(items, sight) : this.#spanAround(items, sight);
    this.#span = holding(next, held);
    this.#plan = undefined;
    this.#count = items.length;
    const {start, end} = this.#span;
    this.#keys = Array.from({length: end - start}, (_, offset) => items.keyAt(start + offset));
  }

  hostUpdated(): void {
    this.#observe();
    const sight = this.#sight();
    if (!sight) return;
    this.#pitch.measure(sight, this.#span.end - this.#span.start);
    this.#settle(sight);
    if (this.#hadFocus && !sight.root.activeElement) sight.scroller.focus({preventScroll: true});
    // Before anything is painted, so that nobody sees what is missing.
    if (this.#correct(sight)) queueMicrotask(this.#update);
    if (!this.#isAtEnd && this.#sees(sight)) queueMicrotask(this.#arrive);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    cancelAnimationFrame(this.#frame);
  }

  readonly #update = (): void => {
    this.#host.requestUpdate();
  };

  /** What there is may end in sight now, although nobody scrolled. */
  readonly #arrive = (): void => {
    const sight = this.#sight();
    if (sight && this.#sees(sight)) this.#set(true);
  };

  /** Undefined while there is nothing to measure. */
  #sight(): LogSight | undefined {
    const sight = LogSight.of(this.#parts.root());
    return sight?.isShown ? sight : undefined;
  }

  #sizes(sight: LogSight | undefined): Sight {
    return {height: sight?.height ?? 0, pitch: this.#pitch.value};
  }

  #remember(sight: LogSight | undefined): void {
    if (!this.#isJump) this.#anchor = sight?.first(this.#keys, this.#span.start) ?? this.#anchor;
  }

  #spanAtEnd({length}: Items, sight: LogSight | undefined): Span {
    return spanAtEnd(length, this.#sizes(sight), this.#plan ?? this.#span);
  }

  #spanAround(items: Items, sight: LogSight | undefined): Span {
    const {length} = items;
    const {key, index: before, top} = this.#anchor ?? {key: '', index: 0, top: 0};
    const found = items.indexOf(key, before, before + length - this.#count);
    const index = found === -1 ? Math.min(before, length - 1) : found;
    this.#anchor = {key: items.keyAt(index), index, top};
    const moved = shifted(this.#plan ?? this.#span, index - before, length);
    const isThere = index >= moved.start && index < moved.end;
    return isThere && !this.#isJump ? moved : spanAround(index, top, length, this.#sizes(sight));
  }

  /** What the reader has selected, by where it is now. */
  #held({root, feed}: LogSight, items: Items): Span | undefined {
    const held = heldItems(root, feed);
    if (!held) return undefined;
    const [start, end] = [held.start, held.end - 1].map((at) => {
      const before = this.#span.start + at;
      return items.indexOf(this.#keys[at] ?? '', before, before + items.length - this.#count);
    });
    return start === undefined || end === undefined || start < 0 || end < 0
      ? undefined
      : {start, end: end + 1};
  }

  #settle(sight: LogSight): void {
    if (this.#isAtEnd) {
      this.#setGaps(placeAbove(0, this.#span.start, this.#pitch.value));
      this.#pin(sight);
    } else this.#settleAround(sight);
    this.#scrollTop = sight.extent.top;
    this.#isJump = false;
    this.#remember(sight);
  }

  #settleAround(sight: LogSight): void {
    const {top = 0, index = 0} = this.#anchor ?? {};
    const item = sight.items[index - this.#span.start];
    if (!item) return;
    const {scroller} = sight;
    const {scrollTop} = scroller;
    const wanted = this.#above + top - sight.topOf(item);
    const above = placeAbove(wanted, this.#span.start, this.#pitch.value);
    this.#setGaps(above);
    if (above !== wanted) scroller.scrollTop = scrollTop + above - wanted;
  }

  #setGaps(above: number): void {
    this.#above = above;
    const below = Math.round((this.#count - this.#span.end) * this.#pitch.value);
    this.#sheet ??= new LengthSheet(this.#parts.root(), RULES);
    this.#sheet.set({above, below});
  }

  #pin({scroller}: LogSight): void {
    scroller.scrollTop = scroller.scrollHeight;
    this.#scrollTop = scroller.scrollTop;
  }

  /** Whether the last item ends in sight. */
  #sees(sight: LogSight): boolean {
    return this.#span.end === this.#count && sight.isNearEnd;
  }

  /** Plans what is to stand there next. @returns Whether it is anything else than now. */
  #correct(sight: LogSight): boolean {
    const {root, feed, extent, extents} = sight;
    const {start, end} = this.#span;
    const held = heldItems(root, feed);
    const plan = holding(
      corrected(this.#span, this.#count, extent, extents, this.#pitch.value),
      held && {start: start + held.start, end: start + held.end},
    );
    if (plan.start === start && plan.end === end) return false;
    this.#plan = plan;
    return true;
  }

  /** After the reader scrolled: to other items, or into one of the empty places. */
  #follow(sight: LogSight): void {
    const {top, bottom} = sight.extent;
    const feed = sight.feedExtent;
    const {start, end} = this.#span;
    if (feed.bottom <= top && end < this.#count) {
      this.#jump(end + Math.floor((top - feed.bottom) / this.#pitch.value), 0);
    } else if (feed.top >= bottom && start > 0) {
      const index = Math.floor(start * (1 - (feed.top - top) / Math.max(1, this.#above)));
      if (index <= 0) this.toStart();
      else this.#jump(index, 0);
    } else {
      this.#remember(sight);
      if (this.#correct(sight)) this.#update();
    }
  }

  #jump(index: number, top: number): void {
    const items = this.#parts.items();
    const place = Math.max(0, Math.min(index, items.length - 1));
    this.#anchor = {key: items.keyAt(place), index: place, top};
    this.#isJump = true;
    this.#set(false);
    this.#update();
  }

  #observe(): void {
    const sight = LogSight.of(this.#parts.root());
    if (this.#observer || !sight) return;
    this.#observer = new ResizeObserver(this.#resized);
    this.#observer.observe(sight.scroller);
    this.#observer.observe(sight.feed);
  }

  /** Something was given another size by itself: the log, an item, a font. More items come with the next frame only. */
  readonly #resized = (): void => {
    const sight = this.#sight();
    if (!sight || this.#isJump) return;
    // Scrolled in between, which is told in a moment: nothing is to be put back then.
    if (!this.#isAtEnd && sight.extent.top !== this.#scrollTop) return;
    this.#settle(sight);
    this.#arrive();
    if (!this.#correct(sight)) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#update);
  };

  #set(isAtEnd: boolean): void {
    if (isAtEnd === this.#isAtEnd) return;
    this.#isAtEnd = isAtEnd;
    this.#parts.changed(isAtEnd);
  }
}
