import type {GuideReply} from '@deskwire/domain';
import {DoneEvent, RequestEvent} from '@deskwire/kit';

/** Which contact's guide, and what was answered on the way to its end. */
export interface CallGuideDetail {
  readonly interactionId: string;
  readonly replies: readonly GuideReply[];
}

/** Asks before the guide is submitted; can be prevented. */
export class CallGuideSubmitRequestEvent extends RequestEvent<CallGuideDetail> {
  constructor(detail: CallGuideDetail) {
    super('dw-call-guide-submit-request', detail);
  }
}

/** The guide was submitted. */
export class CallGuideSubmitDoneEvent extends DoneEvent<CallGuideDetail> {
  constructor(detail: CallGuideDetail) {
    super('dw-call-guide-submit-done', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-call-guide-submit-request': CallGuideSubmitRequestEvent;
    'dw-call-guide-submit-done': CallGuideSubmitDoneEvent;
  }
}
