import {DoneEvent, RequestEvent} from '@deskwire/kit';

/** What is submitted for which contact. */
export interface WrapUpDetail {
  readonly interactionId: string;
  readonly reasonIds: readonly string[];
}

/** Which countdown it is about. */
export interface CountdownDetail {
  readonly interactionId: string;
}

/** Asks before the wrap-up is submitted; can be prevented. */
export class WrapUpRequestEvent extends RequestEvent<WrapUpDetail> {
  constructor(detail: WrapUpDetail) {
    super('dw-wrap-up-request', detail);
  }
}

/** The wrap-up was submitted by the agent. */
export class WrapUpDoneEvent extends DoneEvent<WrapUpDetail> {
  constructor(detail: WrapUpDetail) {
    super('dw-wrap-up-done', detail);
  }
}

/** Asks before the countdown is cancelled; can be prevented. */
export class ExtendWrapUpRequestEvent extends RequestEvent<CountdownDetail> {
  constructor(detail: CountdownDetail) {
    super('dw-extend-wrap-up-request', detail);
  }
}

/** No countdown runs any more. */
export class ExtendWrapUpDoneEvent extends DoneEvent<CountdownDetail> {
  constructor(detail: CountdownDetail) {
    super('dw-extend-wrap-up-done', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-wrap-up-request': WrapUpRequestEvent;
    'dw-wrap-up-done': WrapUpDoneEvent;
    'dw-extend-wrap-up-request': ExtendWrapUpRequestEvent;
    'dw-extend-wrap-up-done': ExtendWrapUpDoneEvent;
  }
}
