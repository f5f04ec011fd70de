import type {OutgoingMail} from '@deskwire/domain';
import {DoneEvent, RequestEvent} from '@deskwire/kit';

/** Which mail contact it is about. */
export interface MailDetail {
  readonly interactionId: string;
}

/** The mail that is about to leave, or has left. */
export interface MailSendDetail extends MailDetail {
  readonly mail: OutgoingMail;
}

/** Asks before a mail is sent; can be prevented. */
export class MailSendRequestEvent extends RequestEvent<MailSendDetail> {
  constructor(detail: MailSendDetail) {
    super('dw-mail-send-request', detail);
  }
}

/** The mail was taken; the mail server's own word follows in the thread. */
export class MailSendDoneEvent extends DoneEvent<MailSendDetail> {
  constructor(detail: MailSendDetail) {
    super('dw-mail-send-done', detail);
  }
}

/** Asks before the mail contact is ended; can be prevented. */
export class MailEndRequestEvent extends RequestEvent<MailDetail> {
  constructor(detail: MailDetail) {
    super('dw-end-request', detail);
  }
}

/** The mail contact has ended. */
export class MailEndDoneEvent extends DoneEvent<MailDetail> {
  constructor(detail: MailDetail) {
    super('dw-end-done', detail);
  }
}

declare global {
  // `dw-end-…` is fired by every pane that can end a contact, so these two are typed by what all of them share.
  interface HTMLElementEventMap {
    'dw-mail-send-request': MailSendRequestEvent;
    'dw-mail-send-done': MailSendDoneEvent;
    'dw-end-request': RequestEvent<{readonly interactionId: string}>;
    'dw-end-done': DoneEvent<{readonly interactionId: string}>;
  }
}
