import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Refusal} from '@deskwire/domain';
import {
  channelTile,
  chatIcon,
  conferenceIcon,
  endIcon,
  idleIcon,
  phoneText,
  refusalText,
  socialIcon,
  stateChip,
  waitingIcon,
  warningIcon,
  wrapUpIcon,
  type ActState,
  type Hue,
  type Icon,
  type LanguageController,
  type LogInput,
} from '@deskwire/kit';

import type {chatWords} from './chat-pane.messages.js';
import type {ChatView, Chip, Closed} from './chat-pane.view.js';
import type {Whole} from './earlier.js';

/** What the templates need beside the view. */
export interface Scene {
  readonly language: LanguageController<typeof chatWords.en>;
  readonly log: LogInput;
  readonly whole: Whole;
  readonly draft: string;
  /** Why the last text was not even sent. */
  readonly unsent: Refusal | undefined;
  readonly ending: ActState;
  end(): void;
  retryEnd(): void;
  dismissEnd(): void;
  dismissUnsent(): void;
  write(text: string): void;
  send(text: string): void;
  resend(id: string): void;
  edit(id: string): void;
  loadEarlier(): void;
  look(): void;
}

const looks: Readonly<Record<Chip, {readonly hue: Hue; readonly icon: Icon}>> = {
  connecting: {hue: 'connecting', icon: waitingIcon},
  waiting: {hue: 'ringing', icon: waitingIcon},
  active: {hue: 'active', icon: chatIcon},
  'conference-requested': {hue: 'conference', icon: conferenceIcon},
  conference: {hue: 'conference', icon: conferenceIcon},
  'customer-left': {hue: 'idle', icon: idleIcon},
  'wrap-up': {hue: 'wrapup', icon: wrapUpIcon},
  ended: {hue: 'idle', icon: endIcon},
};

const clockLabel = (chip: Chip): 'waitingTime' | 'wrapUpTime' | 'duration' => {
  if (chip === 'connecting' || chip === 'waiting') return 'waitingTime';
  return chip === 'wrap-up' ? 'wrapUpTime' : 'duration';
};

const origin = ({queue, email}: ChatView): unknown => {
  if (queue === undefined && email === undefined) return nothing;
  const shownEmail =
    email && html`<span class=${queue ? 'wide' : ''}>${queue ? ' · ' : ''}<bdi>${email}</bdi></span>`;
  return html`<span class="meta cut"><bdi>${queue}</bdi>${shownEmail}</span>`;
};

const endButton = ({end}: ChatView, {language, ending, end: act}: Scene): unknown =>
  end
    ? html`<dw-button
        class="end"
        small
        variant="danger"
        .pending=${ending.pending}
        .reason=${end.refusal ? refusalText(language.locale, end.refusal) : ''}
        @click=${act}
        >${endIcon}<span>${language.t('end')}</span></dw-button
      >`
    : nothing;

const identity = (view: ChatView, scene: Scene): TemplateResult => {
  const {language} = scene;
  const {hue, icon} = looks[view.chip];
  return html`<header class="identity">
    ${channelTile(hue, view.channel === 'social' ? socialIcon : chatIcon)}
    <div class="grow">
      <h2 class="name cut"><bdi>${phoneText(view.name)}</bdi></h2>
      <div class="sub">${stateChip(hue, icon, language.t(view.chip))}${origin(view)}</div>
    </div>
    <dw-timer class="clock" .since=${view.clockSince} .label=${language.t(clockLabel(view.chip))}></dw-timer>
    ${endButton(view, scene)}
  </header>`;
};

interface Failure {
  readonly refusal: Refusal | undefined;
  readonly words: 'endFailed' | 'notSent';
  readonly retry?: () => void;
  readonly dismiss: () => void;
}

const failure = ({refusal, words, retry, dismiss}: Failure, {language}: Scene): unknown =>
  refusal
    ? html`<div class="strip failure danger" role="alert">
        <span class="hue line">${warningIcon}</span>
        <span class="grow">${language.t(words, {reason: refusalText(language.locale, refusal)})}</span>
        ${
          retry && refusal.kind === 'transport'
            ? html`<dw-button small @click=${retry}>${language.t('retry')}</dw-button>`
            : nothing
        }
        <dw-button small variant="ghost" @click=${dismiss}>${language.t('dismiss')}</dw-button>
      </div>`
    : nothing;

const closedText = (closed: Closed | undefined, {language}: Scene): string => {
  switch (closed?.why) {
    case 'customer-left':
      return language.t('closedLeft');
    case 'not-accepted':
      return language.t('closedNotAccepted');
    case 'ended':
      return language.t('closedEnded');
    case 'refused':
      return refusalText(language.locale, closed.refusal);
    default:
      return '';
  }
};

const log = (view: ChatView, scene: Scene): TemplateResult =>
  html`<dw-conversation-log
    .conversation=${view.interactionId}
    .input=${scene.log}
    .customer=${view.name}
    .loading=${scene.whole.loading}
    .earlierRefusal=${scene.whole.refusal}
    .explain=${refusalText}
    @dw-log-earlier=${scene.loadEarlier}
    @dw-log-retry=${({detail}: CustomEvent<{id: string}>) => {
      scene.resend(detail.id);
    }}
    @dw-log-edit=${({detail}: CustomEvent<{id: string}>) => {
      scene.edit(detail.id);
    }}
    @dw-log-view=${scene.look}
  ></dw-conversation-log>`;

const box = (view: ChatView, scene: Scene): TemplateResult =>
  html`<dw-compose-box
    .value=${live(scene.draft)}
    .placeholder=${scene.language.t('placeholder')}
    .closed=${closedText(view.closed, scene)}
    @dw-compose-draft=${({detail}: CustomEvent<{text: string}>) => {
      scene.write(detail.text);
    }}
    @dw-compose-send=${({detail}: CustomEvent<{text: string}>) => {
      scene.send(detail.text);
    }}
  ></dw-compose-box>`;

/** The whole pane. */
export const pane = (view: ChatView, scene: Scene): TemplateResult => {
  const {ending, retryEnd, dismissEnd, unsent, dismissUnsent} = scene;
  return html`${identity(view, scene)}
  ${failure({refusal: ending.refusal, words: 'endFailed', retry: retryEnd, dismiss: dismissEnd}, scene)}
  ${log(view, scene)} ${failure({refusal: unsent, words: 'notSent', dismiss: dismissUnsent}, scene)}
  ${box(view, scene)}`;
};
