import type {InteractionId} from '@deskwire/domain';
import type {Act} from '@deskwire/kit';

import type {ChatCommand} from './chat-actions.js';
import {
  CancelConferenceDoneEvent,
  CancelConferenceRequestEvent,
  ChatEndDoneEvent,
  ChatEndRequestEvent,
  EndConferenceDoneEvent,
  EndConferenceRequestEvent,
} from './chat-pane.events.js';

/** What a control sends; the others open something where more is to be chosen. */
export const actFor = (
  type: Exclude<ChatCommand, 'interaction.transfer' | 'conference.start'>,
  interactionId: InteractionId,
): Act => {
  const command = {type, interactionId};
  const detail = {interactionId};
  switch (type) {
    case 'conference.end':
      return {
        command,
        request: () => new EndConferenceRequestEvent(detail),
        done: () => new EndConferenceDoneEvent(detail),
      };
    case 'consult.cancel':
      return {
        command,
        request: () => new CancelConferenceRequestEvent(detail),
        done: () => new CancelConferenceDoneEvent(detail),
      };
    default:
      return {
        command,
        request: () => new ChatEndRequestEvent(detail),
        done: () => new ChatEndDoneEvent(detail),
      };
  }
};
