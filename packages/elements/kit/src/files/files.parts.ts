// What is loaded when files can be sent: the trays, and the element that shows one.
import {defineElement} from '../define-element.js';
import {KIT_VERSION} from '../version.js';

import {FileTrayElement} from './file-tray.element.js';

export {traysOf} from './file-tray.js';

/** Registers `<dw-file-tray>`. */
export const defineFileTray = (): boolean => defineElement('dw-file-tray', FileTrayElement, KIT_VERSION);

declare global {
  interface HTMLElementTagNameMap {
    'dw-file-tray': FileTrayElement;
  }
}
