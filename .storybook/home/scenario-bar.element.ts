import {css, html, nothing, type TemplateResult} from 'lit';
import {DeskwireElement, focusStyles, LanguageController, refusalText} from '@deskwire/kit';

import {homeWords} from './home.messages.js';
import {GROUPS, type Group, type Outcome, type Scenario, type Stage} from './model.js';
import {SCENARIOS} from './scenarios.js';

import {homeStyles} from './home.styles.js';

/** Fired when a scenario has run: `detail` is its label. */
export const SCENARIO_RAN = 'home-scenario-ran';

/** The buttons by which things happen to a desk, and what came of the last one. */
export class ScenarioBarElement extends DeskwireElement {
  static override styles = [
    homeStyles,
    focusStyles,
    css`
      .groups {
        display: grid;
        gap: 16px;
      }
      .group {
        display: grid;
        gap: 8px;
      }
      :host([flow]) .groups {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 28px;
      }
      :host([flow]) .group {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
      }
      .said {
        min-block-size: 20px;
        margin-block-start: 12px;
        font: var(--dw-font-base);
        color: var(--dw-color-text-secondary);
      }
      :host([flow]) .said {
        min-block-size: 0;
        margin-block-start: 4px;
      }
      :host([flow]) .said:empty {
        margin: 0;
      }
      .said.refused {
        color: var(--dw-color-state-hold);
      }
    `,
  ];
  static override properties = {flow: {type: Boolean}, names: {attribute: false}, stage: {attribute: false}};

  /** In lines, for a place that is wide and low. */
  declare flow: boolean;
  /** Which scenarios, by name. */
  declare names: readonly string[];
  declare stage: Stage | undefined;

  readonly #language = new LanguageController(this, homeWords);
  /** Those that last until they are taken back. */
  readonly #lasting = new Set<string>();
  #said = '';
  #isRefused = false;

  constructor() {
    super();
    this.flow = false;
    this.names = [];
    this.stage = undefined;
  }

  /** Nothing has happened yet, on a desk that begins anew. */
  reset(): void {
    this.#lasting.clear();
    this.#said = '';
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    return html`<div lang=${locale} dir=${dir}>
      <div class="groups">${GROUPS.map((group) => this.#renderGroup(group))}</div>
      <p class="said ${this.#isRefused ? 'refused' : ''}" role="status">${this.#said}</p>
    </div>`;
  }

  #renderGroup(group: Group): TemplateResult | typeof nothing {
    const names = this.names.filter((name) => SCENARIOS.get(name)?.group === group);
    if (names.length === 0) return nothing;
    return html`<div class="group" role="group" aria-labelledby=${group}>
      <h3 id=${group}>${this.#language.t(group)}</h3>
      <div class="row">${names.map((name) => this.#renderButton(name))}</div>
    </div>`;
  }

  #renderButton(name: string): TemplateResult | typeof nothing {
    const one = this.#current(name);
    if (!one) return nothing;
    return html`<dw-button
      small
      .pending=${this.stage === undefined}
      @click=${() => {
        this.#run(name, one);
      }}
      >${one.label[this.#language.locale]}</dw-button
    >`;
  }

  #current(name: string): Scenario | undefined {
    const one = SCENARIOS.get(name);
    return (this.#lasting.has(name) ? one?.back : undefined) ?? one;
  }

  #run(name: string, one: Scenario): void {
    if (!this.stage) return;
    const label = one.label[this.#language.locale];
    const outcome = one.run(this.stage);
    this.#isRefused = !outcome.ok;
    this.#said = outcome.ok ? this.#language.t('done', {what: label}) : this.#whyNot(outcome);
    if (outcome.ok) {
      this.#turn(name);
      this.dispatchEvent(new CustomEvent(SCENARIO_RAN, {detail: label}));
    }
    this.requestUpdate();
  }

  #turn(name: string): void {
    if (!SCENARIOS.get(name)?.back) return;
    if (!this.#lasting.delete(name)) this.#lasting.add(name);
  }

  #whyNot(outcome: Extract<Outcome, {ok: false}>): string {
    const {locale} = this.#language;
    const why = 'lacks' in outcome ? outcome.lacks[locale] : refusalText(locale, outcome.refusal);
    return this.#language.t('refused', {why});
  }
}
