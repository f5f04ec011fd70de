import {DoneEvent, RequestEvent} from '@deskwire/kit';
import type {InteractionId, Target} from '@deskwire/domain';

/** Which contact goes where. */
export interface TransferTargetDetail {
  readonly interactionId: InteractionId;
  readonly to: Target;
}

/** Asks before a contact is transferred; can be prevented. */
export class TransferRequestEvent extends RequestEvent<TransferTargetDetail> {
  constructor(detail: TransferTargetDetail) {
    super('dw-transfer-request', detail);
  }
}

/** The contact was transferred. */
export class TransferDoneEvent extends DoneEvent<TransferTargetDetail> {
  constructor(detail: TransferTargetDetail) {
    super('dw-transfer-done', detail);
  }
}

/** The dialog was closed, whether anything was transferred or not. */
export class TransferClosedEvent extends DoneEvent<{readonly interactionId: InteractionId}> {
  constructor(detail: {readonly interactionId: InteractionId}) {
    super('dw-transfer-closed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-transfer-request': TransferRequestEvent;
    'dw-transfer-done': TransferDoneEvent;
    'dw-transfer-closed': TransferClosedEvent;
  }
}
