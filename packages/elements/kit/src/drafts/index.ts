export * from './draft-controller.js';
export * from './drafts.js';
export * from './drafts-of.js';
