import {defineElement} from '../../define-element.js';
import {KIT_VERSION} from '../../version.js';
import {TextAreaElement} from '../text-area.element.js';

/** Registers `<dw-text-area>`. */
export const defineTextArea = (): boolean => defineElement('dw-text-area', TextAreaElement, KIT_VERSION);

declare global {
  interface HTMLElementTagNameMap {
    'dw-text-area': TextAreaElement;
  }
}
