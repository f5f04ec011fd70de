export {loadMailBody, MailBodyElement, type RemoteContent} from './mail-body.element.js';
export {MailBodyStateEvent, type MailBodyState} from './mail-body.events.js';
export {defineMailBody} from './register.js';
export {RemoteImages} from './remote-images.js';
export {blockedBar} from './blocked-bar.template.js';
export {
  failedDownload,
  MAIL_DATE,
  mailboxList,
  mailboxText,
  mailContent,
  mailRecipients,
} from './mail-parts.template.js';
export {mailKey, mailList, mailNotice} from './mail-list.template.js';
export {MailReading, type RemoteChoice} from './mail-reading.js';
export {mailListStyles} from './mail-list.styles.js';
export {mailPartsStyles} from './mail-parts.styles.js';
