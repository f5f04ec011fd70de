import {describe, expect, it} from 'vitest';

import {parseConfig} from './load-config.js';

const config = (more: object = {}) =>
  parseConfig(JSON.stringify({tenant: {id: 't', name: 'Tenant'}, agents: [{id: 'a', name: 'A'}], ...more}));

describe('a configuration', () => {
  it('is complete from its names alone', () => {
    expect(config()).toMatchObject({
      tenant: {dialSeconds: 30, lostAgent: 'keep', endConsult: 'drop'},
      agents: [{id: 'a', station: {kind: 'browser-phone'}}],
      numbers: [],
      demo: false,
    });
  });

  it('has an address book, each row with a name and a number', () => {
    const numbers = [{name: 'Warehouse', number: '+82 32-555-0119'}];
    expect(config({numbers}).numbers).toEqual(numbers);
    expect(() => config({numbers: [{name: 'Nobody'}]})).toThrow('config: numbers.0.number');
  });
});
