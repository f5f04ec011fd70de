import type {ChosenState, InteractionId} from '@deskwire/domain';
import {DoneEvent, RequestEvent} from '@deskwire/kit';

/** What the events of a request carry. */
export interface ContactRequestDetail {
  readonly interactionId: InteractionId;
}

/** What the events of the RONA popover carry: the state that the agent chose. */
export interface RonaDetail {
  readonly to: ChosenState;
}

/** The agent accepts or answers. Prevent it, and nothing is sent. */
export class AcceptRequestEvent extends RequestEvent<ContactRequestDetail> {
  constructor(interactionId: InteractionId) {
    super('dw-accept-request', {interactionId});
  }
}

/** The contact is the agent's. */
export class AcceptDoneEvent extends DoneEvent<ContactRequestDetail> {
  constructor(interactionId: InteractionId) {
    super('dw-accept-done', {interactionId});
  }
}

/** The agent declines a call. Prevent it, and nothing is sent. */
export class DeclineRequestEvent extends RequestEvent<ContactRequestDetail> {
  constructor(interactionId: InteractionId) {
    super('dw-decline-request', {interactionId});
  }
}

/** The call is declined and goes back to its queue. */
export class DeclineDoneEvent extends DoneEvent<ContactRequestDetail> {
  constructor(interactionId: InteractionId) {
    super('dw-decline-done', {interactionId});
  }
}

/** The agent cancels a call that they dialled. Prevent it, and nothing is sent. */
export class CancelCallRequestEvent extends RequestEvent<ContactRequestDetail> {
  constructor(interactionId: InteractionId) {
    super('dw-cancel-call-request', {interactionId});
  }
}

/** The dialled call is cancelled. */
export class CancelCallDoneEvent extends DoneEvent<ContactRequestDetail> {
  constructor(interactionId: InteractionId) {
    super('dw-cancel-call-done', {interactionId});
  }
}

/** The agent leaves RONA. Prevent it, and nothing is sent. */
export class RonaRequestEvent extends RequestEvent<RonaDetail> {
  constructor(to: ChosenState) {
    super('dw-rona-request', {to});
  }
}

/** The agent has left RONA. */
export class RonaDoneEvent extends DoneEvent<RonaDetail> {
  constructor(to: ChosenState) {
    super('dw-rona-done', {to});
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-accept-request': AcceptRequestEvent;
    'dw-accept-done': AcceptDoneEvent;
    'dw-decline-request': DeclineRequestEvent;
    'dw-decline-done': DeclineDoneEvent;
    'dw-cancel-call-request': CancelCallRequestEvent;
    'dw-cancel-call-done': CancelCallDoneEvent;
    'dw-rona-request': RonaRequestEvent;
    'dw-rona-done': RonaDoneEvent;
  }
}
