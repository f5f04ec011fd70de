import {DoneEvent, RequestEvent} from '@deskwire/kit';

import type {CallDetail} from './interaction-control.events.js';

/** Asks before a requested consult is withdrawn; can be prevented. */
export class CancelConsultRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-cancel-consult-request', detail);
  }
}

/** The consult was withdrawn. */
export class CancelConsultDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-cancel-consult-done', detail);
  }
}

/** Asks before the consulted party is put on hold; can be prevented. */
export class HoldConsultRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-hold-consult-request', detail);
  }
}

/** The consulted party is on hold, and the customer hears the agent. */
export class HoldConsultDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-hold-consult-done', detail);
  }
}

/** Asks before the consulted party is taken off hold; can be prevented. */
export class ResumeConsultRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-resume-consult-request', detail);
  }
}

/** The consulted party hears the agent again, and the customer is on hold. */
export class ResumeConsultDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-resume-consult-done', detail);
  }
}

/** Asks before the consult is ended or left; can be prevented. */
export class EndConsultRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-end-consult-request', detail);
  }
}

/** The consult is over for this agent. */
export class EndConsultDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-end-consult-done', detail);
  }
}

/** Asks before the call is handed to the consulted party; can be prevented. */
export class TransferConsultRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-transfer-consult-request', detail);
  }
}

/** The consulted party has the call. */
export class TransferConsultDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-transfer-consult-done', detail);
  }
}

/** Asks before the consult becomes a conference; can be prevented. */
export class StartConferenceRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-start-conference-request', detail);
  }
}

/** Everybody hears everybody. */
export class StartConferenceDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-start-conference-done', detail);
  }
}

/** Asks before the conference is handed to the others; can be prevented. */
export class TransferConferenceRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-transfer-conference-request', detail);
  }
}

/** The others go on without this agent. */
export class TransferConferenceDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-transfer-conference-done', detail);
  }
}

/** Asks before the conference is ended or left; can be prevented. */
export class EndConferenceRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-end-conference-request', detail);
  }
}

/** The conference is over for this agent. */
export class EndConferenceDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-end-conference-done', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-cancel-consult-request': CancelConsultRequestEvent;
    'dw-cancel-consult-done': CancelConsultDoneEvent;
    'dw-hold-consult-request': HoldConsultRequestEvent;
    'dw-hold-consult-done': HoldConsultDoneEvent;
    'dw-resume-consult-request': ResumeConsultRequestEvent;
    'dw-resume-consult-done': ResumeConsultDoneEvent;
    'dw-end-consult-request': EndConsultRequestEvent;
    'dw-end-consult-done': EndConsultDoneEvent;
    'dw-transfer-consult-request': TransferConsultRequestEvent;
    'dw-transfer-consult-done': TransferConsultDoneEvent;
    'dw-start-conference-request': StartConferenceRequestEvent;
    'dw-start-conference-done': StartConferenceDoneEvent;
    'dw-transfer-conference-request': TransferConferenceRequestEvent;
    'dw-transfer-conference-done': TransferConferenceDoneEvent;
    'dw-end-conference-request': EndConferenceRequestEvent;
    'dw-end-conference-done': EndConferenceDoneEvent;
  }
}
