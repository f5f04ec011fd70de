import {defineTargetDialog} from '@deskwire/kit';

import {ConsultDialogElement} from './consult-dialog.element.js';
// For its types: whoever registers the element hears its events by name.
import './consult-dialog.events.js';

defineTargetDialog('dw-consult-dialog', ConsultDialogElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-consult-dialog': ConsultDialogElement;
  }
}
