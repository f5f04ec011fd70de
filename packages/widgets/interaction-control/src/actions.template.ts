import {html, nothing, type TemplateResult} from 'lit';
import {infoIcon, warningIcon} from '@deskwire/kit';

import {controlIcons} from './interaction-control.looks.js';
import {
  SLOTS,
  type ActionView,
  type ControlCommand,
  type PaneView,
  type Slot,
} from './interaction-control.types.js';
import {reasonText, refusalText, type Scene} from './scene.js';

/** How a button looks beside what its action says. */
interface ButtonLook {
  readonly classes?: string;
  readonly ghost?: boolean;
  readonly small?: boolean;
}

/** A control that asks for something. While it has the focus or was pressed, and does nothing, it says why below. */
export const button = (
  {command, look, reason}: ActionView,
  {classes = '', ghost = false, small = false}: ButtonLook,
  scene: Scene,
): TemplateResult => {
  const explain = (): void => {
    scene.explain(command);
  };
  return html`<dw-button
    class=${classes}
    variant=${ghost ? 'ghost' : look}
    ?small=${small}
    .pending=${scene.state(command).pending}
    .reason=${reasonText(scene, reason)}
    @click=${() => {
      scene.act(command);
    }}
    @focusin=${explain}
    @focusout=${() => {
      scene.forget(command);
    }}
    @pointerdown=${explain}
    >${controlIcons[command]}<span>${scene.language.t(command)}</span></dw-button
  >`;
};

const classesOf = (slot: Slot, {look}: ActionView): string => {
  if (slot === 'end') return 'end';
  return `${slot}-button ${look === 'default' ? 'plain' : ''}`;
};

/** The buttons, in their fixed order. One that changes its label is the same button, in the same place. */
export const actionRow = ({id, actions, columns}: PaneView, scene: Scene): unknown => {
  if (!SLOTS.some((slot) => actions[slot])) return nothing;
  const label = scene.language.t(id === 'call' ? 'controls' : 'consultControls');
  return html`<div class="actions of-${columns}" role="group" aria-label=${label}>
    ${SLOTS.map((slot) => {
      const view = actions[slot];
      return view ? button(view, {classes: classesOf(slot, view)}, scene) : nothing;
    })}
  </div>`;
};

const strip = (text: string): TemplateResult =>
  html`<p class="strip why">${infoIcon}<span class="grow">${text}</span></p>`;

const ofPane = ({actions, mute, recording}: PaneView): readonly ActionView[] =>
  [...Object.values(actions), mute, recording?.control].flatMap((action) => action ?? []);

const named = ({command, reason}: ActionView, scene: Scene): string =>
  scene.language.t('failed', {action: scene.language.t(command), reason: reasonText(scene, reason)});

/** Why a control is off: that which was tried, else End, to be read without trying it; else what an ending does. */
export const why = (pane: PaneView, scene: Scene): unknown => {
  const {end} = pane.actions;
  const tried = ofPane(pane).find(({command, reason}) => reason && command === scene.explained);
  if (tried && tried.command !== end?.command) return strip(named(tried, scene));
  if (end?.reason) return strip(reasonText(scene, end.reason));
  return pane.hint ? strip(scene.language.t(pane.hint)) : nothing;
};

const ghostButton = (text: string, press: () => void): TemplateResult =>
  html`<dw-button small variant="ghost" @click=${press}>${text}</dw-button>`;

/** What others did, until the agent has seen it. */
export const notice = ({notice, language, dismissNotice}: Scene): unknown =>
  notice
    ? html`<div class="strip news">
        <span class="line">${infoIcon}</span><span class="grow">${language.t(notice)}</span>
        ${ghostButton(language.t('dismiss'), dismissNotice)}
      </div>`
    : nothing;

const failure = (command: ControlCommand, scene: Scene): unknown => {
  const {refusal} = scene.state(command);
  if (!refusal) return nothing;
  const {language} = scene;
  const words = {action: language.t(command), reason: refusalText(language.locale, refusal)};
  const retry = html`<dw-button
    small
    @click=${() => {
      scene.retry(command);
    }}
    >${language.t('retry')}</dw-button
  >`;
  return html`<div class="strip failure danger" role="alert">
    <span class="hue line">${warningIcon}</span>
    <span class="grow">${language.t('failed', words)}</span>
    ${refusal.kind === 'transport' ? retry : nothing}
    ${ghostButton(language.t('dismiss'), () => {
      scene.dismiss(command);
    })}
  </div>`;
};

/** Whether a control is in the consulted party's pane while there is one. */
const isConsults = (command: ControlCommand): boolean =>
  command === 'conference.start' || (command.startsWith('consult.') && command !== 'consult.cancel');

/** What was refused, in the pane where the person acted, or in the one that is left. */
export const failures = ({id}: PaneView, hasConsultPane: boolean, scene: Scene): unknown =>
  (Object.keys(controlIcons) as ControlCommand[])
    .filter((command) => {
      const inConsult = hasConsultPane && isConsults(command);
      return inConsult === (id === 'consult');
    })
    .map((command) => failure(command, scene));
