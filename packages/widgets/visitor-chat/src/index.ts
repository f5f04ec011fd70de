export type {VisitForm} from './visit-form.js';
export {VisitorChatElement} from './visitor-chat.element.js';
export * from './visitor-chat.events.js';
export {
  CHAT_PHASES,
  type ChatPhase,
  type ChatView,
  type Occurrence,
  type Outcome,
  type VisitView,
} from './visitor-chat.view.js';
