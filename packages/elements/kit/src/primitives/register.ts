import {defineElement} from '../define-element.js';
import {KIT_VERSION} from '../version.js';

import {AnnouncerElement} from './announcer.element.js';
import {ButtonElement} from './button.element.js';
import {SearchListElement} from './search-list.element.js';
import {TextAreaElement} from './text-area.element.js';
import {TimerElement} from './timer.element.js';

/** Registers `<dw-announcer>`; `announce` does it by itself. */
export const defineAnnouncer = (): boolean => defineElement('dw-announcer', AnnouncerElement, KIT_VERSION);
/** Registers `<dw-button>`. */
export const defineButton = (): boolean => defineElement('dw-button', ButtonElement, KIT_VERSION);
/** Registers `<dw-search-list>`. */
export const defineSearchList = (): boolean =>
  defineElement('dw-search-list', SearchListElement, KIT_VERSION);
/** Registers `<dw-text-area>`. */
export const defineTextArea = (): boolean => defineElement('dw-text-area', TextAreaElement, KIT_VERSION);
/** Registers `<dw-timer>`. */
export const defineTimer = (): boolean => defineElement('dw-timer', TimerElement, KIT_VERSION);

declare global {
  interface HTMLElementTagNameMap {
    'dw-announcer': AnnouncerElement;
    'dw-button': ButtonElement;
    'dw-search-list': SearchListElement;
    'dw-text-area': TextAreaElement;
    'dw-timer': TimerElement;
  }
}
