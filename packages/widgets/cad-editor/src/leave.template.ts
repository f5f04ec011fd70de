import {html, nothing, type TemplateResult} from 'lit';
import {warningIcon} from '@deskwire/kit';

import type {EditLanguage} from './edit.words.js';

/** What the agent is asked, and what became of the answer. */
export interface LeaveScene {
  readonly language: EditLanguage;
  readonly customer: string;
  /** Edits that can be saved, and those that no longer can. */
  readonly edits: number;
  readonly stuck: number;
  /** The pane is still there to stay in; else what is kept comes back later. */
  readonly canStay: boolean;
  readonly canSave: boolean;
  readonly isSaving: boolean;
  /** Why it is not saved, in words. */
  readonly failure: string | undefined;
  answer(answer: 'stay' | 'discard' | 'save'): void;
}

const questionText = ({language, edits, stuck, customer}: LeaveScene): readonly string[] => {
  const who = {customer: customer || language.t('thisContact')};
  return [
    edits > 0 ? language.t('leaveText', {...who, count: edits}) : '',
    stuck > 0 ? language.t('leaveStuck', {...who, count: stuck}) : '',
  ].filter((text) => text !== '');
};

/**
 * The question before unsaved edits are left: stay, discard or save (CAD-8). Escape stays. No `<dialog>`: showing one would
 * take the focus, also from somebody who is typing elsewhere.
 */
export const leaveDialog = (scene: LeaveScene): TemplateResult => {
  const {language, canStay, canSave, isSaving, failure} = scene;
  return html`<div
    class="top leave"
    popover="manual"
    role="alertdialog"
    aria-labelledby="leave-title"
    aria-describedby="leave-text"
    lang=${language.locale}
    dir=${language.dir}
  >
    <h2 id="leave-title">${language.t('leaveTitle')}</h2>
    <div id="leave-text" class="muted">
      ${questionText(scene).map((line) => html`<p>${line}</p>`)}
      ${canStay ? nothing : html`<p>${language.t('keepText')}</p>`}
    </div>
    ${failure ? html`<p class="note danger" role="alert">${warningIcon}<span>${failure}</span></p>` : nothing}
    <div class="acts">
      <dw-button
        class="stay"
        @click=${() => {
          scene.answer('stay');
        }}
        >${language.t(canStay ? 'stay' : 'keep')}</dw-button
      >
      <dw-button
        class="discard"
        variant="danger"
        @click=${() => {
          scene.answer('discard');
        }}
        >${language.t('discard')}</dw-button
      >
      ${
        canSave
          ? html`<dw-button
              class="save"
              variant="primary"
              .pending=${isSaving}
              @click=${() => {
                scene.answer('save');
              }}
              >${language.t('save')}</dw-button
            >`
          : nothing
      }
    </div>
  </div>`;
};

/** That the pane does not show the contact that it should, while the agent stays with unsaved edits. */
export const stayingStrip = (
  customer: string,
  language: EditLanguage,
  askAgain: () => void,
): TemplateResult =>
  html`<div class="strip hold">
    <span class="hue line">${warningIcon}</span>
    <p class="grow">${language.t('staying', {customer: customer || language.t('thisContact')})}</p>
    <dw-button small @click=${askAgain}>${language.t('goOn')}</dw-button>
  </div>`;
