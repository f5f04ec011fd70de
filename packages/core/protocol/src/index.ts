export * from './close.js';
export {LIMITS, MAIL_BYTES, MESSAGE_BYTES, SERVER_MESSAGE_LENGTH, type Sender} from './limits.js';
export * from './messages.js';
export * from './parse.js';
export * from './parse-server.js';
