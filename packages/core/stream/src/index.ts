export * from './handle.js';
export * from './port.js';
