import {property} from 'lit/decorators.js';
import type {Interaction, InteractionId} from '@deskwire/domain';
import {
  consultIcon,
  LanguageController,
  TargetDialogBase,
  type Act,
  type DirectoryChoice,
  type TargetDialogTexts,
} from '@deskwire/kit';

import {ConsultClosedEvent, ConsultDoneEvent, ConsultRequestEvent} from './consult-dialog.events.js';
import {consultDialogWords} from './consult-dialog.messages.js';
import {consequenceOf} from './consult-dialog.view.js';

/**
 * The dialog for a consult call: choose an agent, a queue or a number to ask while the customer is held. `open(interactionId)`
 * opens it, or setting `interactionId`; it closes when the consult is requested, or by Cancel, Escape and `close()`. The
 * page stays alive behind it.
 *
 * Whoever wants a consult says so with `dw-consult-open`; the page forwards it:
 * `desk.addEventListener('dw-consult-open', ({detail}) => dialog.open(detail.interactionId))`.
 *
 * @element dw-consult-dialog
 * @csspart dialog - The surface.
 * @fires dw-consult-request - Before somebody is consulted; cancelable.
 * @fires dw-consult-done - The consult is requested.
 * @fires dw-consult-closed - The dialog was closed, whether anybody was asked or not.
 */
export class ConsultDialogElement extends TargetDialogBase {
  /** The call to ask somebody about. While one is set, the dialog is open. */
  @property({attribute: false}) override interactionId: InteractionId | undefined;

  protected override readonly command = 'consult.start';

  readonly #language = new LanguageController(this, consultDialogWords);

  protected override texts(interaction: Interaction): TargetDialogTexts {
    const language = this.#language;
    return {
      title: language.t('title'),
      action: language.t('action'),
      icon: consultIcon,
      consequence: language.t(consequenceOf(interaction)),
    };
  }

  protected override act(interactionId: InteractionId, {target: to}: DirectoryChoice): Act {
    const detail = {interactionId, to};
    return {
      command: {type: 'consult.start', ...detail},
      request: () => new ConsultRequestEvent(detail),
      done: () => new ConsultDoneEvent(detail),
    };
  }

  protected override closedEvent(interactionId: InteractionId): ConsultClosedEvent {
    return new ConsultClosedEvent({interactionId});
  }
}
