import {css, html, type TemplateResult} from 'lit';
import {DeskwireElement, focusStyles, LanguageController} from '@deskwire/kit';

import {homeWords} from './home.messages.js';

import {homeStyles} from './home.styles.js';

/** Code with a button that copies it. */
export class CodeBlockElement extends DeskwireElement {
  static override styles = [
    homeStyles,
    focusStyles,
    css`
      .panel {
        overflow: clip;
      }
      .head {
        display: flex;
        align-items: center;
        min-block-size: 40px;
        padding-inline: 16px 6px;
        border-block-end: 1px solid var(--dw-color-border);
      }
      pre {
        padding: 12px 16px;
        overflow-x: auto;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        background: var(--dw-color-surface-sunken);
        tab-size: 2;
      }
      .failed {
        padding: 0 16px 12px;
        color: var(--dw-color-state-hold);
      }
    `,
  ];
  static override properties = {label: {attribute: false}, code: {attribute: false}};

  /** What it is. */
  declare label: string;
  declare code: string;

  readonly #language = new LanguageController(this, homeWords);
  #state: 'copied' | 'failed' | undefined;

  constructor() {
    super();
    this.label = this.code = '';
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('code')) this.#state = undefined;
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    return html`<div class="panel" lang=${locale} dir=${dir}>
      <div class="head">
        <h3 id="label">${this.label}</h3>
        <span class="grow"></span>
        <dw-button
          small
          variant="ghost"
          @click=${() => {
            void this.copy();
          }}
          >${this.#language.t(this.#state === 'copied' ? 'copied' : 'copy')}</dw-button
        >
      </div>
      <pre tabindex="0" dir="ltr" aria-labelledby="label" role="group">${this.code}</pre>
      <p class=${this.#state === 'failed' ? 'failed' : ''} role="status">
        ${this.#state === 'failed' ? this.#language.t('copyFailed') : ''}
      </p>
    </div>`;
  }

  /** Puts the code on the clipboard; where the page may not, it says so. */
  async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code);
      this.#state = 'copied';
    } catch {
      this.#state = 'failed';
    }
    this.requestUpdate();
  }
}
