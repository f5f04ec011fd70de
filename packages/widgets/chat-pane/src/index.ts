export type {ChatAction, ChatActions, ChatCommand} from './chat-actions.js';
export {ChatPaneElement, loadChatBody} from './chat-pane.element.js';
export * from './chat-pane.events.js';
export {CHIPS, type ChatView, type Chip, type Closed} from './chat-pane.view.js';
export type {Declined, Happened} from './happened.js';
