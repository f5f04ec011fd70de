import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import {ClockController} from '../controllers/clock-controller.js';
import {elapsedText, remainingText} from '../words/duration.js';

/**
 * A running time in tabular digits, by desk time: up from `since`, or down to `until`. All timers of a page turn over in
 * the same beat. It has the role `timer`, which assistive technology reads on request and does not announce.
 *
 * @element dw-timer
 */
export class TimerElement extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      white-space: nowrap;
      direction: ltr;
    }
    /* Not on the host, whose font the page may set: the shorthand would reset the digits. */
    span {
      font-variant-numeric: tabular-nums;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  /** Counts up from here, epoch milliseconds. */
  @property({attribute: false}) since: number | undefined;
  /** Counts down to here, epoch milliseconds; wins over `since`. */
  @property({attribute: false}) until: number | undefined;
  /** What is timed, for assistive technology. */
  @property({attribute: false}) label = '';

  readonly #clock = new ClockController(this, () => {
    if (this.#text() !== this.#shown) this.requestUpdate();
  });
  #shown = '';

  protected override willUpdate(): void {
    this.#shown = this.#text();
  }

  protected override render(): TemplateResult {
    return html`<span role="timer" aria-label=${this.label || nothing}>${this.#shown}</span>`;
  }

  #text(): string {
    if (this.until !== undefined) return remainingText(this.until, this.#clock.now());
    return this.since === undefined ? '' : elapsedText(this.since, this.#clock.now());
  }
}
