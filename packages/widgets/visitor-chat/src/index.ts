export type {ChatPhase, ChatView, Occurrence, Outcome} from './conversation.view.js';
export type {VisitCustomer, VisitForm, VisitPlace} from './visit-form.js';
export type {VisitView} from './visit.view.js';
export {loadConversation, VisitorChatElement} from './visitor-chat.element.js';
export * from './visitor-chat.events.js';
