import type {ChosenState, InteractionId} from '@deskwire/domain';
import type {Act} from '@deskwire/kit';

import {
  AcceptDoneEvent,
  AcceptRequestEvent,
  CancelCallDoneEvent,
  CancelCallRequestEvent,
  DeclineDoneEvent,
  DeclineRequestEvent,
  RonaDoneEvent,
  RonaRequestEvent,
} from './incoming-call.events.js';
import type {RequestAct} from './request.template.js';

const makers: Readonly<Record<RequestAct, (interactionId: InteractionId) => Act>> = {
  accept: (interactionId) => ({
    command: {type: 'interaction.accept', interactionId},
    request: () => new AcceptRequestEvent(interactionId),
    done: () => new AcceptDoneEvent(interactionId),
  }),
  decline: (interactionId) => ({
    command: {type: 'interaction.decline', interactionId},
    request: () => new DeclineRequestEvent(interactionId),
    done: () => new DeclineDoneEvent(interactionId),
  }),
  cancel: (interactionId) => ({
    command: {type: 'outdial.cancel', interactionId},
    request: () => new CancelCallRequestEvent(interactionId),
    done: () => new CancelCallDoneEvent(interactionId),
  }),
};

/** What a control of a request asks for. */
export const requestAct = (act: RequestAct, interactionId: InteractionId): Act => makers[act](interactionId);

/** What the RONA popover asks for. */
export const ronaAct = (to: ChosenState): Act => ({
  command: {type: 'agent.set-state', to},
  request: () => new RonaRequestEvent(to),
  done: () => new RonaDoneEvent(to),
});
