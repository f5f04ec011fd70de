import {html, nothing, type TemplateResult} from 'lit';
import {DeskwireElement, focusStyles, LanguageController} from '@deskwire/kit';

import {elementOf} from './elements.js';
import {embedCode} from './embed.js';
import {homeWords} from './home.messages.js';
import type {ApiRow} from './manifest.js';
import type {KeyRow, WidgetPage} from './model.js';
import {pageHead} from './page-head.template.js';
import {pageOf} from './pages.js';

import {homeStyles} from './home.styles.js';
import {pageStyles} from './page.styles.js';
import {widgetPageStyles} from './widget-page.styles.js';

/** A story of the widget, to go to. */
export interface StoryLink {
  readonly id: string;
  readonly name: string;
}

/** Reads backticks of a doc comment as code. */
const prose = (text: string): readonly (string | TemplateResult)[] =>
  text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part));

/** Where a story is, seen from the frame that the pages are in. */
export const storyAddress = (id: string, kind: 'story' | 'docs' = 'story'): string =>
  `./?path=/${kind}/${id}`;

/** One widget's page: live, with scenarios and events; how to embed it; keys; everything that a page may use of it. */
export class WidgetPageElement extends DeskwireElement {
  static override styles = [homeStyles, focusStyles, pageStyles, widgetPageStyles];
  static override properties = {tag: {}, stories: {attribute: false}, way: {state: true}};

  declare tag: string;
  declare stories: readonly StoryLink[];
  declare way: 'npm' | 'script';

  readonly #language = new LanguageController(this, homeWords);

  constructor() {
    super();
    this.tag = '';
    this.stories = [];
    this.way = 'npm';
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = pageOf(this.tag);
    if (!page) return nothing;
    const {locale, dir} = this.#language;
    return html`<main class="page" lang=${locale} dir=${dir}>
      ${pageHead(page, locale)}
      <home-desk .tag=${page.tag}></home-desk>
      ${this.#renderEmbed(page)}
      <div class="pair">${this.#renderKeyboard(page.keyboard)} ${this.#renderNotes(page)}</div>
      ${this.#renderApi(page.tag)} ${this.#renderStories()}
    </main>`;
  }

  #renderEmbed(page: WidgetPage): TemplateResult {
    const code = embedCode(page, elementOf(page.tag));
    const t = this.#language;
    return html`<section>
      <div class="row">
        <h2 id="embed">${t.t('embed')}</h2>
        <span class="grow"></span>
        ${(['npm', 'script'] as const).map(
          (way) =>
            html`<dw-button
              small
              .pressed=${this.way === way}
              @click=${() => {
                this.way = way;
              }}
              >${t.t(way === 'npm' ? 'byNpm' : 'byScript')}</dw-button
            >`,
        )}
      </div>
      ${
        this.way === 'script'
          ? html`<home-code .label=${t.t('markup')} .code=${code.script}></home-code>`
          : html`<div class="codes">
              <div>
                <home-code .label=${t.t('install')} .code=${code.install}></home-code>
                <home-code .label=${t.t('markup')} .code=${code.html}></home-code>
              </div>
              <home-code .label=${t.t('code')} .code=${code.npm}></home-code>
            </div>`
      }
    </section>`;
  }

  #renderKeyboard(rows: readonly KeyRow[]): TemplateResult {
    const {locale} = this.#language;
    return html`<section>
      <h2 id="keyboard">${this.#language.t('keyboard')}</h2>
      <div class="panel scroll" tabindex="0" role="group" aria-labelledby="keyboard">
        <table>
          <thead>
            <tr>
              <th scope="col">${this.#language.t('keys')}</th>
              <th scope="col">${this.#language.t('does')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({keys, does}) =>
                html`<tr>
                  <td>
                    <span class="keys" dir="ltr">${keys.map((key) => chord(key))}</span>
                  </td>
                  <td>${does[locale]}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #renderNotes({accessibility}: WidgetPage): TemplateResult {
    const {locale} = this.#language;
    return html`<section>
      <h2 id="accessibility">${this.#language.t('accessibility')}</h2>
      <ul class="panel notes">
        ${accessibility.map((note) => html`<li>${note[locale]}</li>`)}
      </ul>
    </section>`;
  }

  #renderApi(tag: string): readonly (TemplateResult | typeof nothing)[] {
    const t = this.#language;
    const api = elementOf(tag);
    const {attribute, type, initial, meaning, returns} = {
      attribute: t.t('attribute'),
      type: t.t('type'),
      initial: t.t('initial'),
      meaning: t.t('meaning'),
      returns: t.t('returns'),
    };
    const code = (text = ''): TemplateResult | string => (text ? html`<code>${text}</code>` : '');
    const event = (row: ApiRow): TemplateResult | string =>
      row.isCancelable ? html`<span class="may">${t.t('cancelable')}</span>` : '';
    return [
      this.#renderTable(
        'properties',
        api.properties,
        [t.t('property'), attribute, type, initial, meaning],
        (row) => [code(row.name), code(row.attribute), code(row.type), code(row.initial), prose(row.text)],
      ),
      this.#renderTable('methods', api.methods, [t.t('method'), returns, meaning], (row) => [
        code(row.name),
        code(row.type),
        prose(row.text),
      ]),
      this.#renderTable('events', api.events, [t.t('event'), '', meaning], (row) => [
        code(row.name),
        event(row),
        prose(row.text),
      ]),
      this.#renderTable('slots', api.slots, [t.t('slot'), meaning], (row) => [
        code(row.name) || t.t('inside'),
        prose(row.text),
      ]),
      this.#renderTable('parts', api.parts, [t.t('part'), meaning], (row) => [
        code(`::part(${row.name})`),
        prose(row.text),
      ]),
      this.#renderTable(
        'tokens',
        // What the customer's side says of them holds for every widget.
        elementOf('dw-visitor-chat').tokens,
        [t.t('token'), meaning],
        (row) => [code(row.name), prose(row.text)],
      ),
    ];
  }

  #renderTable(
    title: 'properties' | 'methods' | 'events' | 'slots' | 'parts' | 'tokens',
    rows: readonly ApiRow[],
    heads: readonly string[],
    cells: (row: ApiRow) => readonly unknown[],
  ): TemplateResult | typeof nothing {
    if (rows.length === 0) return nothing;
    const id = `api-${title}`;
    return html`<section>
      <h2 id=${id}>${this.#language.t(title)}</h2>
      ${title === 'tokens' ? html`<p class="muted">${this.#language.t('everywhere')}</p>` : nothing}
      <div class="panel scroll" tabindex="0" role="group" aria-labelledby=${id}>
        <table>
          <thead>
            <tr>
              ${heads.map((head) => (head ? html`<th scope="col">${head}</th>` : html`<td></td>`))}
            </tr>
          </thead>
          <tbody lang=${title === 'tokens' || this.#language.locale === 'en' ? nothing : 'en'} dir="ltr">
            ${rows.map(
              (row) =>
                html`<tr>
                  ${cells(row).map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #renderStories(): TemplateResult | typeof nothing {
    if (this.stories.length === 0) return nothing;
    return html`<section>
      <h2 id="stories">${this.#language.t('stories')}</h2>
      <ul class="stories">
        ${this.stories.map(
          ({id, name}) => html`<li><a href=${storyAddress(id)} target="_top">${name}</a></li>`,
        )}
      </ul>
    </section>`;
  }
}

/** `Alt+Shift+H` as three keys; a plus that stands alone is a key itself. */
const chord = (keys: string): TemplateResult => {
  const parts = keys.length > 1 ? keys.split('+') : [keys];
  return html`<span class="chord">${parts.map((key) => html`<kbd class="key">${key}</kbd>`)}</span>`;
};
