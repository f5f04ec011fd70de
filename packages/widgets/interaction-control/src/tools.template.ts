import {html, nothing, type TemplateResult} from 'lit';
import {dialKeyOf, isComposingKey, keypadTemplate, moveInKeypad} from '@deskwire/kit';

import {button} from './actions.template.js';
import {controlIcons} from './interaction-control.looks.js';
import type {ActionView, PaneId, PaneView} from './interaction-control.types.js';
import {reasonText, type Panel, type Scene} from './scene.js';
import type {ShortcutName} from './shortcuts.js';

const toggle = (panel: Panel, content: TemplateResult, scene: Scene): TemplateResult =>
  html`<dw-button
    class=${panel.split(' ')[0] ?? ''}
    small
    variant="ghost"
    .expanded=${scene.isOpen(panel)}
    @click=${() => {
      scene.toggle(panel);
    }}
    >${content}</dw-button
  >`;

/** Of two parties only the one who hears the agent has a dialpad; one that is open stays, so that no focus is lost. */
const padOf = ({id, keypad}: PaneView, scene: Scene): ActionView | undefined => {
  const isOther = keypad?.reason !== undefined && !keypad.reason.refusal;
  return isOther && !scene.isOpen(`keypad ${id}`) ? undefined : keypad;
};

/** The quiet row below the buttons: microphone, digits, keys. */
export const toolRow = (pane: PaneView, scene: Scene): unknown => {
  const {id, mute} = pane;
  const keypad = padOf(pane, scene);
  const keys = id === 'call' && scene.hasShortcuts;
  if (!mute && !keypad && !keys) return nothing;
  const {language} = scene;
  const pad = html`${controlIcons['call.dtmf']}<span>${language.t('call.dtmf')}</span>`;
  const list = html`<span>${language.t('shortcuts')}</span>`;
  return html`<div class="tools">
      ${mute ? button(mute, {ghost: true, small: true, classes: 'mute'}, scene) : nothing}
      ${keypad ? toggle(`keypad ${id}`, pad, scene) : nothing}
      ${keys ? toggle('shortcuts', list, scene) : nothing}
    </div>
    ${keypad && scene.isOpen(`keypad ${id}`) ? pad12(id, keypad, scene) : nothing}
    ${keys && scene.isOpen('shortcuts') ? shortcutList(scene) : nothing}`;
};

const handleKey = (event: KeyboardEvent, pane: PaneId, scene: Scene): void => {
  if (isComposingKey(event) || event.ctrlKey || event.altKey || event.metaKey) return;
  const pad = event.currentTarget as HTMLElement;
  const digit = dialKeyOf(event.key);
  if (digit) scene.press(pane, digit);
  else if (event.key === 'Escape') close(pad, pane, scene);
  else if (!moveInKeypad(event)) return;
  event.preventDefault();
};

const close = (pad: HTMLElement, pane: PaneId, scene: Scene): void => {
  pad.closest('.card')?.querySelector<HTMLElement>('dw-button.keypad')?.focus();
  scene.toggle(`keypad ${pane}`);
};

/** In-call digits, by pointer and by keyboard. Left to right in every language: a telephone is. */
const pad12 = (pane: PaneId, keypad: ActionView, scene: Scene): TemplateResult => {
  const reason = reasonText(scene, keypad.reason);
  const line = scene.digits(pane);
  const {language} = scene;
  return html`<div class="dialpad">
    <p class="readout num" dir="ltr">
      <span class="hidden-text">${language.t('digitsSent')}</span><span>${line.sent}</span
      ><span class="muted">${line.unsent}</span>
    </p>
    <div
      class="digits"
      dir="ltr"
      role="toolbar"
      aria-label=${language.t('call.dtmf')}
      @keydown=${(event: KeyboardEvent) => {
        handleKey(event, pane, scene);
      }}
    >
      ${keypadTemplate({
        names: {'*': language.t('star'), '#': language.t('hash')},
        describedBy: () => (reason ? 'unheard' : undefined),
        off: reason !== '',
        press: (digit) => {
          scene.press(pane, digit);
        },
      })}
    </div>
    ${reason ? html`<p class="muted" id="unheard">${reason}</p>` : nothing}
  </div>`;
};

const SHORTCUT_WORDS = {
  hold: 'shortcut.hold',
  consult: 'consult.start',
  transfer: 'interaction.transfer',
  conference: 'conference.start',
  end: 'interaction.end',
  mute: 'shortcut.mute',
  keypad: 'call.dtmf',
  recording: 'shortcut.recording',
} as const satisfies Record<ShortcutName, string>;

/** Every key that does something here, to be read before it is needed. */
const shortcutList = ({shortcutRows, language}: Scene): TemplateResult =>
  html`<dl class="keys" aria-label=${language.t('shortcuts')}>
    ${shortcutRows().map(
      ({name, keys}) =>
        html`<div>
          <dt>${language.t(SHORTCUT_WORDS[name])}</dt>
          <dd dir="ltr">
            ${keys.map((key, index) => html`${index ? '+' : ''}<kbd class="key">${key}</kbd>`)}
          </dd>
        </div>`,
    )}
  </dl>`;
