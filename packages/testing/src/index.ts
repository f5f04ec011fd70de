// What needs no browser. Suites and harnesses for elements are in `@deskwire/testing/widgets.js`.
export * from './fake-clock.js';
export * from './fake-port.js';
export * from './fake-stream.js';
export * from './fixtures.js';
