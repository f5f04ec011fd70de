import type {InteractionId} from '@deskwire/domain';
import {DoneEvent, RequestEvent} from '@deskwire/kit';

import type {VisitForm, VisitPlace} from './visit-form.js';

/** Which conversation it is about. */
export interface VisitDetail {
  readonly interactionId: InteractionId;
}

/** The message that is about to be sent. */
export interface VisitorMessageDetail extends VisitDetail {
  readonly text: string;
  /** How many files go with it. */
  readonly files: number;
}

/** What the backend is about to be asked. */
export interface VisitRequestDetail {
  readonly form: VisitForm;
  readonly place: VisitPlace;
}

/** Asks before `start` is called; can be prevented. */
export class VisitRequestEvent extends RequestEvent<VisitRequestDetail> {
  constructor(detail: VisitRequestDetail) {
    super('dw-visit-request', detail);
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

/** The chat in the page's corner was opened or closed, by the visitor or by the page. */
export class OpenedChangedEvent extends DoneEvent<{readonly opened: boolean}> {
  constructor(opened: boolean) {
    super('dw-opened-changed', {opened});
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
    'dw-opened-changed': OpenedChangedEvent;
    'dw-leave-done': LeaveDoneEvent;
  }
}
