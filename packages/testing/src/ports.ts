import {describeCommands} from './port-suite/commands.js';
import {describeConnection} from './port-suite/connection.js';
import {describeContacts} from './port-suite/contacts.js';
import {describeFiles} from './port-suite/files.js';
import type {PortHarness, PortSuiteOptions, SuiteContext, SuiteRunner} from './port-suite/harness.js';
import {describeMails} from './port-suite/mails.js';
import {describeTyping} from './port-suite/typing.js';

export * from './fake-port.js';
export {SuiteFailure} from './port-suite/assert.js';
export type * from './port-suite/harness.js';

const globalRunner = (): SuiteRunner => {
  const {describe, it} = globalThis as Partial<SuiteRunner>;
  if (!describe || !it) throw new Error('runPortSuite: no describe and it; give them as options.runner');
  return {describe, it};
};

/**
 * Holds a port to what `Port` says it MUST do. Every adapter runs it; it needs no runner of its own and no DOM.
 * @param name Of the port, for the titles.
 * @param make Makes a fresh backend with its port for each test.
 */
export const runPortSuite = (
  name: string,
  make: () => Promise<PortHarness>,
  {runner = globalRunner(), without = [], patience = 4_000}: PortSuiteOptions = {},
): void => {
  const context: SuiteContext = {runner, patience, make, has: (verb) => !without.includes(verb)};
  runner.describe(`${name} as a port`, () => {
    runner.describe('its connection', () => describeConnection(context));
    runner.describe('commands and queries', () => describeCommands(context));
    runner.describe('contacts', () => describeContacts(context));
    runner.describe('files', () => describeFiles(context));
    if (context.has('mailArrives')) runner.describe('mails', () => describeMails(context));
    runner.describe('who writes', () => describeTyping(context));
  });
};
