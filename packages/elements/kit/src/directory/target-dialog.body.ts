import {html, nothing, type TemplateResult} from 'lit';

import {infoIcon, warningIcon} from '../icons.js';
import {agentRefusals} from '../words/refusals/agent.js';
import {callRefusals} from '../words/refusals/call.js';
import {consultRefusals} from '../words/refusals/consult.js';
import {contactRefusals} from '../words/refusals/contact.js';
import {targetRefusals} from '../words/refusals/target.js';
import {refusalTextFrom} from '../words/refusal-text.js';

import type {TargetDialogScene} from './target-dialog.shell.js';

export {defineDirectoryPicker} from './register.js';

const refusalText = refusalTextFrom(
  targetRefusals,
  contactRefusals,
  callRefusals,
  consultRefusals,
  agentRefusals,
);

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

/** What is in the dialog. What went wrong stands between the list and the button that was pressed. */
export const targetDialogBody = (scene: TargetDialogScene): TemplateResult => {
  const {language, texts, obstacle, isPending} = scene;
  const reason = obstacle ? refusalText(language.locale, obstacle) : '';
  return html`<dw-directory-picker
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
    </footer>`;
};
