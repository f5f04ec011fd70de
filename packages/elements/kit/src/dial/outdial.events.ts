import type {InteractionId} from '@deskwire/domain';

import {DoneEvent, RequestEvent} from '../events.js';

import type {DialRequest, FailedOutcome, RefusedOutcome} from './dial-outcome.js';

/** Asks before a number is called; can be prevented. */
export class OutdialRequestEvent extends RequestEvent<DialRequest> {
  constructor(detail: DialRequest) {
    super('dw-outdial-request', detail);
  }
}

/** The backend took the request: the call is being made, nobody has answered yet. */
export class OutdialDoneEvent extends DoneEvent<
  DialRequest & {readonly interactionId: InteractionId | undefined}
> {
  constructor(detail: DialRequest & {readonly interactionId: InteractionId | undefined}) {
    super('dw-outdial-done', detail);
  }
}

/** It did not come to a conversation: the request was refused, or the call failed. */
export class OutdialFailedEvent extends DoneEvent<
  DialRequest & {readonly outcome: FailedOutcome | RefusedOutcome}
> {
  constructor(detail: DialRequest & {readonly outcome: FailedOutcome | RefusedOutcome}) {
    super('dw-outdial-failed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-outdial-request': OutdialRequestEvent;
    'dw-outdial-done': OutdialDoneEvent;
    'dw-outdial-failed': OutdialFailedEvent;
  }
}
