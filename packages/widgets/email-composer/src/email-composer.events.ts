import type {OutgoingMail} from '@deskwire/domain';
import {DoneEvent, RequestEvent} from '@deskwire/kit';

export {TransferOpenEvent} from '@deskwire/kit';

/** Which mail contact it is about. */
export interface MailDetail {
  readonly interactionId: string;
}

/** The mail that is about to leave, or is taken. */
export interface MailSendDetail extends MailDetail {
  readonly mail: OutgoingMail;
}

/** The mail that is called back. */
export interface MailRecallDetail extends MailDetail {
  readonly mailId: string;
}

/** Asks before a mail is sent; can be prevented, and the draft stays. */
export class MailSendRequestEvent extends RequestEvent<MailSendDetail> {
  constructor(detail: MailSendDetail) {
    super('dw-mail-send-request', detail);
  }
}

/** The mail was taken. It may still be called back for a while, and the mail server's own word follows in the thread. */
export class MailSendDoneEvent extends DoneEvent<MailSendDetail> {
  constructor(detail: MailSendDetail) {
    super('dw-mail-send-done', detail);
  }
}

/** Asks before a mail is called back; can be prevented. */
export class MailRecallRequestEvent extends RequestEvent<MailRecallDetail> {
  constructor(detail: MailRecallDetail) {
    super('dw-mail-recall-request', detail);
  }
}

/** The mail was called back: it has not left, and its draft is there again. */
export class MailRecallDoneEvent extends DoneEvent<MailRecallDetail> {
  constructor(detail: MailRecallDetail) {
    super('dw-mail-recall-done', detail);
  }
}

/** Asks before the mail contact is ended without a reply; can be prevented. */
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
    'dw-mail-recall-request': MailRecallRequestEvent;
    'dw-mail-recall-done': MailRecallDoneEvent;
    'dw-end-request': RequestEvent<{readonly interactionId: string}>;
    'dw-end-done': DoneEvent<{readonly interactionId: string}>;
  }
}
