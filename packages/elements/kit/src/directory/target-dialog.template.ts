import {html, nothing, type TemplateResult} from 'lit';
import type {InteractionId, Refusal} from '@deskwire/domain';

import type {LanguageController} from '../controllers/language-controller.js';
import {closeIcon, infoIcon, refreshIcon, warningIcon, type Icon} from '../icons.js';
import {agentRefusals} from '../words/refusals/agent.js';
import {callRefusals} from '../words/refusals/call.js';
import {consultRefusals} from '../words/refusals/consult.js';
import {contactRefusals} from '../words/refusals/contact.js';
import {targetRefusals} from '../words/refusals/target.js';
import {refusalTextFrom} from '../words/refusals.js';

import type {DirectoryChange} from './picker.element.js';
import type {TargetCommand} from './picker.view.js';
import type {targetDialogWords} from './target-dialog.messages.js';

const refusalText = refusalTextFrom(
  targetRefusals,
  contactRefusals,
  callRefusals,
  consultRefusals,
  agentRefusals,
);

/** What the two dialogs differ in. */
export interface TargetDialogTexts {
  readonly title: string;
  readonly action: string;
  readonly icon: Icon;
  /** What will happen, said before the agent commits. */
  readonly consequence: string;
}

/** What a dialog is rendered with. */
export interface TargetDialogScene {
  readonly language: LanguageController<(typeof targetDialogWords)['en']>;
  readonly texts: TargetDialogTexts;
  readonly interactionId: InteractionId;
  readonly command: TargetCommand;
  readonly availableOnly: boolean;
  readonly isLoading: boolean;
  readonly isPending: boolean;
  /** Why nothing can be sent just now. */
  readonly obstacle: Refusal | undefined;
  /** What became of the last try, and about whom. */
  readonly failure: {readonly refusal: Refusal; readonly name: string} | undefined;
  readonly changed: (event: CustomEvent<DirectoryChange>) => void;
  readonly refresh: () => void;
  readonly commit: () => void;
  readonly close: () => void;
  readonly retry: () => void;
  readonly dismiss: () => void;
}

const head = ({language, texts, isLoading, isPending, refresh, close}: TargetDialogScene): TemplateResult =>
  html`<header class="head">
    <h2 id="title" class="grow">${texts.title}</h2>
    <dw-button
      class="refresh"
      variant="ghost"
      icon
      small
      title=${language.t('refresh')}
      .label=${language.t('refresh')}
      .pending=${isLoading}
      @click=${refresh}
      >${refreshIcon}</dw-button
    >
    <dw-button
      variant="ghost"
      icon
      small
      title=${language.t('close')}
      .label=${language.t('close')}
      .reason=${isPending ? language.t('sending') : ''}
      @click=${close}
      >${closeIcon}</dw-button
    >
  </header>`;

const failureNote = ({language, failure, retry, dismiss}: TargetDialogScene) => {
  if (!failure) return nothing;
  const {refusal, name} = failure;
  const reason = refusalText(language.locale, refusal);
  const act = refusal.kind === 'transport' ? retry : dismiss;
  return html`<div class="note danger failure">
    ${warningIcon}
    <span class="grow">
      ${language.t('refused', {name, reason})}
      <span class="acts">
        <button type="button" class="btn link" @click=${act}>
          ${language.t(refusal.kind === 'transport' ? 'retry' : 'dismiss')}
        </button>
      </span>
    </span>
  </div>`;
};

/** The dialog. What went wrong stands between the list and the button that was pressed. */
export const targetDialogTemplate = (scene: TargetDialogScene): TemplateResult => {
  const {language, texts, obstacle, isPending} = scene;
  const reason = obstacle ? refusalText(language.locale, obstacle) : '';
  return html`<dialog
    class="top"
    part="dialog"
    popover="manual"
    aria-labelledby="title"
    aria-describedby="consequence"
    lang=${language.locale}
    dir=${language.dir}
  >
    ${head(scene)}
    <dw-directory-picker
      .interactionId=${scene.interactionId}
      .command=${scene.command}
      .availableOnly=${scene.availableOnly}
      .locked=${isPending}
      @dw-change=${scene.changed}
      @dw-commit=${scene.commit}
    ></dw-directory-picker>
    <div role="alert">${failureNote(scene)}</div>
    ${reason ? html`<div class="strip">${infoIcon}<span class="grow">${reason}</span></div>` : nothing}
    <footer class="foot">
      <span id="consequence" class="grow muted">${texts.consequence}</span>
      <dw-button variant="ghost" .reason=${isPending ? language.t('sending') : ''} @click=${scene.close}
        >${language.t('cancel')}</dw-button
      >
      <dw-button
        class="commit"
        variant="primary"
        .pending=${isPending}
        .reason=${reason}
        @click=${scene.commit}
        >${texts.icon}${texts.action}</dw-button
      >
    </footer>
  </dialog>`;
};
