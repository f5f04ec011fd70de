import {DoneEvent, RequestEvent} from '@deskwire/kit';

export {TransferOpenEvent} from '@deskwire/kit';

/** Which call it is about. */
export interface CallDetail {
  readonly interactionId: string;
}

/** Asks before the customer is put on hold; can be prevented. */
export class HoldRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-hold-request', detail);
  }
}

/** The customer is on hold. */
export class HoldDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-hold-done', detail);
  }
}

/** Asks before the customer is taken off hold; can be prevented. */
export class ResumeRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-resume-request', detail);
  }
}

/** The customer is off hold. */
export class ResumeDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-resume-done', detail);
  }
}

/** Asks before the call is ended; can be prevented. */
export class EndRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-end-request', detail);
  }
}

/** The call has ended. */
export class EndDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-end-done', detail);
  }
}

/** Asks before recording is paused; can be prevented. */
export class PauseRecordingRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-pause-recording-request', detail);
  }
}

/** Recording is paused. */
export class PauseRecordingDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-pause-recording-done', detail);
  }
}

/** Asks before recording starts again; can be prevented. */
export class StartRecordingRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-start-recording-request', detail);
  }
}

/** Recording runs again. */
export class StartRecordingDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-start-recording-done', detail);
  }
}

/** Asks before the agent’s microphone is muted; can be prevented. */
export class MuteRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-mute-request', detail);
  }
}

/** The agent’s microphone is muted. */
export class MuteDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-mute-done', detail);
  }
}

/** Asks before the agent’s microphone is live again; can be prevented. */
export class UnmuteRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-unmute-request', detail);
  }
}

/** The agent’s microphone is live again. */
export class UnmuteDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-unmute-done', detail);
  }
}

/** Asks before in-call digits are sent; can be prevented. It does not say which: they may be a PIN. */
export class SendDigitsRequestEvent extends RequestEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-send-digits-request', detail);
  }
}

/** In-call digits were sent. */
export class SendDigitsDoneEvent extends DoneEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-send-digits-done', detail);
  }
}

/** Asks the page to open its consult dialog for this call. */
export class ConsultOpenEvent extends CustomEvent<CallDetail> {
  constructor(detail: CallDetail) {
    super('dw-consult-open', {detail, bubbles: true, composed: true});
  }
}

declare global {
  // `dw-end-…` is fired by every pane that can end a contact, so these two are typed by what all of them share.
  interface HTMLElementEventMap {
    'dw-hold-request': HoldRequestEvent;
    'dw-hold-done': HoldDoneEvent;
    'dw-resume-request': ResumeRequestEvent;
    'dw-resume-done': ResumeDoneEvent;
    'dw-end-request': RequestEvent<{readonly interactionId: string}>;
    'dw-end-done': DoneEvent<{readonly interactionId: string}>;
    'dw-pause-recording-request': PauseRecordingRequestEvent;
    'dw-pause-recording-done': PauseRecordingDoneEvent;
    'dw-start-recording-request': StartRecordingRequestEvent;
    'dw-start-recording-done': StartRecordingDoneEvent;
    'dw-mute-request': MuteRequestEvent;
    'dw-mute-done': MuteDoneEvent;
    'dw-unmute-request': UnmuteRequestEvent;
    'dw-unmute-done': UnmuteDoneEvent;
    'dw-send-digits-request': SendDigitsRequestEvent;
    'dw-send-digits-done': SendDigitsDoneEvent;
    'dw-consult-open': ConsultOpenEvent;
  }
}
