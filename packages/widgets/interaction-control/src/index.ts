export * from './consult.events.js';
export {InteractionControlElement} from './interaction-control.element.js';
export * from './interaction-control.events.js';
export * from './interaction-control.types.js';
export {DEFAULT_SHORTCUTS, SHORTCUT_NAMES, type ShortcutMap, type ShortcutName} from './shortcuts.js';
