import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {fastify} from 'fastify';
import {describe, expect, it} from 'vitest';
import type * as v from 'valibot';

import type {AgentProfile, TenantConfig} from '@deskwire/domain';

import type {GatewayConfig} from './gateway-config.js';
import {configJsonSchema} from './json-schema.js';
import type {agentSchema, configSchema} from './schema/config.js';
import type {tenantSchema} from './schema/tenant.js';
import {readSource} from './yaml-source.js';

/** The same shape without `readonly` and intersections, every key required, so that two ways of writing it compare. */
type Plain<T> = T extends (infer Item)[] | readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? {-readonly [Key in keyof T]-?: Plain<T[Key]>}
    : T;
type Same<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : false) : false;
/** As it is, too: what the schema gives must be what the domain takes. */
type Fits<Given, Taken> = Given extends Taken ? true : false;

type Tenant = v.InferOutput<typeof tenantSchema>;
/** What a company writes. Which addresses lead to an entry point is made from `mail.addresses`. */
type WrittenTenant = Omit<TenantConfig, 'entryPoints'> & {
  readonly entryPoints: readonly Omit<TenantConfig['entryPoints'][number], 'addresses'>[];
};
type Agent = v.InferOutput<typeof agentSchema>;
type File = v.InferOutput<typeof configSchema>;
const allTrue = <T extends true>(..._: readonly T[]): void => undefined;

const tenants = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../tenants/${name}`, import.meta.url)), 'utf8');

interface Described {
  readonly [key: string]: unknown;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

/** Every setting below a schema, with its path. */
const settingsOf = (schema: Described, path = ''): readonly (readonly [string, Described])[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) => [
    [`${path}.${key}`, one] as const,
    ...settingsOf(one, `${path}.${key}`),
  ]),
  ...(schema.items ? settingsOf(schema.items, `${path}[]`) : []),
];

describe('the schema of a configuration', () => {
  it('says the same as the domain (the compiler checks this)', () => {
    allTrue<Same<Tenant, WrittenTenant>>();
    allTrue<Fits<Tenant, TenantConfig>>();
    allTrue<Same<Agent, AgentProfile>>();
    allTrue<Fits<Agent, Parameters<typeof import('@deskwire/domain').createProfile>[0]>>();
    allTrue<Same<File['contacts'], GatewayConfig['contacts']>>();
    allTrue<Same<File['assistants'], GatewayConfig['assistants']>>();
    allTrue<Same<File['mail'], GatewayConfig['mail']>>();
  });

  it('is published as it is used', () => {
    expect(JSON.parse(tenants('deskwire.schema.json'))).toEqual(configJsonSchema());
  });

  it('is strict, explains itself, and names the unit of every duration', () => {
    const settings = settingsOf(configJsonSchema());
    expect(settings.length).toBeGreaterThan(60);
    for (const [path, {type, additionalProperties, properties, unit}] of settings) {
      if (type === 'object' && properties) expect([path, additionalProperties]).toEqual([path, false]);
      if (path.endsWith('Seconds')) expect([path, unit ?? 'missing']).toEqual([path, 'seconds']);
    }
    const top = settings.filter(([path]) => /^\.(tenant\.)?[a-zA-Z$]+$/.test(path));
    expect(top.filter(([, {title, description}]) => !title || !description).map(([path]) => path)).toEqual(
      [],
    );
  });

  it('takes the sample tenants, and refuses what the gateway refuses', async () => {
    const app = fastify({
      bodyLimit: 1_000_000,
      ajv: {customOptions: {coerceTypes: false, removeAdditional: false, useDefaults: false, strict: false}},
    });
    app.post('/', {schema: {body: configJsonSchema()}}, async () => 'right');
    const post = async (payload: unknown) =>
      (await app.inject({method: 'POST', url: '/', payload: payload as object})).statusCode;
    for (const name of ['demo.yaml', 'hanbit.ko.yaml', 'harbour.en.yaml'])
      expect([name, await post(readSource(tenants(name)).value)]).toEqual([name, 200]);
    const tenant = {id: 't', name: 'T'};
    expect(await post({tenant, agents: []})).toBe(200);
    expect(await post({tenant: {...tenant, langage: 'ko'}, agents: []})).toBe(400);
    expect(await post({tenant: {...tenant, ringSeconds: {voice: '20'}}, agents: []})).toBe(400);
    expect(await post({tenant: {id: 't'}, agents: []})).toBe(400);
    await app.close();
  });
});
