import type {Target} from '@deskwire/domain';
import {DoneEvent, RequestEvent} from '@deskwire/kit';

export {TransferOpenEvent} from '@deskwire/kit';

/** Which chat it is about. */
export interface ChatDetail {
  readonly interactionId: string;
}

/** What is sent to which customer. */
export interface MessageDetail extends ChatDetail {
  readonly text: string;
  /** How many files go with it. */
  readonly files: number;
}

/** Who is asked to join which chat. */
export interface ConferenceDetail extends ChatDetail {
  readonly to: Target;
}

/** Asks before a message is sent; can be prevented, and the text stays in the box. */
export class MessageRequestEvent extends RequestEvent<MessageDetail> {
  constructor(detail: MessageDetail) {
    super('dw-message-request', detail);
  }
}

/** The message is in the conversation. */
export class MessageDoneEvent extends DoneEvent<MessageDetail> {
  constructor(detail: MessageDetail) {
    super('dw-message-done', detail);
  }
}

/** Asks before the chat is ended; can be prevented. */
export class ChatEndRequestEvent extends RequestEvent<ChatDetail> {
  constructor(detail: ChatDetail) {
    super('dw-end-request', detail);
  }
}

/** The chat has ended. */
export class ChatEndDoneEvent extends DoneEvent<ChatDetail> {
  constructor(detail: ChatDetail) {
    super('dw-end-done', detail);
  }
}

/** Asks before a colleague is asked to join; can be prevented. */
export class StartConferenceRequestEvent extends RequestEvent<ConferenceDetail> {
  constructor(detail: ConferenceDetail) {
    super('dw-start-conference-request', detail);
  }
}

/** A colleague is asked to join. */
export class StartConferenceDoneEvent extends DoneEvent<ConferenceDetail> {
  constructor(detail: ConferenceDetail) {
    super('dw-start-conference-done', detail);
  }
}

/** Asks before the request for a conference is taken back; can be prevented. */
export class CancelConferenceRequestEvent extends RequestEvent<ChatDetail> {
  constructor(detail: ChatDetail) {
    super('dw-cancel-conference-request', detail);
  }
}

/** The request for a conference is taken back. */
export class CancelConferenceDoneEvent extends DoneEvent<ChatDetail> {
  constructor(detail: ChatDetail) {
    super('dw-cancel-conference-done', detail);
  }
}

/** Asks before the conference is ended, or left by agent 2; can be prevented. */
export class EndConferenceRequestEvent extends RequestEvent<ChatDetail> {
  constructor(detail: ChatDetail) {
    super('dw-end-conference-request', detail);
  }
}

/** The conference is over, or left by agent 2. */
export class EndConferenceDoneEvent extends DoneEvent<ChatDetail> {
  constructor(detail: ChatDetail) {
    super('dw-end-conference-done', detail);
  }
}

/** The conference dialog was closed. */
export class ConferenceClosedEvent extends DoneEvent<ChatDetail> {
  constructor(detail: ChatDetail) {
    super('dw-conference-closed', detail);
  }
}

declare global {
  // The events of a conference are those of the call pane too, which types them for the page.
  // `dw-end-…` is fired by every pane that can end a contact, so these two are typed by what all of them share.
  interface HTMLElementEventMap {
    'dw-message-request': MessageRequestEvent;
    'dw-message-done': MessageDoneEvent;
    'dw-cancel-conference-request': CancelConferenceRequestEvent;
    'dw-cancel-conference-done': CancelConferenceDoneEvent;
    'dw-conference-closed': ConferenceClosedEvent;
    'dw-end-request': RequestEvent<{readonly interactionId: string}>;
    'dw-end-done': DoneEvent<{readonly interactionId: string}>;
  }
}
