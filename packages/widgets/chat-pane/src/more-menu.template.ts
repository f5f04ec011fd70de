import {html, nothing, type TemplateResult} from 'lit';
import {conferenceIcon, moreIcon, moveInMenu, transferIcon} from '@deskwire/kit';

import type {ChatAction} from './chat-actions.js';
import {refusalText} from './refusal-text.js';
import type {Scene} from './scene.js';

const item = ({command, label, refusal}: ChatAction, {language, act}: Scene): TemplateResult => {
  const reason = refusal ? refusalText(language.locale, refusal) : '';
  return html`<button
    type="button"
    role="menuitem"
    tabindex="-1"
    class="option ${reason ? 'off' : ''}"
    aria-disabled=${reason ? 'true' : nothing}
    @click=${() => {
      if (!reason) act(command);
    }}
  >
    ${command === 'interaction.transfer' ? transferIcon : conferenceIcon}
    <span
      ><span>${language.t(label)}</span
      >${reason ? html`<span class="meta reason">${reason}</span>` : nothing}</span
    >
  </button>`;
};

/** What is wanted less often than End: a conference, a transfer. A control that is off says why. */
export const moreMenu = (actions: readonly ChatAction[], scene: Scene): unknown => {
  if (actions.length === 0) return nothing;
  const {language, menu, isOpening} = scene;
  return html`<dw-button
      class="anchor more"
      icon
      small
      variant="ghost"
      .label=${language.t('more')}
      .popup=${'menu'}
      .expanded=${menu.open}
      .pending=${isOpening}
      @click=${() => {
        menu.toggle();
      }}
      >${moreIcon}</dw-button
    >
    <div class="popover top at-end" popover="manual">
      ${
        menu.open
          ? html`<div class="menu" role="menu" aria-label=${language.t('more')} @keydown=${moveInMenu}>
              ${actions.map((action) => item(action, scene))}
            </div>`
          : nothing
      }
    </div>`;
};
