import {defineElement} from '@deskwire/kit';

import {CallGuideElement} from './call-guide.element.js';
// For its types: whoever registers the element hears its events by name.
import './call-guide.events.js';

defineElement('dw-call-guide', CallGuideElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-call-guide': CallGuideElement;
  }
}
