import {property} from 'lit/decorators.js';
import type {Interaction, InteractionId} from '@deskwire/domain';
import {
  LanguageController,
  TargetDialogBase,
  transferIcon,
  type Act,
  type DirectoryChange,
  type DirectoryChoice,
  type TargetDialogTexts,
} from '@deskwire/kit';

import {TransferClosedEvent, TransferDoneEvent, TransferRequestEvent} from './transfer-dialog.events.js';
import {transferDialogWords} from './transfer-dialog.messages.js';
import {consequenceOf} from './transfer-dialog.view.js';

/**
 * The dialog for a blind transfer: choose an agent who is available, a queue, an entry point or a number, see what happens
 * if nobody answers there, and send the contact. `open(interactionId)` opens it, or setting `interactionId`; it closes when
 * the contact has gone, or by Cancel, Escape and `close()`. The page stays alive behind it.
 *
 * Whoever wants a transfer says so with `dw-transfer-open`; the page forwards it:
 * `desk.addEventListener('dw-transfer-open', ({detail}) => dialog.open(detail.interactionId))`.
 *
 * @element dw-transfer-dialog
 * @csspart dialog - The surface.
 * @fires dw-transfer-request - Before the contact is transferred; cancelable.
 * @fires dw-transfer-done - The contact was transferred.
 * @fires dw-transfer-closed - The dialog was closed, whether anything was transferred or not.
 */
export class TransferDialogElement extends TargetDialogBase {
  /** The contact to transfer. While one is set, the dialog is open. */
  @property({attribute: false}) override interactionId: InteractionId | undefined;

  protected override readonly command = 'interaction.transfer';
  protected override readonly availableOnly = true;

  readonly #language = new LanguageController(this, transferDialogWords);

  protected override texts({channel}: Interaction, {choice, list}: DirectoryChange): TargetDialogTexts {
    const language = this.#language;
    return {
      title: language.t('title'),
      action: language.t('action'),
      icon: transferIcon,
      consequence: language.t(consequenceOf(channel, choice?.target, list)),
    };
  }

  protected override act(interactionId: InteractionId, {target: to}: DirectoryChoice): Act {
    const detail = {interactionId, to};
    return {
      command: {type: 'interaction.transfer', ...detail},
      request: () => new TransferRequestEvent(detail),
      done: () => new TransferDoneEvent(detail),
    };
  }

  protected override closedEvent(interactionId: InteractionId): TransferClosedEvent {
    return new TransferClosedEvent({interactionId});
  }
}
