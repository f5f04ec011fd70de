import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {InteractionId} from '@deskwire/domain';
import {acceptOf, warningIcon} from '@deskwire/kit';

import type {TalkLanguage} from './conversation-news.js';
import {reasonText} from './conversation-reason.js';
import type {ChatView} from './conversation.view.js';
import type {VisitorComposer} from './visitor-composer.js';

/** What writing needs beside the view. */
export interface ComposeScene {
  readonly language: TalkLanguage;
  readonly composer: VisitorComposer;
}

/** What the visitor should know of a text before it is sent. */
const cardNote = (id: InteractionId, {composer, language}: ComposeScene): unknown => {
  const {fate} = composer;
  if (!fate) return nothing;
  return html`<div class="note hold card">
    ${warningIcon}
    <div class="grow">
      ${language.t(fate === 'removed' ? 'cardRemoved' : 'cardRefused')}
      <div class="acts">
        <button
          type="button"
          class="btn link"
          @click=${() => {
            composer.edit();
          }}
        >
          ${language.t('edit')}
        </button>
        ${
          fate === 'removed'
            ? html`<button
                type="button"
                class="btn link"
                @click=${() => {
                  composer.sendAnyway(id);
                }}
              >
                ${language.t('sendWithout')}
              </button>`
            : nothing
        }
      </div>
    </div>
  </div>`;
};

const unsent = ({composer, language}: ComposeScene): unknown =>
  composer.refusal
    ? html`<p class="note danger unsent">
        ${warningIcon}<span class="grow">${reasonText(language.locale, composer.refusal)}</span>
      </p>`
    : nothing;

/** Why a message waits. */
const waits = ({composer: {files}, language}: ComposeScene): string => {
  if (files.obstacle === undefined) return '';
  return language.t(files.obstacle === 'sending' ? 'filesSending' : 'filesFailed');
};

/** Where the visitor writes: files above the text, and below it what they should know of it. */
export const compose = ({interactionId: id}: ChatView, scene: ComposeScene): TemplateResult => {
  const {language, composer} = scene;
  const {files} = composer;
  const policy = files.policy;
  return html`<dw-compose-box
    .value=${live(composer.text(id))}
    .placeholder=${language.t('write')}
    .reason=${waits(scene)}
    .pending=${composer.isLooking}
    .hasFiles=${(files.tray?.ready.length ?? 0) > 0}
    .accept=${policy && acceptOf(policy)}
    @dw-compose-draft=${({detail}: CustomEvent<{text: string}>) => {
      composer.write(id, detail.text);
    }}
    @dw-compose-send=${({detail}: CustomEvent<{text: string}>) => {
      composer.send(id, detail.text);
    }}
    @dw-compose-files=${({detail}: CustomEvent<{files: readonly File[]}>) => {
      void files.add(detail.files);
    }}
  >
    ${files.render()}
    <div slot="below" role="alert">${cardNote(id, scene)}${unsent(scene)}</div>
  </dw-compose-box>`;
};
