import {html, nothing, type TemplateResult} from 'lit';
import {closeIcon} from '@deskwire/kit';

import type {DialogBody, DialogScene} from './dialog.scene.js';

const head = (body: DialogBody, {words, close}: DialogScene): TemplateResult =>
  html`<header class="head">
    <h2 id="title" class="grow">${words.t('contact')}</h2>
    ${
      body.kind === 'contact'
        ? html`<dw-timer class="muted" .since=${body.contact.since} .label=${words.t('time')}></dw-timer>`
        : nothing
    }
    <button
      class="btn icon small ghost close"
      type="button"
      title=${words.t('close')}
      aria-label=${words.t('close')}
      @click=${close}
    >
      ${closeIcon}
    </button>
  </header>`;

/** What is on its way. */
export const underWay = (text: string): TemplateResult =>
  html`<p class="absent" role="status"><span class="spin"></span>${text}</p>`;

/** The dialog and its head, which are there at once, around what is in it. */
export const campaignDialog = (body: DialogBody, scene: DialogScene, content: unknown): TemplateResult =>
  html`<dialog
    class="top"
    part="dialog"
    popover="manual"
    aria-labelledby="title"
    aria-describedby=${body.kind === 'contact' ? 'stage' : nothing}
  >
    ${head(body, scene)} ${content}
  </dialog>`;
