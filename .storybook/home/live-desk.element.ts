import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {DeskwireElement, focusStyles, LanguageController} from '@deskwire/kit';
import type {DeskElement} from '@deskwire/desk';

import type {EventListElement} from './event-list.element.js';
import {listenToAll} from './event-log.js';
import {homeWords} from './home.messages.js';
import {LiveCentre} from './live-centre.js';
import type {Stage, WidgetPage} from './model.js';
import {pageOf} from './pages.js';
import {SCENARIO_RAN, type ScenarioBarElement} from './scenario-bar.element.js';
import {WIDTHS, widthStyles} from './widths.js';

import {homeStyles} from './home.styles.js';

/** A widget on a desk of its own, with buttons for what can happen to it. */
export class LiveDeskElement extends DeskwireElement {
  static override styles = [
    homeStyles,
    focusStyles,
    widthStyles,
    css`
      .live {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(240px, 300px);
        gap: 16px;
        align-items: start;
      }
      .bar {
        min-block-size: 44px;
        padding: 6px 12px 6px 16px;
        border-block-end: 1px solid var(--dw-color-border);
      }
      .stage {
        min-block-size: 260px;
        padding: 20px;
        background: var(--dw-color-surface-sunken);
        border-end-start-radius: var(--dw-radius-surface);
        border-end-end-radius: var(--dw-radius-surface);
        overflow-x: auto;
      }
      dw-desk {
        display: grid;
        gap: 16px;
        margin-inline: auto;
      }
      dw-desk dw-chat-pane,
      dw-desk dw-visitor-chat {
        block-size: 480px;
      }
      :is(dw-agent-state, dw-outdial, dw-campaign) {
        max-inline-size: 320px;
      }
      .happens {
        padding: 12px 16px 16px;
      }
      .happens h2 {
        margin-block-end: 12px;
      }
      home-events {
        grid-column: 1 / -1;
      }
      .seg {
        display: flex;
        gap: 0;
        border: 0;
        padding: 0;
        margin: 0;
      }
      .seg label {
        display: grid;
        padding: 2px 10px;
        border-radius: var(--dw-radius-control);
        color: var(--dw-color-text-secondary);
        font: 500 12px/20px var(--dw-font-family);
        cursor: pointer;
      }
      .seg input {
        position: absolute;
        opacity: 0;
        pointer-events: none;
      }
      .seg label:has(:checked) {
        background: var(--dw-color-accent-tint);
        color: var(--dw-color-accent);
      }
      .seg label:has(:focus-visible) {
        outline: 2px solid var(--dw-color-focus);
        outline-offset: 1px;
      }
      @media (max-width: 859px) {
        .live {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 519px) {
        .stage {
          padding: 12px 0;
        }
        .seg {
          display: none;
        }
      }
    `,
  ];
  static override properties = {tag: {}, width: {state: true}};

  /** Whose page this is. */
  declare tag: string;
  declare width: (typeof WIDTHS)[number] | 'full';

  readonly #language = new LanguageController(this, homeWords);
  #centre: LiveCentre | undefined;
  #stage: Stage | undefined;
  #locale = '';
  #stop: (() => void) | undefined;

  constructor() {
    super();
    this.tag = '';
    this.width = 'full';
  }

  /** What scenarios are told with; undefined until the desk is set up. */
  get stage(): Stage | undefined {
    return this.#stage;
  }

  /** The desk that is shown. */
  get desk(): DeskElement | null {
    return this.renderRoot.querySelector('dw-desk');
  }

  get events(): EventListElement | null {
    return this.renderRoot.querySelector('home-events');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.restart();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  /** Begins the story anew, on a new desk. */
  restart(): void {
    const page = pageOf(this.tag);
    const place = this.renderRoot.querySelector('.stage');
    if (!page || !place) return;
    this.#close();
    const desk = deskOf(page);
    place.replaceChildren(desk);
    this.#dress(desk);
    this.events?.clear();
    this.#bar?.reset();
    this.#stop = listenToAll(desk, (event) => this.events?.add(event));
    const {locale} = this.#language;
    const {side = 'agent', begins} = page;
    const centre = new LiveCentre(desk, {language: locale, side, begins});
    this.#centre = centre;
    void centre.stage.then((stage) => {
      if (this.#centre !== centre) return;
      this.#stage = stage;
      this.requestUpdate();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const {locale} = this.#language;
    if (changed.has('tag') || locale !== this.#locale) {
      this.#locale = locale;
      this.restart();
    } else if (this.desk) this.#dress(this.desk);
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = pageOf(this.tag);
    if (!page) return nothing;
    const {locale, dir} = this.#language;
    return html`<div class="live" lang=${locale} dir=${dir}>
      <section class="panel" aria-labelledby="live">
        <div class="bar row">
          <h2 id="live">${this.#language.t('live')}</h2>
          <span class="grow"></span>
          ${this.#renderWidths()}
          <dw-button
            small
            @click=${() => {
              this.restart();
            }}
            >${this.#language.t('restart')}</dw-button
          >
        </div>
        <div class="stage"></div>
      </section>
      <section class="panel happens" aria-labelledby="happens">
        <h2 id="happens">${this.#language.t('happens')}</h2>
        <home-scenarios
          .names=${page.scenarios}
          .stage=${this.#stage}
          @home-scenario-ran=${({detail}: CustomEvent<string>) => {
            this.events?.add({kind: 'scenario', text: detail});
          }}
        ></home-scenarios>
      </section>
      <home-events></home-events>
    </div>`;
  }

  #renderWidths(): TemplateResult {
    return html`<fieldset class="seg">
      <legend class="hidden-text">${this.#language.t('width')}</legend>
      ${(['full', ...WIDTHS] as const).map(
        (width) =>
          html`<label
            ><input
              type="radio"
              name="width"
              .checked=${this.width === width}
              @change=${() => {
                this.width = width;
              }}
            />${width === 'full' ? this.#language.t('full') : width}</label
          >`,
      )}
    </fieldset>`;
  }

  get #bar(): ScenarioBarElement | null {
    return this.renderRoot.querySelector('home-scenarios');
  }

  #dress(desk: DeskElement): void {
    const {locale, dir} = this.#language;
    desk.className = this.width === 'full' ? '' : `w${this.width}`;
    desk.language = locale;
    desk.dir = dir;
  }

  #close(): void {
    this.#stop?.();
    this.#centre?.close();
    this.#centre = this.#stage = undefined;
  }
}

/** A desk with the widget of a page on it, and what stands beside it. */
export const deskOf = ({tag, attributes = {}, beside = []}: WidgetPage): DeskElement => {
  const desk = document.createElement('dw-desk');
  const widget = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  desk.append(widget, ...beside.map((other) => document.createElement(other)));
  return desk;
};

export {SCENARIO_RAN};
