// What is loaded when canned responses are first wanted.
import {defineElement, defineSearchList, fillPlaces, firstBlank, placeValues} from '@deskwire/kit';

import {CannedListElement} from './canned-list.element.js';

export {cannedItems} from './canned.js';
export {fillPlaces, firstBlank, placeValues};

/** Registers `<dw-canned-list>` and what it is made of. */
export const defineCannedList = (): void => {
  defineSearchList();
  defineElement('dw-canned-list', CannedListElement, '0.1.0');
};

declare global {
  interface HTMLElementTagNameMap {
    'dw-canned-list': CannedListElement;
  }
}
