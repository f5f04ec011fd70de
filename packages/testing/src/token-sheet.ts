// The design tokens on one page, measured: for Storybook, and for the test that holds them to their limits.
export * from './tokens/list.js';
export * from './tokens/sheet.element.js';
