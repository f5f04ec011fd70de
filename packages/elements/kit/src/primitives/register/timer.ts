import {defineElement} from '../../define-element.js';
import {KIT_VERSION} from '../../version.js';
import {TimerElement} from '../timer.element.js';

/** Registers `<dw-timer>`. */
export const defineTimer = (): boolean => defineElement('dw-timer', TimerElement, KIT_VERSION);

declare global {
  interface HTMLElementTagNameMap {
    'dw-timer': TimerElement;
  }
}
