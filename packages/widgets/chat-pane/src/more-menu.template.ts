import {html, nothing, type TemplateResult} from 'lit';
import {conferenceIcon, isComposingKey, moreIcon, transferIcon} from '@deskwire/kit';

import type {ChatAction} from './chat-actions.js';
import {refusalText} from './refusal-text.js';
import type {Scene} from './scene.js';

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at <= 0 ? count - 1 : at - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
};

const move = (event: KeyboardEvent): void => {
  const menu = event.currentTarget as HTMLElement;
  const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const step = isComposingKey(event) ? undefined : STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  items[
    step(
      items.findIndex((item) => item.matches(':focus')),
      items.length,
    )
  ]?.focus();
};

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
          ? html`<div class="menu" role="menu" aria-label=${language.t('more')} @keydown=${move}>
              ${actions.map((action) => item(action, scene))}
            </div>`
          : nothing
      }
    </div>`;
};
