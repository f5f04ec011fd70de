export {loadMailBody, MailBodyElement, type RemoteContent} from './mail-body.element.js';
export {MailBodyStateEvent, type MailBodyState} from './mail-body.events.js';
export {defineMailBody} from './register.js';
export {RemoteImages} from './remote-images.js';
