import {toJsonSchema} from '@valibot/to-json-schema';

import {label, number} from './schema/basics.js';
import {configSchema} from './schema/config.js';
import {popoverVariable} from './schema/data.js';

/** The published JSON Schema of a configuration file, made from the very schema that the gateway checks with. */
export const configJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...toJsonSchema(configSchema, {
    typeMode: 'input',
    target: 'draft-07',
    definitions: {label, number, popoverVariable},
  }),
});
