export {EmailComposerElement} from './email-composer.element.js';
export * from './email-composer.events.js';
export {
  MAIL_CHIPS,
  type EmailView,
  type MailAction,
  type MailChip,
  type MailView,
  type ReplyView,
} from './email-composer.view.js';
