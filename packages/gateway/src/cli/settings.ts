import {resolve} from 'node:path';

import {DEMO_CONFIG} from '../config/demo.js';
import {withRingSeconds, type GatewayConfig, type User} from '../config/gateway-config.js';
import {parseUsers, readConfig, readUsers} from '../config/load-config.js';
import type {GatewayOptions} from '../options.js';
import type {CliArgs} from './args.js';

type Environment = Readonly<Record<string, string | undefined>>;

const usersOf = ({users}: CliArgs, env: Environment): readonly User[] | undefined => {
  if (users !== undefined) return readUsers(users);
  const text = env['DESKWIRE_USERS'];
  return text === undefined ? undefined : parseUsers(text);
};

/** The demo's well-known passwords open the demo only, and not even that where users are given. */
const configOf = (args: CliArgs, env: Environment): GatewayConfig => {
  const config = args.config === undefined ? DEMO_CONFIG : readConfig(args.config);
  const users = usersOf(args, env) ?? config.users;
  if (!users.length) throw new Error('Nobody could sign in: give --users, or DESKWIRE_USERS.');
  const whole = {...config, users};
  return args.ringSeconds === undefined ? whole : withRingSeconds(whole, args.ringSeconds);
};

/** What the command line and the environment come to. */
export const settingsOf = (args: CliArgs, env: Environment): GatewayOptions => {
  const relay = env['DESKWIRE_RELAY'];
  const flowToken = env['DESKWIRE_FLOW_TOKEN'];
  return {
    config: configOf(args, env),
    data: resolve(args.data),
    host: args.host,
    port: args.port,
    smtpPort: args.smtpPort,
    ...(args.pages === undefined ? {} : {pages: resolve(args.pages)}),
    ...(relay === undefined ? {} : {relay}),
    ...(flowToken === undefined ? {} : {flowToken}),
    logLevel: args.logLevel,
    origins: args.origins,
    hosts: args.hosts,
    trustProxy: args.trustProxy,
  };
};
