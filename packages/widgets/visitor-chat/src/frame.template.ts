import {html, nothing, type TemplateResult} from 'lit';
import {chatIcon, closeIcon, type LanguageController} from '@deskwire/kit';

import type {PartStatus} from './part-loader.js';
import type {VisitView} from './visit.view.js';
import type {visitorWords} from './visitor-chat.messages.js';

/** The language controller of the element. */
export type VisitorLanguage = LanguageController<typeof visitorWords.en>;

/** What the frame around the form and the conversation needs. */
export interface FrameScene {
  readonly language: VisitorLanguage;
  readonly launcher: boolean;
  open(): void;
  close(): void;
  /** Loads the conversation once more. */
  again(): void;
}

/** The button in the corner of the page. What is new is said in words. */
export const launch = ({language, open}: FrameScene, unseen: number): TemplateResult =>
  html`<button type="button" class="launch" part="launcher" aria-expanded="false" @click=${open}>
    ${chatIcon}<span>${language.t('open')}</span>
    ${
      unseen > 0
        ? html`<span class="unseen"
            ><span aria-hidden="true">${language.number(unseen)}</span
            ><span class="hidden-text">${language.t('unseen', {count: unseen})}</span></span
          >`
        : nothing
    }
  </button>`;

/** What makes an open chat a button again. @param slot Where it stands in what is around it. */
export const corner = ({launcher, language, close}: FrameScene, slot = ''): unknown =>
  launcher
    ? html`<dw-button
        class="minimise"
        slot=${slot || nothing}
        icon
        small
        variant="ghost"
        .label=${language.t('minimise')}
        @click=${close}
        >${closeIcon}</dw-button
      >`
    : nothing;

const failed = ({language, again}: FrameScene): TemplateResult =>
  html`<p>${language.t('loadFailed')}</p>
    <dw-button @click=${again}>${language.t('retry')}</dw-button>`;

const onTheWay = (view: VisitView, {language}: FrameScene): TemplateResult => {
  const isReconnecting = view.phase === 'connecting' && view.isReconnecting;
  const text = language.t(isReconnecting ? 'lost' : view.phase === 'connecting' ? 'connecting' : 'loading');
  return html`<p class="line"><span class="spin"></span>${text}</p>`;
};

/** A conversation that is on its way: the page was loaded again, or its part is not there yet. */
export const coming = (view: VisitView, part: PartStatus, scene: FrameScene): TemplateResult => {
  // Without a connection there is nothing to see, whatever was loaded.
  const isFailed = part === 'failed' && view.phase === 'chat';
  return html`<div class="head bar">
      <span class="tile">${chatIcon}</span>
      <h2 class="grow">${scene.language.t('title')}</h2>
      ${corner(scene)}
    </div>
    <div class="coming" role=${isFailed ? 'alert' : 'status'} tabindex="-1">
      ${isFailed ? failed(scene) : onTheWay(view, scene)}
    </div>`;
};
