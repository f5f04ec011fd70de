import {DoneEvent, RequestEvent} from '@deskwire/kit';

/** Which chat it is about. */
export interface ChatDetail {
  readonly interactionId: string;
}

/** What is sent to which customer. */
export interface MessageDetail extends ChatDetail {
  readonly text: string;
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

declare global {
  // `dw-end-…` is fired by every pane that can end a contact, so these two are typed by what all of them share.
  interface HTMLElementEventMap {
    'dw-message-request': MessageRequestEvent;
    'dw-message-done': MessageDoneEvent;
    'dw-end-request': RequestEvent<{readonly interactionId: string}>;
    'dw-end-done': DoneEvent<{readonly interactionId: string}>;
  }
}
