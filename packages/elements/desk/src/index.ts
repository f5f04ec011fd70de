export {DeskElement} from './desk.element.js';
export * from './desk.events.js';
export {DESK_VERSION} from './version.js';
