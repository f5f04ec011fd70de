import {defineElement} from '../define-element.js';
import {defineButton, defineSearchList} from '../primitives/register.js';
import {KIT_VERSION} from '../version.js';

import {AniChooserElement} from './ani-chooser.element.js';
import {DialpadElement} from './dialpad.element.js';

/** Registers `<dw-dialpad>` and what it is made of. */
export const defineDialpad = (): boolean => {
  defineButton();
  return defineElement('dw-dialpad', DialpadElement, KIT_VERSION);
};

/** Registers `<dw-ani-chooser>` and what it is made of. */
export const defineAniChooser = (): boolean => {
  defineButton();
  defineSearchList();
  return defineElement('dw-ani-chooser', AniChooserElement, KIT_VERSION);
};

declare global {
  interface HTMLElementTagNameMap {
    'dw-dialpad': DialpadElement;
    'dw-ani-chooser': AniChooserElement;
  }
}
