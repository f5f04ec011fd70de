import type {InteractionId} from '@deskwire/domain';
import {DoneEvent, RequestEvent} from '@deskwire/kit';

import type {VisitForm} from './visit-form.js';

/** Which conversation it is about. */
export interface VisitDetail {
  readonly interactionId: InteractionId;
}

/** The message that is about to be sent. */
export interface VisitorMessageDetail extends VisitDetail {
  readonly text: string;
}

/** Asks before `start` is called; can be prevented. */
export class VisitRequestEvent extends RequestEvent<{readonly form: VisitForm}> {
  constructor(form: VisitForm) {
    super('dw-visit-request', {form});
  }
}

/** The conversation that the visitor asked for is there. */
export class VisitDoneEvent extends DoneEvent<VisitDetail> {
  constructor(detail: VisitDetail) {
    super('dw-visit-done', detail);
  }
}

/** Asks before the form for another chat is shown; a host that begins a chat in its own way prevents it. */
export class NewVisitRequestEvent extends RequestEvent<VisitDetail> {
  constructor(detail: VisitDetail) {
    super('dw-new-visit-request', detail);
  }
}

/** Asks before a message of the visitor is sent; can be prevented. */
export class VisitorMessageRequestEvent extends RequestEvent<VisitorMessageDetail> {
  constructor(detail: VisitorMessageDetail) {
    super('dw-visitor-message-request', detail);
  }
}

/** A message of the visitor is in the conversation. */
export class VisitorMessageDoneEvent extends DoneEvent<VisitDetail> {
  constructor(detail: VisitDetail) {
    super('dw-visitor-message-done', detail);
  }
}

/** Asks before the visitor leaves the chat; can be prevented. */
export class LeaveRequestEvent extends RequestEvent<VisitDetail> {
  constructor(detail: VisitDetail) {
    super('dw-leave-request', detail);
  }
}

/** The visitor has left the chat. */
export class LeaveDoneEvent extends DoneEvent<VisitDetail> {
  constructor(detail: VisitDetail) {
    super('dw-leave-done', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-visit-request': VisitRequestEvent;
    'dw-visit-done': VisitDoneEvent;
    'dw-new-visit-request': NewVisitRequestEvent;
    'dw-visitor-message-request': VisitorMessageRequestEvent;
    'dw-visitor-message-done': VisitorMessageDoneEvent;
    'dw-leave-request': LeaveRequestEvent;
    'dw-leave-done': LeaveDoneEvent;
  }
}
