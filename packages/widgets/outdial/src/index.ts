export {
  OutdialDoneEvent,
  OutdialFailedEvent,
  OutdialRequestEvent,
  type DialFailure,
  type DialOutcome,
  type DialRequest,
} from '@deskwire/kit';
export {loadOutdial, OutdialElement, type DialOptions} from './outdial.element.js';
export * from './outdial.events.js';
export type {TelLinks} from './tel-links.js';
