export * from './fixtures/directory.js';
export * from './fixtures/facts.js';
export * from './fixtures/interactions.js';
export * from './fixtures/people.js';
