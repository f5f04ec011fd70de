import {LitElement, css, html, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';

/** How soon something is read out: after the current sentence, or at once. */
export type Urgency = 'polite' | 'assertive';

/** Long enough to be read out, short enough not to be found later by someone who browses the page. */
const KEPT_MS = 7000;

/**
 * Two live regions that are in the page before anything is said. `announce` makes one per document, or per modal dialog,
 * since all around an open one is inert.
 *
 * @element dw-announcer
 */
export class AnnouncerElement extends LitElement {
  static override styles = css`
    /* It stands in the page: no rule of the page may show it, or hide it from those who listen. */
    :host {
      display: block !important;
      visibility: visible !important;
      position: fixed !important;
      box-sizing: border-box !important;
      width: 1px !important;
      height: 1px !important;
      margin: 0 !important;
      padding: 0 !important;
      border: 0 !important;
      overflow: hidden !important;
      clip-path: inset(50%) !important;
      white-space: nowrap !important;
    }
  `;

  @state() private polite: readonly string[] = [];
  @state() private assertive: readonly string[] = [];

  /** Reads a text out, and forgets it after a while. */
  say(text: string, urgency: Urgency): void {
    this[urgency] = [...this[urgency], text];
    setTimeout(() => {
      this[urgency] = this[urgency].slice(1);
    }, KEPT_MS);
  }

  protected override render(): TemplateResult {
    return html`<div role="status" aria-live="polite">${this.polite.map((text) => html`<p>${text}</p>`)}</div>
      <div role="alert" aria-live="assertive">${this.assertive.map((text) => html`<p>${text}</p>`)}</div>`;
  }
}
