import {html, nothing, type TemplateResult} from 'lit';
import type {Refusal} from '@deskwire/domain';
import {
  channelTile,
  chatIcon,
  closeIcon,
  conferenceIcon,
  endIcon,
  idleIcon,
  infoIcon,
  phoneText,
  socialIcon,
  stateChip,
  trouble,
  waitingIcon,
  wrapUpIcon,
  type Hue,
  type Icon,
} from '@deskwire/kit';

import type {ChatAction, ChatCommand} from './chat-actions.js';
import type {ChatView, Chip} from './chat-pane.view.js';
import {moreMenu} from './more-menu.template.js';
import {refusalText} from './refusal-text.js';
import type {Scene} from './scene.js';

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

const endButton = ({command, label, refusal}: ChatAction, {language, state, act}: Scene): TemplateResult =>
  html`<dw-button
    class="end"
    small
    variant="danger"
    .pending=${state(command).pending}
    .reason=${refusal ? refusalText(language.locale, refusal) : ''}
    @click=${() => {
      act(command);
    }}
    >${endIcon}<span>${language.t(label)}</span></dw-button
  >`;

const who = ({name, others}: ChatView): unknown => [
  html`<bdi>${phoneText(name)}</bdi>`,
  ...others.map((other) => html`, <bdi>${other}</bdi>`),
];

/** Who it is, how it stands, for how long, and what can be done with it as a whole. */
export const head = (view: ChatView, scene: Scene): TemplateResult => {
  const {language} = scene;
  const {hue, icon} = looks[view.chip];
  const {end, more} = view.actions;
  return html`<header
    class="identity ${view.others.length > 0 ? 'of-several' : ''} ${view.asked === undefined ? '' : 'asking'}"
  >
    ${channelTile(hue, view.channel === 'social' ? socialIcon : chatIcon)}
    <div class="grow">
      <h2 class="name cut">${who(view)}</h2>
      <div class="sub">${stateChip(hue, icon, language.t(view.chip))}${origin(view)}</div>
    </div>
    <dw-timer class="clock" .since=${view.clockSince} .label=${language.t(clockLabel(view.chip))}></dw-timer>
    <div class="acts">${moreMenu(more, scene)}${end ? endButton(end, scene) : nothing}</div>
  </header>`;
};

const NAMES = {
  'interaction.end': 'end',
  'interaction.transfer': 'transfer',
  'conference.start': 'conference',
  'conference.end': 'endConference',
  'consult.cancel': 'cancel',
} as const satisfies Record<ChatCommand, ChatAction['label']>;

const refused = (command: ChatCommand, refusal: Refusal, scene: Scene): TemplateResult => {
  const {language} = scene;
  const words = {action: language.t(NAMES[command]), reason: refusalText(language.locale, refusal)};
  return trouble(
    {
      text: language.t('failed', words),
      retry:
        refusal.kind === 'transport'
          ? () => {
              scene.retry(command);
            }
          : undefined,
      dismiss: () => {
        scene.dismiss(command);
      },
    },
    language,
  );
};

const refusals = (scene: Scene): unknown =>
  (Object.keys(NAMES) as ChatCommand[]).map((command) => {
    const {refusal} = scene.state(command);
    return refusal ? refused(command, refusal, scene) : nothing;
  });

const note = (icon: Icon, text: string, act: unknown = nothing): TemplateResult =>
  html`<div class="strip told">
    <span class="line">${icon}</span><span class="grow">${text}</span>${act}
  </div>`;

const asked = ({asked: name, actions: {cancel}}: ChatView, {language, state, act}: Scene): unknown => {
  if (name === undefined) return nothing;
  const button = cancel
    ? html`<dw-button
        small
        .pending=${state(cancel.command).pending}
        .reason=${cancel.refusal ? refusalText(language.locale, cancel.refusal) : ''}
        @click=${() => {
          act(cancel.command);
        }}
        >${closeIcon}<span>${language.t('cancel')}</span></dw-button
      >`
    : nothing;
  return note(conferenceIcon, name ? language.t('asking', {name}) : language.t('askingAgent'), button);
};

const conference = ({isGuest, chip}: ChatView, {language}: Scene): unknown => {
  if (isGuest) return note(infoIcon, language.t('guest'));
  return chip === 'conference' ? note(infoIcon, language.t('ownConference')) : nothing;
};

const declined = ({declined: one}: ChatView, {language, isDeclineSeen, seeDecline}: Scene): unknown =>
  one && !isDeclineSeen
    ? html`<div role="status">
        ${note(
          infoIcon,
          language.t('declined', {name: one.name}),
          html`<dw-button small variant="ghost" @click=${seeDecline}>${language.t('dismiss')}</dw-button>`,
        )}
      </div>`
    : nothing;

/** What stands below the head: a conference that is asked for or runs, and what came to nothing. */
export const notices = (view: ChatView, scene: Scene): unknown => {
  const {language, loadAgain, forgetLoad} = scene;
  return html`${asked(view, scene)} ${conference(view, scene)} ${declined(view, scene)} ${refusals(scene)}
  ${
    loadAgain
      ? trouble({text: language.t('partFailed'), retry: loadAgain, dismiss: forgetLoad}, language)
      : nothing
  }`;
};
