export type {StreamClock} from './clock.js';
export type {NetworkEvents} from './connection.js';
export * from './desk-stream.js';
export * from './handle.js';
export * from './port.js';
export type {TabChannel, TabDevices} from './shared/devices.js';
export * from './shared/shared-port.js';
