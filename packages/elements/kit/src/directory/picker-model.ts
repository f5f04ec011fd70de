import type {Refusal, Target} from '@deskwire/domain';

import {moveActive} from '../primitives/search-list.items.js';

import {readNumber, type NumberEntry} from './number-entry.js';
import {choiceOf, type DirectoryChoice} from './picker.view.js';
import {ROWS_IN_SIGHT} from './row-window.js';
import type {DirectoryList} from './lists.js';
import {canChoose, RowSearch, type DirectoryRow} from './rows.js';

/** Something that the picker has to say about what was done. */
export type PickerNotice =
  /** Nothing is chosen yet. */
  | {readonly kind: 'choose'}
  /** Whoever was picked cannot take the contact now. */
  | {readonly kind: 'cannot-take'; readonly row: DirectoryRow}
  /** Who was chosen is not there any more after a refresh, or cannot take it any more. */
  | {readonly kind: 'gone'; readonly name: string}
  /** A number that cannot be dialled. */
  | {readonly kind: 'refused'; readonly refusal: Refusal};

const NO_ROWS: readonly DirectoryRow[] = [];

/**
 * What a person does with the picker, without its elements: one list at a time, what is typed, where the arrows are, and
 * what is chosen. Typing moves; Enter or a press chooses; Enter on what is chosen commits.
 */
export class PickerModel {
  /** The list that is shown. */
  list: DirectoryList = 'agents';
  /** The option that the field refers to; -1: none. */
  active = -1;
  chosen: DirectoryRow | undefined;
  notice: PickerNotice | undefined;
  /** What is typed stays as it is although it cannot be dialled, and the agent has left the field or asked for it. */
  isRevealed = false;
  readonly #texts = new Map<DirectoryList, string>();
  readonly #check: (target: Target) => Refusal | undefined;
  #all: readonly DirectoryRow[] = NO_ROWS;
  #search = new RowSearch(NO_ROWS);
  #found: readonly DirectoryRow[] = NO_ROWS;
  #availableOnly = false;

  /** @param check Says why a target cannot be had, as far as that is known here: numbers that cannot be dialled. */
  constructor(check: (target: Target) => Refusal | undefined) {
    this.#check = check;
  }

  get text(): string {
    return this.#texts.get(this.list) ?? '';
  }

  /** What the search left. */
  get found(): readonly DirectoryRow[] {
    return this.#found;
  }

  /** How many there are before the search. */
  get total(): number {
    return this.#search.rows.length;
  }

  /** How many the search finds among those who are not listed because they cannot take it now. */
  get hidden(): number {
    if (!this.#availableOnly || this.#found.length > 0 || this.text.trim() === '') return 0;
    return new RowSearch(this.#all).find(this.text).length;
  }

  /** What is typed, read as a number; only where numbers are typed. */
  get entry(): NumberEntry | undefined {
    if (this.list !== 'numbers') return undefined;
    return readNumber(this.text, (number) => this.#check({kind: 'number', number}));
  }

  /** Where the contact would go now. */
  get choice(): DirectoryChoice | undefined {
    if (this.chosen) return choiceOf(this.chosen);
    const {entry} = this;
    if (!entry || entry.refusal || this.#isName(entry)) return undefined;
    return {target: {kind: 'number', number: entry.number}, name: entry.number};
  }

  /** Shows a list; what was chosen in another one is let go. */
  show(list: DirectoryList): void {
    if (list === this.list) return;
    this.list = list;
    this.unchoose();
    this.#all = this.#found = NO_ROWS;
    this.#search = new RowSearch(NO_ROWS);
    this.active = -1;
  }

  /** Takes the rows of the list as they are now. What was chosen stays so while it can be. */
  take(rows: readonly DirectoryRow[] = NO_ROWS, availableOnly = false): void {
    if (rows === this.#all && availableOnly === this.#availableOnly) return;
    const activeKey = this.#found[this.active]?.key;
    this.#all = rows;
    this.#availableOnly = availableOnly;
    this.#search = new RowSearch(availableOnly ? rows.filter(canChoose) : rows);
    this.#find();
    this.active = activeKey === undefined ? this.#firstActive() : this.#indexOf(activeKey);
    this.#keepChosen();
  }

  /** Something was typed or pasted. */
  type(text: string): void {
    this.#texts.set(this.list, text);
    this.unchoose();
    this.#find();
    this.active = this.#firstActive();
  }

  /** Lets go of what was chosen, and of what was said. */
  unchoose(): void {
    this.chosen = undefined;
    this.notice = undefined;
    this.isRevealed = false;
  }

  /** A key that may move through the list. @returns Whether it does. */
  move(key: string): boolean {
    const next = moveActive(key, this.active, this.#found.length, ROWS_IN_SIGHT);
    if (next !== undefined) this.active = next;
    return next !== undefined;
  }

  /** Chooses a row; one that cannot be had says why. */
  pick(index: number): void {
    const row = this.#found[index];
    if (!row) return;
    this.unchoose();
    this.active = index;
    const refusal = this.#check(row.target);
    if (!canChoose(row)) this.notice = {kind: 'cannot-take', row};
    else if (refusal) this.notice = {kind: 'refused', refusal};
    else this.chosen = row;
  }

  /** Enter: chooses what is active. @returns Whether that was chosen already, so that it should be done. */
  enter(): boolean {
    const row = this.#found[this.active];
    if (row && row.key !== this.chosen?.key) {
      this.pick(this.active);
      return false;
    }
    return this.require() !== undefined;
  }

  /** The choice; where there is none, the picker says from now on what is missing. */
  require(): DirectoryChoice | undefined {
    const {choice, entry} = this;
    if (choice) return choice;
    this.isRevealed = true;
    if (!entry?.refusal || this.#isName(entry)) this.notice ??= {kind: 'choose'};
    return undefined;
  }

  /** Letters with digits are a name while a name matches, and a number that loses its letters when none does. */
  #isName({losesLetters}: NumberEntry): boolean {
    return losesLetters && this.#found.length > 0;
  }

  /** Who types a name means the first match; who types a number means the number. */
  #firstActive(): number {
    if (this.text.trim() === '' || this.#found.length === 0) return -1;
    const {entry} = this;
    return entry && !this.#isName(entry) ? -1 : 0;
  }

  #find(): void {
    this.#found = this.#search.find(this.text);
  }

  #indexOf(key: string): number {
    return this.#found.findIndex((row) => row.key === key);
  }

  #keepChosen(): void {
    const {chosen} = this;
    if (!chosen) return;
    const now = this.#search.rows.find(({key}) => key === chosen.key);
    if (now && canChoose(now)) this.chosen = now;
    else {
      this.unchoose();
      this.notice = {kind: 'gone', name: chosen.name};
    }
  }
}
