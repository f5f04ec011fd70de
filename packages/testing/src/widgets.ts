// For element tests in a browser: suites, harnesses, mounting.
export * from './widget/deep.js';
export * from './widget/harness.js';
export * from './widget/inspect.js';
export * from './widget/mount.js';
export * from './widget/paste.js';
export * from './widget/roles.js';
export * from './widget/suite.js';
export * from './widget/watch.js';
