import {html, nothing, type TemplateResult} from 'lit';
import type {Attachment} from '@deskwire/domain';
import {
  channelTile,
  chatIcon,
  endIcon,
  isComposingKey,
  offlineIcon,
  stateChip,
  trouble,
  waitingIcon,
  type FileDownloads,
  type Hue,
  type Icon,
  type LogInput,
  type Whole,
} from '@deskwire/kit';

import {compose, type ComposeScene} from './conversation-compose.template.js';
import {soonText, type TalkLanguage} from './conversation-news.js';
import {reasonText} from './conversation-reason.js';
import type {ChatPhase, ChatView} from './conversation.view.js';
import type {Leaving} from './leaving.js';

/** What the conversation needs beside the view. */
export interface ChatScene extends ComposeScene {
  readonly log: LogInput;
  readonly whole: Whole;
  readonly downloads: FileDownloads;
  readonly leaving: Leaving;
  /** The connection has been lost for a while. */
  readonly isLost: boolean;
  loadEarlier(): void;
  ask(isAsking: boolean): void;
  /** What is in view has changed. */
  look(): void;
  /** Takes the conversation back from another window, where the page can. */
  readonly resume: (() => void) | undefined;
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

const heading = (view: ChatView, {language, leaving, ask}: ChatScene): TemplateResult => {
  const {hue, icon} = looks[view.phase];
  const names = view.agents.length > 0 ? view.agents.join(', ') : view.company;
  return html`<header class="bar">
    ${channelTile(hue, chatIcon)}
    <div class="grow">
      <h2 class="cut"><bdi>${names || language.t('assistant')}</bdi></h2>
      ${stateChip(hue, icon, language.t(view.phase))}
    </div>
    ${
      view.canLeave && !leaving.isAsking
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
    <slot name="corner"></slot>
  </header>`;
};

/** Asked in its place, not in a dialog: the conversation stays in sight. */
const question = ({canLeave, interactionId}: ChatView, {language, leaving, ask}: ChatScene): unknown => {
  if (!canLeave || !leaving.isAsking) return nothing;
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
      .pending=${leaving.isPending}
      @click=${() => {
        leaving.leave(interactionId);
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

const leaveFailure = ({language, leaving}: ChatScene): unknown => {
  const {refusal} = leaving;
  if (!refusal) return nothing;
  const retry = (): void => {
    leaving.retry();
  };
  return trouble(
    {
      text: language.t('endFailed', {reason: reasonText(language.locale, refusal)}),
      retry: refusal.kind === 'transport' ? retry : undefined,
      dismiss: () => {
        leaving.dismiss();
      },
    },
    language,
  );
};

const downloadFailure = ({language, downloads}: ChatScene): unknown => {
  const {failed} = downloads;
  if (!failed) return nothing;
  const {file, refusal} = failed;
  const retry = (): void => {
    downloads.retry();
  };
  return trouble(
    {
      text: language.t('fileFailed', {name: file.name, reason: reasonText(language.locale, refusal)}),
      retry: refusal.kind === 'transport' ? retry : undefined,
      dismiss: () => {
        downloads.dismiss();
      },
    },
    language,
  );
};

const log = (view: ChatView, scene: ChatScene): TemplateResult => {
  const {composer, downloads, language, whole} = scene;
  const {interactionId: id} = view;
  return html`<dw-conversation-log
    .conversation=${id}
    .input=${scene.log}
    .customer=${view.visitor.name ?? ''}
    .assistant=${language.t('assistant')}
    .loading=${whole.loading}
    .earlierRefusal=${whole.refusal}
    .fetching=${downloads.running}
    .explain=${reasonText}
    @dw-log-earlier=${scene.loadEarlier}
    @dw-log-retry=${({detail}: CustomEvent<{id: string}>) => {
      composer.outbox.resend(detail.id);
    }}
    @dw-log-edit=${({detail}: CustomEvent<{id: string}>) => {
      composer.takeBack(id, detail.id);
    }}
    @dw-log-file=${({detail}: CustomEvent<{file: Attachment}>) => {
      void downloads.fetch(id, detail.file);
    }}
    @dw-log-view=${scene.look}
  ></dw-conversation-log>`;
};

const soon = (view: ChatView, {language}: ChatScene): unknown =>
  view.phase === 'waiting'
    ? html`<p class="soon"><span class="spin"></span>${soonText(view, language)}</p>`
    : nothing;

/** Who writes: in a place of its own, so that nothing moves when somebody begins or stops. */
const typing = ({phase, writing}: ChatView, {language}: ChatScene): unknown =>
  phase === 'talking'
    ? html`<p class="typing meta">
        ${
          writing.length > 0
            ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span
                ><bdi>${language.t('typing', {count: writing.length, names: writing.join(', ')})}</bdi>`
            : nothing
        }
      </p>`
    : nothing;

const closing = ({loss, phase, occurrences}: ChatView, language: TalkLanguage): string => {
  if (loss) return reasonText(language.locale, loss);
  const last = occurrences.at(-1);
  const isTold = phase === 'left' || (last !== undefined && last.kind !== 'joined' && last.kind !== 'left');
  return isTold ? language.t('stillReadable') : `${language.t('ended')}. ${language.t('stillReadable')}`;
};

/** Where the compose box was, once there is nobody to write to. */
const foot = (view: ChatView, {language, leaving, resume, newVisit}: ChatScene): TemplateResult =>
  html`<div class="foot ${view.phase}">
    <p class="closing muted" tabindex="-1">${closing(view, language)}</p>
    ${
      view.phase === 'left'
        ? html`<dw-button
            @click=${() => {
              leaving.comeBack(view.leftAt);
            }}
            >${language.t('comeBack')}</dw-button
          >`
        : nothing
    }
    ${
      view.loss?.code === 'DW_WIRE_REPLACED' && resume
        ? html`<dw-button class="resume" @click=${resume}>${language.t('resume')}</dw-button>`
        : nothing
    }
    <dw-button class="again" variant="primary" @click=${newVisit}>${language.t('newVisit')}</dw-button>
  </div>`;

const isClosed = ({phase}: ChatView): boolean => phase === 'left' || phase === 'over';

/** What lies over the conversation while files are held above it. */
const dropHere = ({composer, language}: ChatScene): unknown =>
  composer.drop.isOver ? html`<div class="drop" aria-hidden="true">${language.t('drop')}</div>` : nothing;

/** The conversation: who is there, what was said, and where to write. */
export const conversation = (view: ChatView, scene: ChatScene): TemplateResult =>
  html`${heading(view, scene)} ${question(view, scene)} ${connection(scene)} ${leaveFailure(scene)}
  ${downloadFailure(scene)} ${log(view, scene)} ${soon(view, scene)} ${typing(view, scene)}
  ${view.canWrite ? compose(view, scene) : isClosed(view) ? foot(view, scene) : nothing} ${dropHere(scene)}`;
