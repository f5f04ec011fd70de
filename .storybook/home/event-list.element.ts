import {css, html, nothing, type TemplateResult} from 'lit';
import {DeskwireElement, focusStyles, LanguageController} from '@deskwire/kit';

import type {LogEntry} from './event-log.js';
import {homeWords} from './home.messages.js';

import {homeStyles} from './home.styles.js';

/** Older ones are forgotten: a page may stay open all day. */
const KEPT = 200;

/** What was fired, newest first, with the scenarios between. */
export class EventListElement extends DeskwireElement {
  static override styles = [
    homeStyles,
    focusStyles,
    css`
      .head {
        display: flex;
        align-items: center;
        min-block-size: 44px;
        padding-inline: 16px 8px;
        border-block-end: 1px solid var(--dw-color-border);
      }
      ol {
        max-block-size: 320px;
        overflow-y: auto;
        list-style: none;
      }
      li,
      .none {
        padding: 8px 16px;
      }
      li {
        display: grid;
        grid-template-columns: 32px minmax(0, 1fr);
        gap: 0 8px;
        border-block-end: 1px solid var(--dw-color-border);
      }
      li:last-child {
        border-block-end: 0;
      }
      .number {
        color: var(--dw-color-text-muted);
        font: 400 12px/20px var(--dw-font-family);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      .name {
        color: var(--dw-color-text);
        font-weight: 600;
      }
      .detail {
        color: var(--dw-color-text-secondary);
      }
      .scenario {
        background: var(--dw-color-surface-sunken);
      }
      .scenario span:last-child {
        color: var(--dw-color-text-secondary);
        font: 500 12px/20px var(--dw-font-family);
      }
    `,
  ];

  readonly #language = new LanguageController(this, homeWords);
  #entries: readonly (LogEntry & {readonly number: number})[] = [];
  #count = 0;

  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  add(entry: LogEntry): void {
    if (entry.kind === 'event') this.#count += 1;
    this.#entries = [{...entry, number: this.#count}, ...this.#entries].slice(0, KEPT);
    this.requestUpdate();
  }

  clear(): void {
    this.#entries = [];
    this.#count = 0;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    const title = this.#language.t('events');
    return html`<section class="panel" lang=${locale} dir=${dir} aria-labelledby="title">
      <div class="head">
        <h2 id="title">${title}</h2>
        <span class="grow"></span>
        ${
          this.#entries.length > 0
            ? html`<dw-button
                small
                variant="ghost"
                @click=${() => {
                  this.clear();
                }}
                >${this.#language.t('clear')}</dw-button
              >`
            : nothing
        }
      </div>
      ${
        this.#entries.length > 0
          ? html`<ol tabindex="0" aria-labelledby="title">
              ${this.#entries.map((one) => this.#renderEntry(one))}
            </ol>`
          : html`<p class="none muted">${this.#language.t('noEvents')}</p>`
      }
    </section>`;
  }

  #renderEntry(one: LogEntry & {readonly number: number}): TemplateResult {
    if (one.kind === 'scenario')
      return html`<li class="scenario">
        <span class="number" aria-hidden="true">→</span><span>${one.text}</span>
      </li>`;
    return html`<li>
      <span class="number">${one.number}</span>
      <div>
        <div class="row">
          <code class="name">${one.name}</code>
          <code class="muted">&lt;${one.from}&gt;</code>
          ${one.isCancelable ? html`<span class="may">${this.#language.t('cancelable')}</span>` : nothing}
        </div>
        ${one.detail ? html`<code class="detail">${one.detail}</code>` : nothing}
      </div>
    </li>`;
  }
}
