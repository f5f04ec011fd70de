export {InteractionControlElement} from './interaction-control.element.js';
export * from './interaction-control.events.js';
export {
  CHIPS,
  type ActionView,
  type Chip,
  type ChipView,
  type ControlCommand,
  type ControlView,
} from './interaction-control.view.js';
