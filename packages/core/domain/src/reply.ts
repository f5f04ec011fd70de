import type {Mail, Mailbox} from './content.js';

/** 'Re: ' once, however often it went to and fro. */
export const replySubject = (subject: string): string =>
  /^\s*re\s*:/i.test(subject) ? subject : `Re: ${subject}`;

/** Who a reply goes to: the sender of a mail that came in; whoever got it, of a mail that went out. */
export const replyRecipients = ({direction, from, to}: Mail): readonly Mailbox[] =>
  direction === 'in' ? [from] : to;
