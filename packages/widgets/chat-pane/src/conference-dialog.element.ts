import {property} from 'lit/decorators.js';
import type {Interaction, InteractionId} from '@deskwire/domain';
import {
  conferenceIcon,
  LanguageController,
  TargetDialogBase,
  type Act,
  type DirectoryChoice,
  type TargetDialogTexts,
} from '@deskwire/kit';

import {
  ConferenceClosedEvent,
  StartConferenceDoneEvent,
  StartConferenceRequestEvent,
} from './chat-pane.events.js';
import {conferenceDialogWords} from './conference-dialog.messages.js';

/**
 * The dialog of the chat pane for a conference: choose a colleague to ask. The chat with the customer goes on meanwhile.
 *
 * @element dw-chat-conference-dialog
 * @csspart dialog - The surface.
 * @fires dw-start-conference-request - Before a colleague is asked; cancelable.
 * @fires dw-start-conference-done - A colleague is asked.
 * @fires dw-conference-closed - The dialog was closed, whether anybody was asked or not.
 */
export class ConferenceDialogElement extends TargetDialogBase {
  /** The chat that somebody should join. While one is set, the dialog is open. */
  @property({attribute: false}) override interactionId: InteractionId | undefined;

  protected override readonly command = 'conference.start';

  readonly #language = new LanguageController(this, conferenceDialogWords);

  protected override texts(_: Interaction): TargetDialogTexts {
    const language = this.#language;
    return {
      title: language.t('title'),
      action: language.t('action'),
      icon: conferenceIcon,
      consequence: language.t('consequence'),
    };
  }

  protected override act(interactionId: InteractionId, {target: to}: DirectoryChoice): Act {
    const detail = {interactionId, to};
    return {
      command: {type: 'conference.start', ...detail},
      request: () => new StartConferenceRequestEvent(detail),
      done: () => new StartConferenceDoneEvent(detail),
    };
  }

  protected override closedEvent(interactionId: InteractionId): ConferenceClosedEvent {
    return new ConferenceClosedEvent({interactionId});
  }
}
