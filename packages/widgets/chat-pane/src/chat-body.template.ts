import {html, nothing, type TemplateResult} from 'lit';
import type {Attachment, Author} from '@deskwire/domain';
import {attachIcon} from '@deskwire/kit';

import {bodyRefusalText} from './body-refusal-text.js';
import type {BodyScene} from './body-scene.js';
import type {ChatView} from './chat-pane.view.js';
import {compose} from './compose.template.js';

const log = (view: ChatView, scene: BodyScene): TemplateResult =>
  html`<dw-conversation-log
    .conversation=${view.interactionId}
    .input=${scene.log}
    .customer=${view.name}
    .loading=${scene.whole.loading}
    .earlierRefusal=${scene.whole.refusal}
    .explain=${bodyRefusalText}
    @dw-log-earlier=${scene.loadEarlier}
    @dw-log-retry=${({detail}: CustomEvent<{id: string}>) => {
      scene.composer.outbox.resend(detail.id);
    }}
    @dw-log-edit=${({detail}: CustomEvent<{id: string}>) => {
      scene.composer.takeBack(view.interactionId, detail.id);
    }}
    @dw-log-file=${({detail}: CustomEvent<{file: Attachment}>) => {
      void scene.downloads.fetch(view.interactionId, detail.file);
    }}
    @dw-log-view=${scene.look}
  ></dw-conversation-log>`;

const nameOf = (author: Author, view: ChatView): string =>
  author.kind === 'agent' || author.kind === 'bot' ? author.name : view.name;

/** Its place is kept, so that the log does not move when somebody begins or stops. */
const typing = (view: ChatView, {composer, language}: BodyScene): unknown => {
  if (view.closed) return nothing;
  const authors = composer.typing.value ?? [];
  const names = authors.map((author) => nameOf(author, view)).join(', ');
  return html`<p class="typing meta">
    ${
      authors.length > 0
        ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span
            ><span class="cut">${language.t('typing', {names, count: authors.length})}</span>`
        : nothing
    }
  </p>`;
};

const dropPlace = ({composer, language}: BodyScene): unknown =>
  composer.drop.isOver && composer.takesFiles
    ? html`<div class="drop">${attachIcon}<span>${language.t('dropHere')}</span></div>`
    : nothing;

/** What was said, who writes, and where one answers. */
export const body = (view: ChatView, scene: BodyScene): TemplateResult =>
  html`<div class="stage">${log(view, scene)} ${typing(view, scene)} ${scene.canned.render()}</div>
    ${compose(view, scene)} ${dropPlace(scene)}`;
