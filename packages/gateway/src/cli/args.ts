import {parseArgs} from 'node:util';

import {LOG_LEVELS, type LogLevel} from '../log.js';

/** What the command line says. */
export interface CliArgs {
  readonly command: 'serve' | 'hash-password' | 'check-config' | 'schema' | 'help';
  /** The file that `check-config` is about. */
  readonly file: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly pages: string | undefined;
  readonly smtpPort: number;
  readonly ringSeconds: number | undefined;
  readonly logLevel: LogLevel;
  readonly config: string | undefined;
  readonly users: string | undefined;
  readonly origins: readonly string[];
  readonly hosts: readonly string[];
  readonly trustProxy: boolean;
}

/** Shown for --help. */
export const USAGE = `deskwire-gateway [options]
deskwire-gateway hash-password        reads a password from standard input, prints its hash for the users file
deskwire-gateway check-config <file>  says everything that is wrong with a configuration; 1 when it cannot be used
deskwire-gateway schema               prints the JSON Schema of a configuration

  --port <n>           HTTP and sockets; 8420 unless given, 0 for any free one
  --host <address>     where to listen; 127.0.0.1 unless given
  --data <dir>         where facts, mails and the token key are kept; .data unless given
  --pages <dir>        pages to serve
  --smtp-port <n>      the built-in mail receiver, on loopback; 8425 unless given, 0 for any free one
  --ring-seconds <n>   how long every request rings
  --log-level <level>  ${LOG_LEVELS.join(', ')}; warn unless given
  --config <file>      the contact centre (YAML or JSON); the demo unless given
  --users <file>       who may sign in (JSON); or DESKWIRE_USERS in the environment
  --origin <origin>    a foreign origin whose pages may use this gateway; can be repeated
  --allow-host <name>  a further name under which the gateway may be addressed; can be repeated
  --trust-proxy        believe X-Forwarded-* of the reverse proxy in front

DESKWIRE_RELAY in the environment names the server that sends mail on: smtp://user:password@host:port
DESKWIRE_FLOW_TOKEN, 32 characters or more, lets integrations set the data of contacts, hand chats over and decide about held files`;

const number = (name: string, text: string, min: number, max: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Error(`--${name} must be a whole number from ${min} to ${max}.`);
  }
  return value;
};

const level = (text: string): LogLevel => {
  const found = LOG_LEVELS.find((one) => one === text);
  if (!found) throw new Error(`--log-level must be one of ${LOG_LEVELS.join(', ')}.`);
  return found;
};

const options = {
  port: {type: 'string', default: '8420'},
  host: {type: 'string', default: '127.0.0.1'},
  data: {type: 'string', default: '.data'},
  pages: {type: 'string'},
  'smtp-port': {type: 'string', default: '8425'},
  'ring-seconds': {type: 'string'},
  'log-level': {type: 'string', default: 'warn'},
  config: {type: 'string'},
  users: {type: 'string'},
  origin: {type: 'string', multiple: true},
  'allow-host': {type: 'string', multiple: true},
  'trust-proxy': {type: 'boolean', default: false},
  help: {type: 'boolean', default: false},
} as const;

/** Each command with the number of files that it is about. */
const COMMANDS = {'hash-password': 0, 'check-config': 1, schema: 0} as const;

const isCommand = (text: string): text is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, text);

const commandOf = (positionals: readonly string[], help: boolean): Pick<CliArgs, 'command' | 'file'> => {
  const [command, ...files] = positionals;
  const [file] = files;
  if (help) return {command: 'help', file: undefined};
  if (command === undefined) return {command: 'serve', file: undefined};
  if (!isCommand(command)) throw new Error('Unknown command. See --help.');
  if (files.length !== COMMANDS[command])
    throw new Error(`${command} takes ${COMMANDS[command]} files. See --help.`);
  return {command, file};
};

/**
 * Reads the command line.
 * @throws With a message for the person who typed it.
 */
export const parseCli = (argv: readonly string[]): CliArgs => {
  const {values, positionals} = parseArgs({args: [...argv], options, allowPositionals: true});
  const ring = values['ring-seconds'];
  return {
    ...commandOf(positionals, values.help),
    port: number('port', values.port, 0, 65_535),
    host: values.host,
    data: values.data,
    pages: values.pages,
    smtpPort: number('smtp-port', values['smtp-port'], 0, 65_535),
    ringSeconds: ring === undefined ? undefined : number('ring-seconds', ring, 1, 3_600),
    logLevel: level(values['log-level']),
    config: values.config,
    users: values.users,
    origins: values.origin ?? [],
    hosts: values['allow-host'] ?? [],
    trustProxy: values['trust-proxy'],
  };
};
