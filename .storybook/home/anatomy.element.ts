import {css, html, nothing, type TemplateResult} from 'lit';
import {DeskwireElement, focusStyles, LanguageController} from '@deskwire/kit';

import {homeWords} from './home.messages.js';
import type {WidgetPage} from './model.js';
import {pageHead} from './page-head.template.js';
import {pageOf} from './pages.js';
import type {PictureElement} from './picture.element.js';
import {WIDTHS, widthStyles} from './widths.js';

import {homeStyles} from './home.styles.js';
import {markStyles} from './mark.styles.js';
import {pageStyles} from './page.styles.js';

/** What a frame shows of a widget that stands over its page. */
export const FRAMED = ['numbered', 'plain'] as const;
/** One of {@link FRAMED}. */
export type Framed = (typeof FRAMED)[number];

/** Whether this page can have frames of the same Storybook; a test runner's page cannot. */
const hasFrames = (): boolean => location.pathname.endsWith('/iframe.html');

/** The parts of a widget, numbered on the living thing, and the widget at the widths that it is made for. */
export class AnatomyElement extends DeskwireElement {
  static override styles = [
    homeStyles,
    focusStyles,
    pageStyles,
    markStyles,
    widthStyles,
    css`
      .page {
        max-inline-size: 1620px;
      }
      .parts {
        display: grid;
        grid-template-columns: minmax(0, 560px) minmax(260px, 480px);
        gap: 48px;
        align-items: start;
        padding-inline-start: 12px;
      }
      ol {
        display: grid;
        gap: 4px;
        list-style: none;
      }
      .part {
        display: grid;
        grid-template-columns: 20px minmax(0, 1fr);
        gap: 0 12px;
        inline-size: 100%;
        padding: 6px 8px;
        border: 0;
        border-radius: var(--dw-radius-control);
        background: none;
        color: inherit;
        font: var(--dw-font-base);
        text-align: start;
      }
      .part:hover {
        background: var(--dw-color-surface-hover);
      }
      .widths {
        display: flex;
        flex-wrap: wrap;
        gap: 20px;
        align-items: start;
      }
      figure {
        display: grid;
        gap: 10px;
        margin: 0;
        max-inline-size: 100%;
        overflow-x: auto;
      }
      figcaption {
        color: var(--dw-color-text-muted);
        font: 500 12px/18px var(--dw-font-family);
      }
      iframe {
        display: block;
        block-size: 620px;
        border: 1px solid var(--dw-color-border);
        border-radius: var(--dw-radius-surface);
      }
      .parts iframe {
        inline-size: 100%;
      }
      @media (max-width: 859px) {
        .parts {
          grid-template-columns: minmax(0, 1fr);
          gap: 24px;
        }
      }
    `,
  ];
  static override properties = {tag: {}, storyId: {attribute: false}, shown: {state: true}};

  declare tag: string;
  /** The story that shows this widget in a frame, with the argument `framed`. */
  declare storyId: string;
  declare shown: number | undefined;

  readonly #language = new LanguageController(this, homeWords);

  constructor() {
    super();
    this.tag = this.storyId = '';
    this.shown = undefined;
  }

  /** The pictures that are here and not in a frame. */
  get pictures(): readonly PictureElement[] {
    return [...this.renderRoot.querySelectorAll('home-picture')];
  }

  get frames(): readonly HTMLIFrameElement[] {
    return [...this.renderRoot.querySelectorAll('iframe')];
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = pageOf(this.tag);
    if (!page) return nothing;
    const {locale, dir} = this.#language;
    return html`<main class="page" lang=${locale} dir=${dir}>
      ${pageHead(page, locale)}
      <section>
        <div class="parts">
          <div>
            ${
              page.onTop && hasFrames()
                ? this.#renderFrame('numbered')
                : html`<home-picture .tag=${page.tag} .shown=${this.shown}></home-picture>`
            }
          </div>
          ${this.#renderLegend(page)}
        </div>
      </section>
      ${page.onTop && !hasFrames() ? nothing : this.#renderWidths(page)}
    </main>`;
  }

  #renderLegend(page: WidgetPage): TemplateResult {
    const {locale} = this.#language;
    const show = (at: number | undefined) => () => {
      this.shown = at;
      const [numbered] = this.frames;
      const framed = page.onTop && numbered?.contentDocument?.querySelector('home-picture');
      if (framed) framed.shown = at;
    };
    return html`<ol>
      ${page.anatomy.map(
        ({name, part}, at) =>
          html`<li>
            <button
              class="part"
              @pointerenter=${show(at)}
              @pointerleave=${show(undefined)}
              @focus=${show(at)}
              @blur=${show(undefined)}
            >
              <span class="mark">${at + 1}</span>
              <span>
                ${name[locale]} ${part ? html`<br /><code class="muted">::part(${part})</code>` : nothing}
              </span>
            </button>
          </li>`,
      )}
    </ol>`;
  }

  #renderWidths(page: WidgetPage): TemplateResult {
    return html`<section class="widths">
      ${WIDTHS.map((width) => {
        const caption = this.#language.t('breakpoints', {width});
        return html`<figure tabindex="0" aria-label=${caption}>
          <figcaption>${caption}</figcaption>
          ${
            page.onTop
              ? this.#renderFrame('plain', width)
              : html`<home-picture class="w${width}" .tag=${page.tag} plain></home-picture>`
          }
        </figure>`;
      })}
    </section>`;
  }

  #renderFrame(framed: Framed, width?: number): TemplateResult {
    const page = document.documentElement;
    const globals = new URLSearchParams(location.search).get('globals') ?? '';
    const dressed = globals || `language:${page.lang};direction:${page.dir}`;
    const address = `iframe.html?id=${this.storyId}&viewMode=story&args=framed:${framed}&globals=${encodeURIComponent(dressed)}`;
    const title = width ? this.#language.t('breakpoints', {width}) : this.#language.t('numbered');
    return html`<iframe class=${width ? `w${width}` : ''} src=${address} title=${title}></iframe>`;
  }
}
