import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {Channel} from '@deskwire/domain';
import type {DeskElement, InteractionSummary} from '@deskwire/desk';
import {DeskwireElement, focusStyles, LanguageController, phoneText} from '@deskwire/kit';

import {LiveCentre} from '../live-centre.js';
import type {Stage} from '../model.js';
import type {ScenarioBarElement} from '../scenario-bar.element.js';

import {homeStyles} from '../home.styles.js';
import {accountOf, type Account} from './accounts.js';
import {crmWords} from './crm.messages.js';

import {crmStyles} from './crm.styles.js';

type PaneTag = 'dw-interaction-control' | 'dw-chat-pane' | 'dw-email-composer';

const PANES: Readonly<Record<Channel, PaneTag>> = {
  voice: 'dw-interaction-control',
  chat: 'dw-chat-pane',
  social: 'dw-chat-pane',
  email: 'dw-email-composer',
};

/** Everything that can be said to happen here. */
const HAPPENS = ['call', 'chat', 'mail', 'accepts', 'writes', 'hangsUp', 'colleagueAsks', 'network'] as const;

/** The activity log tells channels apart as people do. */
const LOGGED = {voice: 'voice', chat: 'chat', social: 'chat', email: 'mail'} as const;

/**
 * A company's own page with a whole desk in it, as a host writes it: the record opens when somebody comes, what was wrapped
 * up stands in the activity, and the tray is where the page puts it.
 */
export class CrmElement extends DeskwireElement {
  static override styles = [
    homeStyles,
    focusStyles,
    crmStyles,
    css`
      :host([small]) .whole {
        min-block-size: 0;
      }
    `,
  ];
  static override properties = {
    begins: {attribute: false},
    tray: {},
    scenarios: {attribute: false},
    account: {state: true},
    contact: {state: true},
    log: {state: true},
  };

  /** What there is when the page is opened. */
  declare begins: ((stage: Stage) => void) | undefined;
  /** Where requests stand: in the corner of the window, or in the page. */
  declare tray: 'tray' | 'inline';
  declare scenarios: readonly string[];
  declare account: Account | undefined;
  declare contact: InteractionSummary | undefined;
  declare log: readonly {readonly account: string; readonly text: string}[];

  readonly #language = new LanguageController(this, crmWords);
  readonly #contacts = new Map<string, InteractionSummary>();
  #centre: LiveCentre | undefined;
  #stage: Stage | undefined;
  #locale = '';

  constructor() {
    super();
    this.begins = this.account = this.contact = undefined;
    this.tray = 'tray';
    this.scenarios = HAPPENS;
    this.log = [];
  }

  get desk(): DeskElement | null {
    return this.renderRoot.querySelector('dw-desk');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.restart();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#centre?.close();
  }

  restart(): void {
    const {desk} = this;
    if (!desk) return;
    this.#centre?.close();
    this.#contacts.clear();
    this.#stage = this.account = this.contact = undefined;
    this.log = [];
    this.renderRoot.querySelector<ScenarioBarElement>('home-scenarios')?.reset();
    const {begins} = this;
    const centre = new LiveCentre(desk, {
      language: this.#language.locale,
      begins: (stage) => {
        this.#follow(desk);
        begins?.(stage);
      },
    });
    this.#centre = centre;
    void centre.stage.then((stage) => {
      if (this.#centre !== centre) return;
      this.#stage = stage;
      this.requestUpdate();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const {locale} = this.#language;
    if (locale === this.#locale && !changed.has('begins')) return;
    this.#locale = locale;
    this.restart();
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    const t = this.#language;
    return html`<div class="whole" lang=${locale} dir=${dir}>
      <section class="story" aria-labelledby="happens">
        <h2 id="happens">${t.t('happens')}</h2>
        <home-scenarios flow .names=${this.scenarios} .stage=${this.#stage}></home-scenarios>
        <dw-button
          small
          @click=${() => {
            this.restart();
          }}
          >${t.t('restart')}</dw-button
        >
      </section>
      <dw-desk
        class="page"
        language=${locale}
        dir=${dir}
        @dw-interaction-arrived=${({detail}: CustomEvent<InteractionSummary>) => {
          this.#arrived(detail);
        }}
        @dw-task-selected=${({detail}: CustomEvent<{readonly interactionId: string}>) => {
          this.#choose(detail.interactionId);
        }}
        @dw-wrap-up-done=${({detail}: CustomEvent<WrapUpDetail>) => {
          this.#noteDown(detail);
        }}
      >
        <header class="bar">
          <strong>${t.t('crm')}</strong>
          <nav>
            <span aria-current="page">${t.t('accounts')}</span><span>${t.t('invoices')}</span
            ><span>${t.t('parcels')}</span>
          </nav>
          <span class="grow"></span>
          <dw-agent-state></dw-agent-state>
        </header>
        <div class="columns">
          ${this.#renderAccount()} ${this.#renderDesk()}
          <div class="tasks">
            <dw-task-list .selectedId=${this.contact?.interactionId}></dw-task-list>
          </div>
        </div>
        <dw-outdial tel-links="call" hide-button></dw-outdial>
        <dw-consult-dialog></dw-consult-dialog>
        <dw-transfer-dialog></dw-transfer-dialog>
        ${this.tray === 'tray' ? html`<dw-incoming-call muted quiet></dw-incoming-call>` : nothing}
      </dw-desk>
    </div>`;
  }

  #renderAccount(): TemplateResult {
    const t = this.#language;
    const {account} = this;
    if (!account)
      return html`<section class="left" aria-label=${t.t('account')}>
        <p class="card idle">${t.t('none')}</p>
      </section>`;
    const facts = [
      [t.t('number'), account.number],
      [t.t('phone'), account.phone && html`<a href="tel:${account.phone}">${phoneText(account.phone)}</a>`],
      [t.t('email'), account.email],
      [t.t('plan'), account.plan[t.locale]],
      [t.t('since'), account.since[t.locale]],
      [t.t('owed'), account.owed[t.locale]],
    ] as const;
    return html`<section class="left" aria-labelledby="account">
      <article class="card">
        <h2 id="account">${account.name[t.locale]}</h2>
        <dl>
          ${facts.map(([name, value]) =>
            value
              ? html`<div>
                  <dt>${name}</dt>
                  <dd>${value}</dd>
                </div>`
              : nothing,
          )}
        </dl>
      </article>
      <div class="card">
        <h3>${t.t('activity')}</h3>
        ${this.#renderActivity(account)}
      </div>
    </section>`;
  }

  #renderActivity(account: Account): TemplateResult {
    const t = this.#language;
    const added = this.log.filter((one) => one.account === account.id);
    if (added.length + account.activity.length === 0) return html`<p class="idle">${t.t('noActivity')}</p>`;
    return html`<ol>
      ${added.map(({text}) => html`<li class="new"><span class="muted">${t.t('today')}</span>${text}</li>`)}
      ${account.activity.map(
        ({when, what}) => html`<li><span class="muted">${when[t.locale]}</span>${what[t.locale]}</li>`,
      )}
    </ol>`;
  }

  #renderDesk(): TemplateResult {
    const shown = this.contact && PANES[this.contact.channel];
    const id = this.contact?.interactionId;
    return html`<section class="desk" aria-label=${this.#language.t('work')}>
      ${
        this.tray === 'inline'
          ? html`<dw-incoming-call placement="inline" muted quiet></dw-incoming-call>`
          : nothing
      }
      ${shown ? nothing : html`<p class="card idle">${this.#language.t('idle')}</p>`}
      <dw-wrap-up .interactionId=${id}></dw-wrap-up>
      <dw-interaction-control
        ?hidden=${shown !== 'dw-interaction-control'}
        .interactionId=${shown === 'dw-interaction-control' ? id : undefined}
      ></dw-interaction-control>
      <dw-chat-pane
        ?hidden=${shown !== 'dw-chat-pane'}
        .interactionId=${shown === 'dw-chat-pane' ? id : undefined}
      ></dw-chat-pane>
      <dw-email-composer
        ?hidden=${shown !== 'dw-email-composer'}
        .interactionId=${shown === 'dw-email-composer' ? id : undefined}
      ></dw-email-composer>
    </section>`;
  }

  /** Whatever is accepted comes in front; what is over altogether makes room. */
  #follow(desk: DeskElement): void {
    const {stream} = desk;
    stream?.facts$.subscribe((fact) => {
      if (fact.type === 'engagement.accepted' && fact.agentId === 'yoon') this.#choose(fact.interactionId);
    });
    stream?.state$.subscribe(({interactions}) => {
      const id = this.contact?.interactionId;
      if (id === undefined || interactions.has(id)) return;
      this.#choose(
        [...interactions.values()].find(({engagements}) => engagements.some(({phase}) => phase === 'active'))
          ?.id,
      );
    });
  }

  #arrived(contact: InteractionSummary): void {
    this.#contacts.set(contact.interactionId, contact);
    // Somebody who is being helped stays on the screen.
    this.account = this.contact ? this.account : accountOf(contact, this.#language.locale);
  }

  #choose(id: string | undefined): void {
    this.contact = id === undefined ? undefined : this.#contacts.get(id);
    if (this.contact) this.account = accountOf(this.contact, this.#language.locale);
  }

  #noteDown({interactionId, reasonIds}: WrapUpDetail): void {
    const contact = this.#contacts.get(interactionId);
    if (!contact) return;
    const reasons = (this.desk?.stream?.snapshot().tenant?.wrapUpReasons ?? [])
      .filter(({id}) => reasonIds.includes(id))
      .map(({label}) => this.#language.label(label))
      .join(', ');
    const account = accountOf(contact, this.#language.locale).id;
    const text = this.#language.t(LOGGED[contact.channel], {reasons});
    this.log = [{account, text}, ...this.log];
  }
}

interface WrapUpDetail {
  readonly interactionId: string;
  readonly reasonIds: readonly string[];
}
