import {defineTargetDialog} from '@deskwire/kit';

import {TransferDialogElement} from './transfer-dialog.element.js';
// For its types: whoever registers the element hears its events by name.
import './transfer-dialog.events.js';

defineTargetDialog('dw-transfer-dialog', TransferDialogElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-transfer-dialog': TransferDialogElement;
  }
}
