export * from './fixtures/dialling.js';
export * from './fixtures/directory.js';
export * from './fixtures/facts.js';
export * from './fixtures/held-answers.js';
export * from './fixtures/history.js';
export * from './fixtures/interactions.js';
export * from './fixtures/people.js';
export * from './fixtures/variables.js';
