import {defineElement} from '../../define-element.js';
import {KIT_VERSION} from '../../version.js';
import {SearchListElement} from '../search-list.element.js';

/** Registers `<dw-search-list>`. */
export const defineSearchList = (): boolean =>
  defineElement('dw-search-list', SearchListElement, KIT_VERSION);

declare global {
  interface HTMLElementTagNameMap {
    'dw-search-list': SearchListElement;
  }
}
