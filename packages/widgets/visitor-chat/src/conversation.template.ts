import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {
  channelTile,
  chatIcon,
  endIcon,
  isComposingKey,
  offlineIcon,
  stateChip,
  waitingIcon,
  warningIcon,
  type Hue,
  type Icon,
  type LogInput,
} from '@deskwire/kit';

import type {VisitorActs} from './visitor-acts.js';
import {reasonText, type VisitorLanguage} from './visitor-chat.scene.js';
import type {ChatPhase, ChatView} from './visitor-chat.view.js';
import {soonText} from './visitor-news.js';

/** What the conversation needs beside the view. */
export interface ChatScene {
  readonly language: VisitorLanguage;
  readonly log: LogInput;
  readonly acts: VisitorActs;
  /** The connection has been lost for a while. */
  readonly isLost: boolean;
  ask(isAsking: boolean): void;
  send(text: string): void;
  edit(messageId: string): void;
  /** What is in view has changed. */
  look(): void;
  newVisit(): void;
}

interface Look {
  readonly hue: Hue;
  readonly icon: Icon;
}

const looks: Readonly<Record<ChatPhase, Look>> = {
  waiting: {hue: 'connecting', icon: waitingIcon},
  talking: {hue: 'active', icon: chatIcon},
  left: {hue: 'idle', icon: endIcon},
  over: {hue: 'idle', icon: endIcon},
};

const heading = (view: ChatView, {language, acts, ask}: ChatScene): TemplateResult => {
  const {hue, icon} = looks[view.phase];
  const names = view.agents.length > 0 ? view.agents.join(', ') : view.company;
  return html`<header class="title bar">
    ${channelTile(hue, chatIcon)}
    <div class="grow">
      <h2 class="cut"><bdi>${names || language.t('pane')}</bdi></h2>
      ${stateChip(hue, icon, language.t(view.phase))}
    </div>
    ${
      view.canLeave && !acts.isAsking
        ? html`<dw-button
            class="end"
            small
            variant="danger"
            @click=${() => {
              ask(true);
            }}
            >${endIcon}<span>${language.t('end')}</span></dw-button
          >`
        : nothing
    }
  </header>`;
};

/** Asked in its place, not in a dialog: the conversation stays in sight. */
const question = ({canLeave, interactionId}: ChatView, {language, acts, ask}: ChatScene): unknown => {
  if (!canLeave || !acts.isAsking) return nothing;
  return html`<div
    class="strip asking"
    role="group"
    aria-labelledby="ask"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposingKey(event)) return;
      event.stopPropagation();
      ask(false);
    }}
  >
    <span class="grow" id="ask">${language.t('endAsk')}</span>
    <dw-button
      class="keep"
      small
      @click=${() => {
        ask(false);
      }}
      >${language.t('keep')}</dw-button
    >
    <dw-button
      class="leave"
      small
      variant="danger"
      .pending=${acts.isLeaving}
      @click=${() => {
        acts.leave(interactionId);
      }}
      >${endIcon}<span>${language.t('end')}</span></dw-button
    >
  </div>`;
};

const connection = ({isLost, language}: ChatScene): TemplateResult =>
  html`<div role="status">
    ${
      isLost
        ? html`<p class="strip hold lost">
            <span class="hue line">${offlineIcon}</span>${language.t('lost')}
          </p>`
        : nothing
    }
  </div>`;

const failure = ({language, acts}: ChatScene): unknown => {
  const refusal = acts.leaveRefusal;
  if (!refusal) return nothing;
  return html`<div class="strip danger" role="alert">
    <span class="hue line">${warningIcon}</span>
    <span class="grow">${language.t('endFailed', {reason: reasonText(language.locale, refusal)})}</span>
    ${
      refusal.kind === 'transport'
        ? html`<dw-button
            small
            @click=${() => {
              acts.again();
            }}
            >${language.t('retry')}</dw-button
          >`
        : nothing
    }
    <dw-button
      small
      variant="ghost"
      @click=${() => {
        acts.dismiss();
      }}
      >${language.t('dismiss')}</dw-button
    >
  </div>`;
};

const log = (view: ChatView, scene: ChatScene): TemplateResult =>
  html`<dw-conversation-log
    .conversation=${view.interactionId}
    .input=${scene.log}
    .customer=${view.visitor.name ?? ''}
    .assistant=${scene.language.t('assistant')}
    .explain=${reasonText}
    @dw-log-retry=${({detail}: CustomEvent<{id: string}>) => {
      scene.acts.again(detail.id);
    }}
    @dw-log-edit=${({detail}: CustomEvent<{id: string}>) => {
      scene.edit(detail.id);
    }}
    @dw-log-view=${scene.look}
  ></dw-conversation-log>`;

const soon = (view: ChatView, {language}: ChatScene): unknown =>
  view.phase === 'waiting'
    ? html`<p class="soon"><span class="spin"></span>${soonText(view, language)}</p>`
    : nothing;

const compose = ({language, acts, send}: ChatScene): TemplateResult =>
  html`<dw-compose-box
    .value=${live(acts.draft)}
    .placeholder=${language.t('write')}
    @dw-compose-draft=${({detail}: CustomEvent<{text: string}>) => {
      acts.draft = detail.text;
    }}
    @dw-compose-send=${({detail}: CustomEvent<{text: string}>) => {
      send(detail.text);
    }}
  ></dw-compose-box>`;

const closing = ({loss, phase, occurrences}: ChatView, language: VisitorLanguage): string => {
  if (loss) return reasonText(language.locale, loss);
  const last = occurrences.at(-1);
  const isTold = phase === 'left' || (last !== undefined && last.kind !== 'joined' && last.kind !== 'left');
  return isTold ? language.t('stillReadable') : `${language.t('ended')}. ${language.t('stillReadable')}`;
};

/** Where the compose box was, once there is nobody to write to. */
const foot = (view: ChatView, scene: ChatScene): TemplateResult => {
  const {language} = scene;
  return html`<div class="foot ${view.phase}">
    <p class="closing muted" tabindex="-1">${closing(view, language)}</p>
    ${
      view.phase === 'left'
        ? html`<dw-button
            @click=${() => {
              scene.acts.comeBack(view.leftAt);
            }}
            >${language.t('comeBack')}</dw-button
          >`
        : nothing
    }
    <dw-button class="again" variant="primary" @click=${scene.newVisit}>${language.t('newVisit')}</dw-button>
  </div>`;
};

const isClosed = ({phase}: ChatView): boolean => phase === 'left' || phase === 'over';

/** The conversation: who is there, what was said, and where to write. */
export const conversation = (view: ChatView, scene: ChatScene): TemplateResult =>
  html`${heading(view, scene)} ${question(view, scene)} ${connection(scene)} ${failure(scene)}
  ${log(view, scene)} ${soon(view, scene)}
  ${view.canWrite ? compose(scene) : isClosed(view) ? foot(view, scene) : nothing}`;

/** A conversation that was there before the page was, on its way. */
export const connecting = (isReconnecting: boolean, language: VisitorLanguage): TemplateResult =>
  html`<p class="coming" role="status">
    <span class="spin"></span>${language.t(isReconnecting ? 'lost' : 'connecting')}
  </p>`;
