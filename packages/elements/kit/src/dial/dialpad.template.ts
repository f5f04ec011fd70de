import {html, nothing, type TemplateResult} from 'lit';

import {backspaceIcon, warningIcon} from '../icons.js';

import type {DialLanguage, DialpadNote} from './dialpad.note.js';
import {keypadTemplate, type DialKey} from './keypad.js';

/** What a dialpad is rendered with. */
export interface DialpadScene {
  readonly language: DialLanguage;
  readonly note: DialpadNote | undefined;
  readonly locked: boolean;
  readonly isEmpty: boolean;
  readonly field: {
    readonly input: (event: InputEvent) => void;
    readonly beforeinput: (event: InputEvent) => void;
    readonly keyup: () => void;
    readonly compositionend: (event: CompositionEvent) => void;
    readonly blur: () => void;
  };
  readonly keys: {
    readonly keydown: (event: KeyboardEvent) => void;
    readonly pointerdown: (event: PointerEvent) => void;
    readonly released: () => void;
    readonly contextmenu: (event: Event) => void;
  };
  readonly erase: () => void;
  readonly press: (key: DialKey) => void;
}

/** What is printed on the keys beside their digit (ITU-T E.161); a long press on 0 is a plus. */
const LETTERS: Partial<Readonly<Record<DialKey, string>>> = {
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
  0: '+',
};

const eraseReason = ({language, locked, isEmpty}: DialpadScene): string => {
  if (locked) return language.t('sending');
  return isEmpty ? language.t('nothing') : '';
};

const fieldTemplate = (scene: DialpadScene, tone: string): TemplateResult => {
  const {language, field, locked, erase} = scene;
  return html`<div class="input ${tone}" part="field">
    <input
      type="tel"
      inputmode="tel"
      autocomplete="off"
      spellcheck="false"
      aria-label=${language.t('number')}
      aria-describedby="note"
      aria-invalid=${tone === 'bad' ? 'true' : nothing}
      placeholder=${language.t('hint')}
      ?readonly=${locked}
      @input=${field.input}
      @beforeinput=${field.beforeinput}
      @keyup=${field.keyup}
      @compositionend=${field.compositionend}
      @blur=${field.blur}
    />
    <dw-button
      variant="ghost"
      icon
      small
      title=${language.t('erase')}
      .label=${language.t('erase')}
      .reason=${eraseReason(scene)}
      @click=${erase}
      >${backspaceIcon}</dw-button
    >
  </div>`;
};

/** How the number reads in groups changes with every digit, and is not read out. */
const noteTemplate = (note: DialpadNote | undefined): TemplateResult => {
  const isPlain = note?.tone === 'plain';
  return html`<div class="said ${note?.tone ?? ''}">
    ${note?.tone === 'warn' ? warningIcon : nothing}
    <span id="note" role="status">${note && !isPlain ? note.text : ''}</span>
    ${isPlain ? html`<bdi dir="ltr">${note.text}</bdi>` : nothing}
  </div>`;
};

/** The field, what is said about the number, and the keys. */
export const dialpadTemplate = (scene: DialpadScene): TemplateResult => {
  const {language, note, keys, locked, press} = scene;
  return html`${fieldTemplate(scene, note && note.tone !== 'plain' ? note.tone : '')} ${noteTemplate(note)}
    <div
      class="digits"
      part="keys"
      role="toolbar"
      aria-label=${language.t('keys')}
      @keydown=${keys.keydown}
      @pointerdown=${keys.pointerdown}
      @pointerup=${keys.released}
      @pointerleave=${keys.released}
      @pointercancel=${keys.released}
      @contextmenu=${keys.contextmenu}
    >
      ${keypadTemplate({
        names: {'*': language.t('star'), '#': language.t('hash')},
        more: (key) => html`<span class="letters" aria-hidden="true">${LETTERS[key]}</span>`,
        describedBy: (key) => (locked ? 'locked' : key === '0' ? 'zero' : undefined),
        off: locked,
        press,
      })}
    </div>
    <span id="zero" hidden>${language.t('zero')}</span>
    ${locked ? html`<span id="locked" hidden>${language.t('sending')}</span>` : nothing}`;
};
