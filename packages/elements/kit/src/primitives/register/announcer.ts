import {defineElement} from '../../define-element.js';
import {KIT_VERSION} from '../../version.js';
import {AnnouncerElement} from '../announcer.element.js';

/** Registers `<dw-announcer>`; `announce` does it by itself. */
export const defineAnnouncer = (): boolean => defineElement('dw-announcer', AnnouncerElement, KIT_VERSION);

declare global {
  interface HTMLElementTagNameMap {
    'dw-announcer': AnnouncerElement;
  }
}
