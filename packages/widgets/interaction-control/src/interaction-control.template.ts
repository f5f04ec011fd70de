import {html, nothing, type TemplateResult} from 'lit';
import {
  channelTile,
  infoIcon,
  phoneText,
  refusalText,
  shieldIcon,
  stateChip,
  warningIcon,
  type ActState,
  type LanguageController,
} from '@deskwire/kit';

import {chipLooks, controlIcons} from './interaction-control.looks.js';
import type {controlWords} from './interaction-control.messages.js';
import type {
  ActionView,
  Chip,
  ChipView,
  ControlCommand,
  ControlView,
  RecordingView,
} from './interaction-control.view.js';

type Language = LanguageController<typeof controlWords.en>;

/** What the templates need beside the view: words, how commands are doing, and where a press goes. */
export interface Scene {
  readonly language: Language;
  state(command: ControlCommand): ActState;
  act(command: ControlCommand): void;
  retry(command: ControlCommand): void;
  dismiss(command: ControlCommand): void;
}

const COMMANDS: readonly ControlCommand[] = [
  'call.hold',
  'call.resume',
  'interaction.end',
  'recording.pause',
  'recording.resume',
];

const chip = ({chip, since}: ChipView, {language}: Scene): TemplateResult => {
  const {hue, icon} = chipLooks[chip];
  const state = language.t(chip);
  if (since === undefined) return stateChip(hue, icon, state);
  const label = language.t('stateDuration', {state});
  return stateChip(hue, icon, html`${state} <dw-timer .since=${since} .label=${label}></dw-timer>`);
};

const clockLabel = (chip: Chip): 'waiting' | 'wrapUpDuration' | 'duration' => {
  if (chip === 'connecting' || chip === 'ringing') return 'waiting';
  return chip === 'wrap-up' ? 'wrapUpDuration' : 'duration';
};

const fact = (label: string, value: string | undefined, isNumber = false, isSaid = true): unknown =>
  value === undefined
    ? nothing
    : html`<div>
        <dt class=${isSaid ? '' : 'hidden-text'}>${label}</dt>
        <dd class=${isNumber ? 'num' : ''} dir=${isNumber ? 'ltr' : 'auto'}>${value}</dd>
      </div>`;

const facts = ({number, queue, dnis}: ControlView, {language}: Scene): unknown =>
  number === undefined && queue === undefined && dnis === undefined
    ? nothing
    : html`<dl class="facts">
        ${fact(language.t('number'), number && phoneText(number), true, false)}
        ${fact(language.t('queue'), queue)} ${fact(language.t('dnis'), dnis && phoneText(dnis), true)}
      </dl>`;

/** Who it is, in what state, and for how long. */
export const identity = (view: ControlView, scene: Scene): TemplateResult => {
  const [{chip: first}] = view.chips;
  const {hue, tile} = chipLooks[first];
  return html`<header class="identity">
    ${channelTile(hue, tile, first === 'ringing')}
    <div class="grow">
      <div class="title">
        <h2 class="name"><bdi>${phoneText(view.name)}</bdi></h2>
        ${view.chips.map((one) => chip(one, scene))}
      </div>
      ${facts(view, scene)}
    </div>
    <dw-timer
      class="clock"
      .since=${view.clockSince}
      .label=${scene.language.t(clockLabel(first))}
    ></dw-timer>
  </header>`;
};

interface ButtonLook {
  readonly variant: 'default' | 'primary' | 'danger' | 'ghost';
  readonly classes?: string;
  readonly small?: boolean;
}

const button = ({command, refusal}: ActionView, look: ButtonLook, scene: Scene): TemplateResult => {
  const {locale} = scene.language;
  return html`<dw-button
    class=${look.classes ?? ''}
    variant=${look.variant}
    ?small=${look.small ?? false}
    .pending=${scene.state(command).pending}
    .reason=${refusal ? refusalText(locale, refusal) : ''}
    @click=${() => {
      scene.act(command);
    }}
    >${controlIcons[command]}<span>${scene.language.t(command)}</span></dw-button
  >`;
};

/** Hold and Resume are one button: the label changes in its place and nothing beside it moves. */
const holdButton = (action: ActionView, scene: Scene): TemplateResult =>
  button(
    action,
    {variant: action.command === 'call.resume' ? 'primary' : 'default', classes: 'hold-button'},
    scene,
  );

/** The buttons, in their fixed order. */
export const actions = ({hold, end}: ControlView, scene: Scene): unknown =>
  hold || end
    ? html`<div class="actions" role="group" aria-label=${scene.language.t('controls')}>
        ${hold ? holdButton(hold, scene) : nothing}
        ${end ? button(end, {variant: 'danger', classes: 'end'}, scene) : nothing}
      </div>`
    : nothing;

/** Why End is off, to be read without trying it. */
export const reason = ({reason}: ControlView, {language}: Scene): unknown =>
  reason
    ? html`<p class="strip">${infoIcon}<span class="grow">${refusalText(language.locale, reason)}</span></p>`
    : nothing;

const countdown = (recording: RecordingView, {language}: Scene): unknown =>
  recording.state === 'paused' && recording.resumeAt !== undefined
    ? html`<span class="muted num"
        ><span class="wide">${language.t('resumesIn')} </span
        ><dw-timer .until=${recording.resumeAt} .label=${language.t('resumesIn')}></dw-timer
      ></span>`
    : nothing;

/** That the call is recorded, or that recording waits. */
export const recordingStrip = ({recording}: ControlView, scene: Scene): unknown => {
  if (!recording) return nothing;
  const on = recording.state === 'on';
  const look: ButtonLook = {variant: on ? 'ghost' : 'default', small: true};
  return html`<div class="strip recording">
    ${on ? html`<span class="rec"></span>` : shieldIcon}
    <span class="grow">${scene.language.t(on ? 'recording' : 'recordingPaused')}</span>
    ${countdown(recording, scene)} ${recording.control ? button(recording.control, look, scene) : nothing}
  </div>`;
};

const failure = (command: ControlCommand, scene: Scene): unknown => {
  const {refusal} = scene.state(command);
  if (!refusal) return nothing;
  const {language} = scene;
  const words = {action: language.t(command), reason: refusalText(language.locale, refusal)};
  return html`<div class="strip failure danger" role="alert">
    <span class="hue line">${warningIcon}</span>
    <span class="grow">${language.t('failed', words)}</span>
    ${
      refusal.kind === 'transport'
        ? html`<dw-button
            small
            @click=${() => {
              scene.retry(command);
            }}
            >${language.t('retry')}</dw-button
          >`
        : nothing
    }
    <dw-button
      small
      variant="ghost"
      @click=${() => {
        scene.dismiss(command);
      }}
      >${language.t('dismiss')}</dw-button
    >
  </div>`;
};

/** What was refused, where the person acted. */
export const failures = (scene: Scene): unknown => COMMANDS.map((command) => failure(command, scene));
