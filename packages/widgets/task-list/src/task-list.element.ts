import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {
  bareState,
  countBadge,
  DeskwireElement,
  focusStyles,
  LanguageController,
  phoneText,
  rowStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';
import type {InteractionId} from '@deskwire/domain';

import {TaskSelectedEvent} from './task-list.events.js';
import {contactIcon, STATE_HUES, stateIcon} from './task-list.icons.js';
import {words} from './task-list.messages.js';
import {rowAfterKey, sameRows, tabStop, taskRows, type TaskRow} from './task-list.view.js';

import {taskListStyles} from './task-list.styles.js';

const NONE: readonly TaskRow[] = [];

interface Place {
  readonly id: InteractionId;
  readonly index: number;
}

/**
 * Everything that the agent is offered, handles or wraps up, newest first: who, which queue, for how long, what is
 * unread and in which state. Choosing one tells the page, which shows its pane and its widgets.
 *
 * One Tab stop; arrow keys, Home and End move, Enter and Space choose. A row keeps its place while its state changes.
 *
 * @element dw-task-list
 * @csspart card - The surface.
 * @csspart row - One task.
 * @fires {TaskSelectedEvent} dw-task-selected - The agent chose a task; `detail.interactionId` names it.
 */
export class TaskListElement extends DeskwireElement {
  static override styles = [surfaceStyles, rowStyles, stateStyles, focusStyles, taskListStyles];

  /** The chosen task. Follows what the agent chooses; set it to choose from outside, which fires nothing. */
  @property({attribute: false}) selectedId: InteractionId | undefined;

  readonly #language = new LanguageController(this, words);
  readonly #rows = new StreamController(this, taskRows, sameRows);
  /** The row that had the focus last, and where it stood. */
  #focused: Place | undefined;
  #hadFocus = false;

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement?.matches('.row') ?? false;
    if (this.#hadFocus && this.#focused) this.#focused = this.#placeOf(this.#focused);
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    const rows = this.#rows.value ?? NONE;
    return html`<section class="card" part="card" lang=${locale} dir=${dir} aria-labelledby="title">
      <header class="head">
        <h2 id="title" class="grow cut">
          ${this.#language.t('title')} <span class="count">${this.#language.number(rows.length)}</span>
        </h2>
      </header>
      ${rows.length ? this.#list(rows) : this.#nothingToDo()}
    </section>`;
  }

  protected override updated(): void {
    // Removed with its row, the focus would be lost in the page.
    if (this.#hadFocus && this.#focused && !this.shadowRoot?.activeElement) this.#focusRow(this.#focused.id);
  }

  /** Where a row stands now; of one that is gone, its neighbour. */
  #placeOf({id, index}: Place): Place | undefined {
    const rows = this.#rows.value ?? NONE;
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) return {id, index: at};
    const next = Math.min(index, rows.length - 1);
    const row = rows[next];
    return row && {id: row.id, index: next};
  }

  #list(rows: readonly TaskRow[]): TemplateResult {
    const stop = tabStop(rows, this.#focused?.id, this.selectedId);
    return html`<div
      class="rows"
      role="listbox"
      aria-labelledby="title"
      @click=${this.#handleClick}
      @keydown=${this.#handleKey}
    >
      ${repeat(
        rows,
        ({id}) => id,
        (row) => this.#row(row, row.id === stop),
      )}
    </div>`;
  }

  #row(row: TaskRow, isStop: boolean): TemplateResult {
    const {id, state, since, unread} = row;
    const selected = id === this.selectedId;
    const hue = STATE_HUES[state];
    return html`<div
      class="row ${hue} ${selected ? 'on' : ''}"
      part="row"
      role="option"
      aria-selected=${selected}
      tabindex=${isStop ? 0 : -1}
      .taskId=${id}
      @focus=${this.#handleFocus}
    >
      ${contactIcon(row)}
      <div class="grow">
        <div class="line">
          <span class="who grow cut">${phoneText(row.customer)}</span>
          <dw-timer class="meta" .since=${since}></dw-timer>
        </div>
        <div class="line">
          <span class="meta grow cut">${this.#detail(row)}</span>
          ${unread ? countBadge(unread, this.#language.t('unread', {count: unread})) : nothing}
          ${bareState(hue, stateIcon(row), this.#language.t(state))}
        </div>
      </div>
    </div>`;
  }

  #detail({queue, channel, origin, consult}: TaskRow): string {
    // The queue comes last: it is what a narrow row shortens.
    const kind = consult ? 'consult' : origin;
    return [...(kind ? [this.#language.t(kind)] : []), queue ?? this.#language.t(channel)].join(' · ');
  }

  #nothingToDo(): TemplateResult {
    return html`<p class="empty">
      <strong>${this.#language.t('empty')}</strong>${this.#language.t('emptyHint')}
    </p>`;
  }

  #select(id: InteractionId): void {
    this.selectedId = id;
    this.dispatchEvent(new TaskSelectedEvent(id));
  }

  #rowElement(id: InteractionId): TaskRowElement | undefined {
    const rows = this.shadowRoot?.querySelectorAll<TaskRowElement>('.row') ?? [];
    return [...rows].find(({taskId}) => taskId === id);
  }

  #focusRow(id: InteractionId): void {
    this.#rowElement(id)?.focus();
  }

  readonly #handleClick = (event: Event): void => {
    const row = (event.target as Element).closest<TaskRowElement>('.row');
    if (row) this.#select(row.taskId);
  };

  readonly #handleFocus = (event: Event): void => {
    const {taskId} = event.currentTarget as TaskRowElement;
    if (taskId === this.#focused?.id) return;
    const index = (this.#rows.value ?? NONE).findIndex(({id}) => id === taskId);
    this.#focused = {id: taskId, index};
    this.requestUpdate();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    const from = this.#focused?.id;
    if (from !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.#select(from);
      return;
    }
    const to = rowAfterKey(this.#rows.value ?? NONE, from, event.key);
    if (to === undefined) return;
    event.preventDefault();
    this.#focusRow(to);
  };
}

/** A row knows its task by a property: nothing about a contact stands in an attribute. */
type TaskRowElement = HTMLElement & {taskId: InteractionId};
