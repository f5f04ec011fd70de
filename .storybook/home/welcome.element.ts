import {css, html, type TemplateResult} from 'lit';
import {DeskwireElement, focusStyles, LanguageController} from '@deskwire/kit';

import {elementOf} from './elements.js';
import {embedCode} from './embed.js';
import type {Stage, WidgetPage} from './model.js';
import {PAGES, pageOf} from './pages.js';
import {aCall, aChat} from './telling.js';
import {welcomeWords} from './welcome.messages.js';
import {storyAddress} from './widget-page.element.js';

import {homeStyles} from './home.styles.js';
import {pageStyles} from './page.styles.js';

/** A chat in hand, and a call that rings. */
const morning = (stage: Stage): void => {
  const chat = aChat(stage);
  stage.simulator.after(60, () => {
    stage.agent.accepts(chat);
    stage.agent.says(
      stage.language === 'ko' ? '안녕하세요. 바로 확인해 드릴게요.' : 'Hello. I am looking into it now.',
      chat,
    );
    aCall(stage);
  });
};

const SCENARIOS = ['call', 'chat', 'mail', 'accepts', 'writes', 'network'] as const;

/** The first page: what it is, a desk that lives, and where to go. */
export class WelcomeElement extends DeskwireElement {
  static override styles = [
    homeStyles,
    focusStyles,
    pageStyles,
    css`
      .page {
        gap: 48px;
        max-inline-size: 1200px;
        padding: 56px 32px 72px;
      }
      :is(header, section) {
        gap: 16px;
      }
      h1 {
        max-inline-size: 22ch;
        font: 680 40px/48px var(--dw-font-family);
        letter-spacing: -0.02em;
        text-wrap: balance;
      }
      .mark {
        color: var(--dw-color-accent);
        font: 650 15px/20px var(--dw-font-family);
      }
      .lead {
        max-inline-size: 72ch;
        font: 400 17px/28px var(--dw-font-family);
      }
      .window {
        overflow: clip;
        border: 1px solid var(--dw-color-border);
        border-radius: 12px;
        box-shadow: var(--dw-shadow-top);
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(250px, 1fr));
        gap: 12px;
        list-style: none;
      }
      .cards.four {
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
      }
      .cards a {
        display: grid;
        gap: 4px;
        block-size: 100%;
        padding: 14px 16px;
        align-content: start;
        color: var(--dw-color-text);
        text-decoration: none;
      }
      .cards a:hover {
        border-color: var(--dw-color-accent);
      }
      .cards strong {
        font: 600 14px/20px var(--dw-font-family);
      }
      .cards code {
        color: var(--dw-color-accent);
      }
      .cards .text {
        color: var(--dw-color-text-secondary);
        font: var(--dw-font-base);
      }
      .clip {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 40px;
      }
      @media (max-width: 859px) {
        .pair {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 519px) {
        .page {
          gap: 36px;
          padding: 28px 12px 48px;
        }
        h1 {
          font-size: 28px;
          line-height: 36px;
        }
        .lead {
          font-size: 15px;
          line-height: 24px;
        }
      }
    `,
  ];

  readonly #language = new LanguageController(this, welcomeWords);

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    const t = this.#language;
    return html`<main class="page" lang=${locale} dir=${dir}>
      <header>
        <p class="mark">Deskwire</p>
        <h1>${t.t('title')}</h1>
        <p class="lead">${t.t('lead')}</p>
      </header>
      <section>
        <div class="window">
          <home-crm small .begins=${morning} .tray=${'inline'} .scenarios=${SCENARIOS}></home-crm>
        </div>
        <p class="muted">${t.t('toolbar')}</p>
      </section>
      <section>
        <h2 id="widgets">${t.t('widgets')}</h2>
        <p class="lead">${t.t('widgetsText')}</p>
        <ul class="cards">
          ${PAGES.map((page) => this.#renderWidget(page))}
        </ul>
      </section>
      <section>
        <h2 id="design">${t.t('design')}</h2>
        <ul class="cards four">
          ${this.#renderCard('design-anatomy--incoming-call', t.t('anatomy'), t.t('anatomyText'))}
          ${this.#renderCard('design-tokens--tokens', t.t('tokens'), t.t('tokensText'))}
          ${this.#renderCard('desk-in-a-crm--voice', t.t('crm'), t.t('crmText'))}
          ${this.#renderCard('kit-dw-button--docs', t.t('kit'), t.t('kitText'), 'docs')}
        </ul>
      </section>
      <div class="pair">
        <section>
          <h2 id="accessibility">${t.t('accessibility')}</h2>
          <p class="lead">${t.t('accessibilityText')}</p>
        </section>
        ${this.#renderEmbed()}
      </div>
    </main>`;
  }

  #renderWidget(page: WidgetPage): TemplateResult {
    const {locale} = this.#language;
    return html`<li>
      <a class="panel" href=${storyAddress(`widgets-${page.tag}--docs`, 'docs')} target="_top">
        <strong>${page.name[locale]}</strong>
        <code>&lt;${page.tag}&gt;</code>
        <span class="text clip">${page.summary[locale]}</span>
      </a>
    </li>`;
  }

  #renderCard(id: string, title: string, text: string, kind: 'story' | 'docs' = 'story'): TemplateResult {
    return html`<li>
      <a class="panel" href=${storyAddress(id, kind)} target="_top">
        <strong>${title}</strong><span class="text">${text}</span>
      </a>
    </li>`;
  }

  #renderEmbed(): TemplateResult {
    const page = pageOf('dw-incoming-call');
    const t = this.#language;
    return html`<section>
      <h2 id="embed">${t.t('embed')}</h2>
      <p class="lead">${t.t('embedText')}</p>
      ${
        page
          ? html`<home-code
              .label=${'HTML'}
              .code=${embedCode(page, elementOf(page.tag)).script}
            ></home-code>`
          : ''
      }
    </section>`;
  }
}
