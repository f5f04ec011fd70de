export * from './contact-history.element.js';
export {HistoryBase} from './history.base.js';
export * from './history.element.js';
export * from './history.events.js';
export {HISTORY_TABS, type HistoryKind, type HistoryScope, type HistoryTab} from './history.view.js';
export {loadNumberCard} from './number-cards.js';
export {loadHistoryContent} from './opened.template.js';
