// What is loaded when a conference is first wanted.
import {defineTargetDialog} from '@deskwire/kit';

import {ConferenceDialogElement} from './conference-dialog.element.js';

/** Registers the dialog. */
export const defineConferenceDialog = (): boolean =>
  defineTargetDialog('dw-chat-conference-dialog', ConferenceDialogElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-chat-conference-dialog': ConferenceDialogElement;
  }
}
