export * from './incoming-call.element.js';
export * from './incoming-call.events.js';
export type {RequestRow, RonaView} from './incoming-call.view.js';
export type {FieldName, RequestContent, RequestField, RequestHeading} from './request-fields.js';
export {REQUEST_KINDS, type RequestKind} from './request-kind.js';
export type {RingDevices, RingState} from './ring-tone.js';
