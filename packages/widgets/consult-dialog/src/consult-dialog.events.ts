import {DoneEvent, RequestEvent} from '@deskwire/kit';
import type {InteractionId, Target} from '@deskwire/domain';

/** Who is asked about which call. */
export interface ConsultTargetDetail {
  readonly interactionId: InteractionId;
  readonly to: Target;
}

/** Asks before somebody is consulted; can be prevented. */
export class ConsultRequestEvent extends RequestEvent<ConsultTargetDetail> {
  constructor(detail: ConsultTargetDetail) {
    super('dw-consult-request', detail);
  }
}

/** The consult is requested: the customer is held, and whoever was chosen is sought or rings. */
export class ConsultDoneEvent extends DoneEvent<ConsultTargetDetail> {
  constructor(detail: ConsultTargetDetail) {
    super('dw-consult-done', detail);
  }
}

/** The dialog was closed, whether anybody was asked or not. */
export class ConsultClosedEvent extends DoneEvent<{readonly interactionId: InteractionId}> {
  constructor(detail: {readonly interactionId: InteractionId}) {
    super('dw-consult-closed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-consult-request': ConsultRequestEvent;
    'dw-consult-done': ConsultDoneEvent;
    'dw-consult-closed': ConsultClosedEvent;
  }
}
