import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {DeskwireElement, LanguageController} from '@deskwire/kit';

import {homeWords} from './home.messages.js';
import {LiveCentre} from './live-centre.js';
import {deskOf} from './live-desk.element.js';
import type {Part, Stage, WidgetPage} from './model.js';
import {pageOf} from './pages.js';

import {homeStyles} from './home.styles.js';
import {markStyles} from './mark.styles.js';

/** Finds a part from a widget's shadow root; ` >> ` steps into the next one. */
export const findPart = (widget: Element | null, {at}: Part): Element | undefined => {
  let found: Element | null | undefined = widget;
  for (const selector of at.split(' >> ')) found = found?.shadowRoot?.querySelector(selector);
  return found ?? undefined;
};

/** The widget as it is, unfolded, with a number on each of its parts. */
export class PictureElement extends DeskwireElement {
  static override styles = [
    homeStyles,
    markStyles,
    css`
      :host {
        position: relative;
      }
      dw-desk {
        display: block;
      }
      dw-desk > * + * {
        display: none;
      }
      dw-desk :is(dw-chat-pane, dw-visitor-chat) {
        block-size: 560px;
      }
      .layer {
        position: absolute;
        inset: 0;
        overflow: visible;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        pointer-events: none;
      }
      .layer:popover-open {
        position: fixed;
        inline-size: 100%;
        block-size: 100%;
      }
      .mark {
        position: absolute;
        inset-block-start: var(--_y);
        left: var(--_x);
        box-shadow: 0 0 0 2px var(--dw-color-surface);
      }
      .frame {
        position: absolute;
        inset-block-start: var(--_y);
        left: var(--_x);
        inline-size: var(--_w);
        block-size: var(--_h);
        border: 2px solid var(--dw-color-accent);
        border-radius: 6px;
      }
    `,
  ];
  static override properties = {tag: {}, plain: {type: Boolean}, shown: {attribute: false}};

  declare tag: string;
  /** Without numbers. */
  declare plain: boolean;
  /** The part that is framed, by its place in the list. */
  declare shown: number | undefined;

  readonly #language = new LanguageController(this, homeWords);
  readonly #resized = new ResizeObserver(() => {
    this.#place();
  });
  #centre: LiveCentre | undefined;
  #locale = '';
  #look: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.tag = '';
    this.plain = false;
    this.shown = undefined;
  }

  /** The parts that are not to be found on the screen. */
  get missing(): readonly Part[] {
    return this.#parts.filter((part) => !findPart(this.#widget, part));
  }

  /** Whether the widget shows all that it is pictured for. */
  get isComplete(): boolean {
    return this.#widget !== null && this.missing.length === 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const {locale} = this.#language;
    if (changed.has('tag') || locale !== this.#locale) {
      this.#locale = locale;
      this.#begin();
    } else this.#place();
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = pageOf(this.tag);
    if (!page) return nothing;
    const marks = this.plain
      ? nothing
      : page.anatomy.map((_, at) => html`<span class="mark" hidden>${at + 1}</span>`);
    return html`<div class="place"></div>
      <div class="layer" aria-hidden="true" popover=${page.onTop ? 'manual' : nothing}>
        ${marks}${this.shown === undefined ? nothing : html`<span class="frame"></span>`}
      </div>`;
  }

  get #page(): WidgetPage | undefined {
    return pageOf(this.tag);
  }

  get #parts(): readonly Part[] {
    return this.#page?.anatomy ?? [];
  }

  get #widget(): Element | null {
    return this.renderRoot.querySelector(`dw-desk > ${this.tag}`);
  }

  #begin(): void {
    const page = this.#page;
    const place = this.renderRoot.querySelector('.place');
    if (!page || !place) return;
    this.#end();
    const desk = deskOf(page);
    desk.language = this.#language.locale;
    desk.dir = this.#language.dir;
    place.replaceChildren(desk);
    this.#centre = new LiveCentre(desk, {
      language: this.#language.locale,
      side: page.side ?? 'agent',
      begins: (stage: Stage) => {
        page.begins(stage);
        page.unfolds?.(stage);
      },
    });
    this.#resized.observe(this);
    // Parts come one after another, some of them loaded first.
    this.#look = setInterval(() => {
      if (!this.isComplete) return;
      clearInterval(this.#look);
      this.#watch();
    }, 100);
  }

  #watch(): void {
    for (const part of this.#parts) {
      const element = findPart(this.#widget, part);
      if (element) this.#resized.observe(element);
    }
    const layer = this.renderRoot.querySelector<HTMLElement>('.layer[popover]');
    // Shown last, so that it lies on what is on top already.
    if (layer && !layer.matches(':popover-open')) layer.showPopover();
    // Of several pictures on a page one would have the focus, and which one would be chance.
    if (this.#page?.onTop) blurDeep(document);
    this.#place();
  }

  #place(): void {
    const layer = this.renderRoot.querySelector('.layer');
    if (!layer) return;
    const origin = layer.getBoundingClientRect();
    const marks = [...this.renderRoot.querySelectorAll<HTMLElement>('.mark')];
    for (const [at, part] of this.#parts.entries()) {
      const rect = findPart(this.#widget, part)?.getBoundingClientRect();
      const mark = marks[at];
      if (mark) mark.hidden = !rect || rect.width === 0;
      if (mark && rect)
        setPlace(
          mark,
          rect.left - origin.left - 10,
          rect.top - origin.top - 8 + overlap(marks, at, rect, origin),
        );
      if (at === this.shown && rect) this.#frame(rect, origin);
    }
  }

  #frame(rect: DOMRect, origin: DOMRect): void {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    if (!frame) return;
    setPlace(frame, rect.left - origin.left - 3, rect.top - origin.top - 3);
    frame.style.setProperty('--_w', `${rect.width + 6}px`);
    frame.style.setProperty('--_h', `${rect.height + 6}px`);
  }

  #end(): void {
    clearInterval(this.#look);
    this.#resized.disconnect();
    this.#centre?.close();
    this.#centre = undefined;
  }
}

const blurDeep = (root: DocumentOrShadowRoot): void => {
  const {activeElement} = root;
  if (activeElement?.shadowRoot?.activeElement) blurDeep(activeElement.shadowRoot);
  else if (activeElement instanceof HTMLElement) activeElement.blur();
};

const setPlace = (element: HTMLElement, x: number, y: number): void => {
  element.style.setProperty('--_x', `${Math.round(x)}px`);
  element.style.setProperty('--_y', `${Math.round(y)}px`);
};

/** A number stands below those that are at the same corner already. */
const overlap = (marks: readonly HTMLElement[], at: number, rect: DOMRect, origin: DOMRect): number => {
  const [x, y] = [rect.left - origin.left - 10, rect.top - origin.top - 8];
  const near = marks.slice(0, at).filter((mark) => {
    if (mark.hidden) return false;
    const dx = Math.abs(Number.parseFloat(mark.style.getPropertyValue('--_x')) - x);
    const dy = Math.abs(Number.parseFloat(mark.style.getPropertyValue('--_y')) - y);
    return dx < 20 && dy < 20;
  });
  return near.length * 22;
};
