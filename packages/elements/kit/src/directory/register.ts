import {defineElement} from '../define-element.js';
import {defineButton} from '../primitives/register.js';
import {KIT_VERSION} from '../version.js';

import {DirectoryPickerElement} from './picker.element.js';

/** Registers `<dw-directory-picker>` and what it is made of. */
export const defineDirectoryPicker = (): boolean => {
  defineButton();
  return defineElement('dw-directory-picker', DirectoryPickerElement, KIT_VERSION);
};

declare global {
  interface HTMLElementTagNameMap {
    'dw-directory-picker': DirectoryPickerElement;
  }
}
