import type {
  Channel,
  Customer,
  Ending,
  InteractionId,
  LeaveReason,
  Origin,
  Phase,
  QueueRef,
} from '@deskwire/domain';
import {DoneEvent} from '@deskwire/kit';
import type {ConnectionStatus} from '@deskwire/stream';

/** What a CRM needs to open the right record. */
export interface InteractionSummary {
  readonly interactionId: InteractionId;
  readonly channel: Channel;
  readonly origin: Origin;
  readonly customer: Customer;
  readonly queue?: QueueRef;
  readonly dnis?: string;
}

/** An interaction came to this agent. */
export interface InteractionArrival extends InteractionSummary {
  readonly phase: Phase;
  /** It was there already when the desk was opened or connected anew. */
  readonly restored: boolean;
}

/** This agent's part is over: wrap-up begins, or nothing is left to do. */
export interface InteractionEnd extends InteractionSummary {
  /** How the interaction ended; absent while it goes on without this agent. */
  readonly ending?: Ending;
  /** Why this agent is out of it, e.g. `missed` or `transferred`. */
  readonly left?: LeaveReason;
}

/** `dw-connection-changed`: the connection to the backend is another one than before. */
export class ConnectionChangedEvent extends DoneEvent<{readonly status: ConnectionStatus}> {
  constructor(status: ConnectionStatus) {
    super('dw-connection-changed', {status});
  }
}

/** `dw-interaction-arrived`: for a screen pop. */
export class InteractionArrivedEvent extends DoneEvent<InteractionArrival> {
  constructor(detail: InteractionArrival) {
    super('dw-interaction-arrived', detail);
  }
}

/** `dw-interaction-ended`: for an activity log. */
export class InteractionEndedEvent extends DoneEvent<InteractionEnd> {
  constructor(detail: InteractionEnd) {
    super('dw-interaction-ended', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-connection-changed': ConnectionChangedEvent;
    'dw-interaction-arrived': InteractionArrivedEvent;
    'dw-interaction-ended': InteractionEndedEvent;
  }
}
