import {html, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {
  availableIcon,
  bareState,
  callIcon,
  conferenceIcon,
  consultIcon,
  defineButton,
  defineElement,
  DeskwireElement,
  endCallIcon,
  holdIcon,
  idleIcon,
  incomingCallIcon,
  LanguageController,
  lockIcon,
  revertIcon,
  ronaIcon,
  sentIcon,
  stateChip,
  stateStyles,
  surfaceStyles,
  warningIcon,
  watchAmbient,
  wrapUpIcon,
  type Icon,
} from '@deskwire/kit';
import {contrastOf, hexOf, screenColour, type Rgb} from '../contrast.js';

import {ALL_PAIRS, MEASURED, STATES, statePairs, SWATCHES, TEXT_PAIRS, type Pair} from './list.js';
import {tokenWords} from './sheet.messages.js';
import {tokenSheetStyles} from './sheet.styles.js';

type StateName = (typeof STATES)[number];
type WordKey = Exclude<StateName, 'hold'> | 'onHold';

const LOOKS: Readonly<Record<StateName, readonly [Icon, WordKey]>> = {
  ringing: [incomingCallIcon, 'ringing'],
  active: [callIcon, 'active'],
  hold: [holdIcon, 'onHold'],
  consult: [consultIcon, 'consult'],
  conference: [conferenceIcon, 'conference'],
  wrapup: [wrapUpIcon, 'wrapup'],
  rona: [ronaIcon, 'rona'],
  available: [availableIcon, 'available'],
  idle: [idleIcon, 'idle'],
  danger: [warningIcon, 'danger'],
  secure: [lockIcon, 'secure'],
};

const BUTTONS = [
  ['default', holdIcon, 'hold'],
  ['primary', sentIcon, 'save'],
  ['danger', endCallIcon, 'end'],
  ['ghost', revertIcon, 'revert'],
] as const;

/** The design tokens as they are on this screen, with contrasts measured from the pixels. For Storybook only. */
export class TokenSheetElement extends DeskwireElement {
  static override styles = [surfaceStyles, stateStyles, tokenSheetStyles];

  @state() private colours: ReadonlyMap<string, Rgb> = new Map();

  readonly #language = new LanguageController(this, tokenWords);
  #stop: (() => void) | undefined;

  /** Pairs below their limit. Empty until measured, too: ask `isMeasured` first. */
  get failures(): readonly string[] {
    return ALL_PAIRS.filter((pair) => this.#ratio(pair) < pair.limit).map(
      (pair) => `${pair.front} on ${pair.back}: ${this.#ratio(pair)}`,
    );
  }

  get isMeasured(): boolean {
    return this.colours.size > 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = watchAmbient(this, () => {
      this.#measure();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override firstUpdated(): void {
    // What it measured is another update.
    void this.updateComplete.then(() => {
      this.#measure();
    });
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    return html`<div class="sheet" lang=${locale} dir=${dir}>
      <div hidden>${MEASURED.map((name) => html`<i class="of-${name}" data-name=${name}></i>`)}</div>
      <section>
        <h2>${this.#language.t('colour')}</h2>
        <div class="swatches">${SWATCHES.map((name) => this.#renderSwatch(name))}</div>
      </section>
      <section>
        <h2>${this.#language.t('states')}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label=${this.#language.t('states')}>
          ${this.#renderStates()}
        </div>
      </section>
      <div class="columns">
        <section>
          <h2>${this.#language.t('controls')}</h2>
          ${this.#renderControls()}
        </section>
        <section>
          <h2>${this.#language.t('type')}</h2>
          ${this.#renderType()}
        </section>
      </div>
      <div class="columns">${this.#renderSizes()}</div>
      <section>
        <h2>${this.#language.t('text')}</h2>
        ${this.#renderPairs()}
      </section>
    </div>`;
  }

  #renderSwatch(name: string): TemplateResult {
    const colour = this.colours.get(name);
    return html`<div class="line">
      <span class="swatch of-${name}"></span>
      <span><span>${name}</span><br /><span class="meta">${colour ? hexOf(colour) : ''}</span></span>
    </div>`;
  }

  #renderStates(): TemplateResult {
    const t = this.#language;
    const heads = [t.t('onSurface'), t.t('onRaised'), t.t('onTint'), t.t('textOnTint'), t.t('onSelection')];
    return html`<table>
      <thead>
        <tr>
          <th>${t.t('chip')}</th>
          <th>${t.t('bare')}</th>
          <th>${t.t('token')}</th>
          ${heads.map((head) => html`<th class="figure">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${STATES.map((name) => this.#renderState(name))}
      </tbody>
    </table>`;
  }

  #renderState(name: StateName): TemplateResult {
    const [icon, word] = LOOKS[name];
    const text = this.#language.t(word);
    return html`<tr>
      <td>${stateChip(name, icon, text)}</td>
      <td>${bareState(name, icon, text)}</td>
      <td class="meta">state-${name}</td>
      ${statePairs(name).map((pair) => html`<td class="figure ${this.#verdict(pair)}">${this.#figure(pair)}</td>`)}
    </tr>`;
  }

  #renderControls(): TemplateResult {
    const reason = this.#language.t('held');
    return html`<div class="control">
      ${BUTTONS.map(([variant, icon, word]) => {
        const label = this.#language.t(word);
        return html`<span class="meta">${variant}</span>
          <dw-button variant=${variant}>${icon}${label}</dw-button>
          <dw-button variant=${variant} .reason=${reason}>${icon}${label}</dw-button>
          <dw-button variant=${variant} pending>${icon}${label}</dw-button>`;
      })}
    </div>`;
  }

  #renderType(): TemplateResult {
    const fonts = ['clock', 'heading', 'reading', 'title', 'base', 'meta'];
    return html`<table>
      ${fonts.map(
        (font) =>
          html`<tr>
            <td class="f-${font}">${font === 'clock' ? '04:12' : this.#language.t('onHold')}</td>
            <td class="meta">font-${font}</td>
          </tr>`,
      )}
    </table>`;
  }

  #renderSizes(): TemplateResult {
    const t = this.#language;
    return html`<section>
        <h2>${t.t('space')}</h2>
        <div class="samples">
          ${[1, 2, 3, 4, 5, 6, 8].map((step) => html`<span class="meta"><i class="bar s${step}"></i>${step}</span>`)}
        </div>
      </section>
      <section>
        <h2>${t.t('radius')}</h2>
        <div class="samples">
          ${['chip', 'control', 'surface', 'pill'].map(
            (name) => html`<span class="meta"><i class="corner r-${name}"></i>${name}</span>`,
          )}
        </div>
      </section>
      <section>
        <h2>${t.t('density')}</h2>
        <div class="samples">
          ${['compact', 'default', 'touch'].map(
            (name) =>
              html`<span class="meta"
                ><dw-button class=${name}>${holdIcon}${t.t('hold')}</dw-button><br />${name}</span
              >`,
          )}
        </div>
      </section>
      <section>
        <h2>${t.t('elevation')}</h2>
        <div class="samples">
          <div class="flat">${t.t('flat')}</div>
          <div class="raised">${t.t('raised')}</div>
        </div>
      </section>`;
  }

  #renderPairs(): TemplateResult {
    return html`<div class="pairs">
      ${TEXT_PAIRS.map(
        (pair) =>
          html`<div class="pair">
            <span class="grow cut">${pair.front} / ${pair.back}</span>
            <span class="meta">≥ ${pair.limit}</span>
            <span class="num strong ${this.#verdict(pair)}">${this.#figure(pair)}</span>
          </div>`,
      )}
    </div>`;
  }

  #ratio({front, back}: Pair): number {
    const [one, other] = [this.colours.get(front), this.colours.get(back)];
    return one && other ? contrastOf(one, other) : 0;
  }

  #figure(pair: Pair): string {
    return this.isMeasured ? this.#ratio(pair).toFixed(2) : '';
  }

  #verdict(pair: Pair): string {
    return this.isMeasured && this.#ratio(pair) < pair.limit ? 'fails' : '';
  }

  #measure(): void {
    const probes = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-name]')];
    this.colours = new Map(
      probes.map((probe) => [
        probe.dataset['name'] ?? '',
        screenColour(getComputedStyle(probe).backgroundColor),
      ]),
    );
  }
}

/** Registers `<dw-token-sheet>`. */
export const defineTokenSheet = (): boolean => {
  defineButton();
  return defineElement('dw-token-sheet', TokenSheetElement, '0.1.0');
};

declare global {
  interface HTMLElementTagNameMap {
    'dw-token-sheet': TokenSheetElement;
  }
}
