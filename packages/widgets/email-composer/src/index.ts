export {EmailComposerElement, loadEmailComposer} from './email-composer.element.js';
export * from './email-composer.events.js';
export {
  MAIL_CHIPS,
  MAIL_MODES,
  type ComposeView,
  type EmailView,
  type MailAction,
  type MailChip,
  type MailMode,
} from './email-composer.view.js';
