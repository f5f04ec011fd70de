import {readFileSync} from 'node:fs';

import * as v from 'valibot';

import {isPasswordHash} from '../auth/passwords.js';
import {checkConfig} from './check-config.js';
import type {GatewayConfig, User} from './gateway-config.js';
import {ConfigError} from './problem.js';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const usersSchema = v.array(
  v.strictObject({
    user: name,
    agentId: name,
    hash: v.pipe(v.string(), v.check(isPasswordHash, 'is no hash of hash-password')),
  }),
);

/** Users from JSON: `[{"user", "agentId", "hash"}]`. */
export const parseUsers = (text: string): readonly User[] => {
  const parsed = v.safeParse(usersSchema, JSON.parse(text) as unknown);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`users: ${v.getDotPath(issue) ?? 'the whole'} ${issue.message}`);
};

/**
 * A contact centre from YAML or JSON, without users: those are kept apart, since they hold hashes.
 * @throws {ConfigError} With everything that is wrong.
 */
export const parseConfig = (text: string, file?: string): GatewayConfig => {
  const {config, problems} = checkConfig(text, file);
  if (!config) throw new ConfigError(problems, file);
  return config;
};

/** Reads both from files. */
export const readConfig = (file: string): GatewayConfig => parseConfig(readFileSync(file, 'utf8'), file);
/** Reads users from a file. */
export const readUsers = (file: string): readonly User[] => parseUsers(readFileSync(file, 'utf8'));
