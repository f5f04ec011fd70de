import {defineButton, defineElement, defineMailBody} from '@deskwire/kit';

import {HistoryCorrespondenceElement} from './correspondence.element.js';

/** Registers what shows mails; loaded with the first contact that has some. */
export const defineCorrespondence = (): void => {
  defineButton();
  defineMailBody();
  defineElement('dw-history-correspondence', HistoryCorrespondenceElement, '0.1.0');
};

declare global {
  interface HTMLElementTagNameMap {
    'dw-history-correspondence': HistoryCorrespondenceElement;
  }
}
