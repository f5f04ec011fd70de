import {defineElement} from '../define-element.js';
import {defineButton} from '../primitives/register.js';
import {SearchListElement} from '../primitives/search-list.element.js';
import {KIT_VERSION} from '../version.js';

import {AniChooserElement} from './ani-chooser.element.js';
import {DialpadElement} from './dialpad.element.js';

/** Registers `<dw-dialpad>` and what it is made of. */
export const defineDialpad = (): boolean => {
  defineButton();
  return defineElement('dw-dialpad', DialpadElement, KIT_VERSION);
};

/**
 * Registers `<dw-ani-chooser>` and what it is made of. The list is named here, not in the primitives' module: from there it
 * would come with every button to a page that may never open it.
 */
export const defineAniChooser = (): boolean => {
  defineButton();
  defineElement('dw-search-list', SearchListElement, KIT_VERSION);
  return defineElement('dw-ani-chooser', AniChooserElement, KIT_VERSION);
};

declare global {
  interface HTMLElementTagNameMap {
    'dw-dialpad': DialpadElement;
    'dw-ani-chooser': AniChooserElement;
  }
}
