import {defineElement} from '../../define-element.js';
import {KIT_VERSION} from '../../version.js';
import {ButtonElement} from '../button.element.js';

/** Registers `<dw-button>`. */
export const defineButton = (): boolean => defineElement('dw-button', ButtonElement, KIT_VERSION);

declare global {
  interface HTMLElementTagNameMap {
    'dw-button': ButtonElement;
  }
}
