import {defineElement} from '../define-element.js';
import {KIT_VERSION} from '../version.js';

import {ButtonElement} from './button.element.js';
import {TimerElement} from './timer.element.js';

/** Registers `<dw-button>`. */
export const defineButton = (): boolean => defineElement('dw-button', ButtonElement, KIT_VERSION);
/** Registers `<dw-timer>`. */
export const defineTimer = (): boolean => defineElement('dw-timer', TimerElement, KIT_VERSION);

declare global {
  interface HTMLElementTagNameMap {
    'dw-button': ButtonElement;
    'dw-timer': TimerElement;
  }
}
