import {html, nothing, type TemplateResult} from 'lit';
import type {TextTemplate} from '@deskwire/domain';
import {moveInMenu, sentIcon, templateIcon} from '@deskwire/kit';

import type {ComposeScene} from './compose-scene.js';
import type {EmailView} from './email-composer.view.js';
import {templateOf} from './mail-templates.js';

const option = (
  view: EmailView,
  template: TextTemplate | undefined,
  {composer, language, pick}: ComposeScene,
): TemplateResult => {
  const isOn = templateOf(composer.draft(view), composer.templates)?.id === template?.id;
  return html`<button
    type="button"
    role="menuitemradio"
    aria-checked=${isOn}
    tabindex="-1"
    class="option ${isOn ? 'on' : ''}"
    @click=${() => {
      pick(template);
    }}
  >
    ${templateIcon}
    <span class="grow">${template ? language.label(template.title) : language.t('noTemplate')}</span>
    ${template?.isDefault ? html`<span class="meta">${language.t('default')}</span>` : nothing}
    ${isOn ? html`<span class="tick line">${sentIcon}</span>` : nothing}
  </button>`;
};

const question = ({language, replace, keep}: ComposeScene): TemplateResult =>
  html`<div class="question" role="alertdialog" aria-labelledby="replace-ask">
    <p id="replace-ask">${language.t('replaceAsk')}</p>
    <div class="line">
      <span class="grow"></span>
      <dw-button small variant="ghost" @click=${keep}><span>${language.t('keep')}</span></dw-button>
      <dw-button class="replace" small variant="primary" @click=${replace}
        ><span>${language.t('replace')}</span></dw-button
      >
    </div>
  </div>`;

/** Which template the text began with, and the others (MAIL-5). */
export const templateMenu = (view: EmailView, scene: ComposeScene): unknown => {
  const {composer, language, menu, asked} = scene;
  const {templates} = composer;
  if (templates.length === 0) return nothing;
  const now = templateOf(composer.draft(view), templates);
  const options = () =>
    html`<div class="menu" role="menu" aria-label=${language.t('template')} @keydown=${moveInMenu}>
      <div class="caption" aria-hidden="true">${language.t('template')}</div>
      ${templates.map((one) => option(view, one, scene))} ${option(view, undefined, scene)}
    </div>`;
  return html`<dw-button
      class="anchor"
      variant="ghost"
      .popup=${'menu'}
      .expanded=${menu.open}
      @click=${() => {
        menu.toggle();
      }}
      >${templateIcon}<span class="template-name"
        >${now ? language.t('templateIs', {title: language.label(now.title)}) : language.t('noTemplate')}</span
      ></dw-button
    >
    <div class="popover top" popover="manual">
      ${menu.open ? (asked ? question(scene) : options()) : nothing}
    </div>`;
};
