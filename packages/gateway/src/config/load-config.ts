import {readFileSync} from 'node:fs';

import * as v from 'valibot';

import {createProfile, createTenant, type AgentProfile} from '@deskwire/domain';

import {isPasswordHash} from '../auth/passwords.js';
import type {GatewayConfig, User} from './gateway-config.js';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const label = v.union([name, v.object({en: name, ko: name})]);

/** What must be there; the rest of a tenant and of an agent is admin's, and complete from the defaults. */
const configSchema = v.object({
  tenant: v.looseObject({id: name, name}),
  agents: v.array(v.looseObject({id: name, name})),
  numbers: v.optional(v.array(v.object({name, number: name})), []),
  mail: v.optional(
    v.object({
      addresses: v.record(v.pipe(v.string(), v.toLowerCase(), v.email()), name),
      mailboxDomains: v.optional(v.array(name), []),
    }),
    {addresses: {}, mailboxDomains: []},
  ),
  assistants: v.optional(v.record(name, v.object({name: label, greeting: label, handover: label})), {}),
});

const usersSchema = v.array(
  v.object({
    user: name,
    agentId: name,
    hash: v.pipe(v.string(), v.check(isPasswordHash, 'is no hash of hash-password')),
  }),
);

const parse = <S extends v.GenericSchema>(what: string, schema: S, text: string): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, JSON.parse(text) as unknown);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`${what}: ${v.getDotPath(issue) ?? 'the whole'} ${issue.message}`);
};

/** Users from JSON: `[{"user", "agentId", "hash"}]`. */
export const parseUsers = (text: string): readonly User[] => parse('users', usersSchema, text);

/** A contact centre from JSON, without users: those are kept apart, since they hold hashes. */
export const parseConfig = (text: string): GatewayConfig => {
  const {tenant, agents, numbers, mail, assistants} = parse('config', configSchema, text);
  return {
    tenant: createTenant(tenant),
    agents: agents.map((agent) => createProfile(agent as Pick<AgentProfile, 'id' | 'name'>)),
    numbers,
    mail,
    assistants,
    demo: false,
    users: [],
  };
};

/** Reads both from files. */
export const readConfig = (file: string): GatewayConfig => parseConfig(readFileSync(file, 'utf8'));
/** Reads users from a file. */
export const readUsers = (file: string): readonly User[] => parseUsers(readFileSync(file, 'utf8'));
