export {ChatPaneElement} from './chat-pane.element.js';
export * from './chat-pane.events.js';
export {CHIPS, type ChatView, type Chip, type Closed} from './chat-pane.view.js';
