import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {
  backIcon,
  buttonStyles,
  ClockController,
  DeskwireElement,
  fieldStyles,
  focusStyles,
  formatTime,
  forwardIcon,
  isComposingKey,
  LanguageController,
} from '@deskwire/kit';

import {addMonths, dayOf, isoOf, isSameDay, moved, timeOf, todayAt, weeksOf, type Day} from './calendar.js';
import {calendarWords} from './calendar.messages.js';

import {calendarStyles} from './calendar.styles.js';

/** A day, or a time of it, was chosen. `isDone`: nothing more is expected. */
export interface CalendarPick {
  readonly value: string;
  readonly isDone: boolean;
}

const MONTH = {year: 'numeric', month: 'long', timeZone: 'UTC'} as const;
const FULL = {dateStyle: 'full', timeZone: 'UTC'} as const;
const WEEKDAY = {weekday: 'long', timeZone: 'UTC'} as const;
const LETTER = {weekday: 'narrow', timeZone: 'UTC'} as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** What follows the minutes of a stored date-time: seconds and an offset are kept as they are. */
const restOf = (value: string): string => /T\d{2}:\d{2}(.*)$/.exec(value)?.[1] ?? ':00';
const timeIn = (value: string): string => /T(\d{2}:\d{2})/.exec(value)?.[1] ?? '';

/**
 * One month to choose a day from, and for a date-time the time of it. Part of `<dw-cad-editor>`, loaded when it is first
 * opened. Dates are in its texts, never in attributes.
 *
 * @element dw-cad-calendar
 * @fires {CustomEvent<CalendarPick>} dw-pick - Something was chosen; does not bubble.
 */
export class CadCalendarElement extends DeskwireElement {
  static override styles = [buttonStyles, fieldStyles, focusStyles, calendarStyles];

  /** What is chosen, as it is stored; empty: nothing. */
  @property({attribute: false}) value = '';
  /** Whether a time belongs to it. */
  @property({attribute: false}) hasTime = false;

  @state() private cursor: Day = {year: 1970, month: 1, day: 1};

  @query('td[tabindex="0"]') private readonly cell!: HTMLElement | null;

  readonly #language = new LanguageController(this, calendarWords);
  readonly #clock = new ClockController(this);
  #followsCursor = false;

  override focus(options?: FocusOptions): void {
    this.cell?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.cursor = dayOf(this.value) ?? todayAt(this.#clock.now());
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    return html`<div lang=${locale} dir=${dir}>
      ${this.#bar()}
      <table role="grid" aria-labelledby="month" @keydown=${this.#handleKey}>
        <thead>
          <tr>
            ${(weeksOf(this.cursor)[0] ?? []).map((day) => this.#head(day))}
          </tr>
        </thead>
        <tbody>
          ${weeksOf(this.cursor).map(
            (week) =>
              html`<tr>
                ${week.map((day) => this.#day(day))}
              </tr>`,
          )}
        </tbody>
      </table>
      ${this.hasTime ? this.#time() : nothing}
    </div>`;
  }

  protected override updated(): void {
    if (this.#followsCursor) this.cell?.focus();
    this.#followsCursor = false;
  }

  #text(day: Day, options: Intl.DateTimeFormatOptions): string {
    return formatTime(this.#language.locale, timeOf(day), options);
  }

  #bar(): TemplateResult {
    const language = this.#language;
    const turn = (months: number, label: string, icon: TemplateResult): TemplateResult =>
      html`<button
        type="button"
        class="btn icon small ghost"
        aria-label=${label}
        @click=${() => {
          this.cursor = addMonths(this.cursor, months);
        }}
      >
        ${icon}
      </button>`;
    return html`<div class="bar">
      ${turn(-1, language.t('previous'), backIcon)}
      <h2 id="month" aria-live="polite">${this.#text(this.cursor, MONTH)}</h2>
      ${turn(1, language.t('next'), forwardIcon)}
    </div>`;
  }

  #head(day: Day): TemplateResult {
    return html`<th scope="col">
      <span aria-hidden="true">${this.#text(day, LETTER)}</span
      ><span class="hidden-text">${this.#text(day, WEEKDAY)}</span>
    </th>`;
  }

  #day(day: Day): TemplateResult {
    if (day.month !== this.cursor.month) return html`<td class="out" aria-hidden="true">${day.day}</td>`;
    const isOn = isSameDay(day, dayOf(this.value));
    const isToday = isSameDay(day, todayAt(this.#clock.now()));
    return html`<td
      role="gridcell"
      class="in ${isOn ? 'on' : ''} ${isToday ? 'today' : ''}"
      tabindex=${isSameDay(day, this.cursor) ? '0' : '-1'}
      aria-selected=${isOn ? 'true' : 'false'}
      aria-current=${isToday ? 'date' : nothing}
      @click=${() => {
        this.#choose(day);
      }}
    >
      <span aria-hidden="true">${day.day}</span><span class="hidden-text">${this.#text(day, FULL)}</span>
    </td>`;
  }

  #time(): TemplateResult {
    const language = this.#language;
    return html`<div class="time">
      <label for="time" class="muted">${language.t('time')}</label>
      <span class="input"
        ><input
          id="time"
          type="time"
          .value=${timeIn(this.value)}
          @change=${(event: Event) => {
            this.#tell(this.cursor, (event.target as HTMLInputElement).value, false);
          }}
      /></span>
      <button
        type="button"
        class="btn primary"
        @click=${() => {
          this.#tell(dayOf(this.value) ?? this.cursor, this.#timeNow, true);
        }}
      >
        ${language.t('done')}
      </button>
    </div>`;
  }

  /** The time that is chosen, else the time that it is. */
  get #timeNow(): string {
    const now = new Date(this.#clock.now());
    return timeIn(this.value) || `${two(now.getHours())}:${two(now.getMinutes())}`;
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (isComposingKey(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = moved(this.cursor, event.key, event.shiftKey, this.#language.dir === 'rtl');
    const chooses = event.key === 'Enter' || event.key === ' ';
    if (!to && !chooses) return;
    event.preventDefault();
    event.stopPropagation();
    if (!to) {
      this.#choose(this.cursor);
      return;
    }
    this.cursor = to;
    this.#followsCursor = true;
  };

  #choose(day: Day): void {
    this.cursor = day;
    this.#tell(day, this.#timeNow, !this.hasTime);
  }

  #tell(day: Day, time: string, isDone: boolean): void {
    const value = this.hasTime ? `${isoOf(day)}T${time || this.#timeNow}${restOf(this.value)}` : isoOf(day);
    this.dispatchEvent(new CustomEvent<CalendarPick>('dw-pick', {detail: {value, isDone}}));
  }
}
