import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import type {FlowVariable, TenantConfig} from '@deskwire/domain';

import {freePort} from './free-port.js';

/** What a test may set at the gateway. */
export interface GatewayOptions {
  /** How long a request rings before it is missed. */
  readonly ringSeconds?: number;
  /** Settings of the demo's tenant that are others, as admin would write them. */
  readonly tenant?: Partial<TenantConfig>;
  /** Other sites whose pages may use it. */
  readonly origins?: readonly string[];
  /** By agent: which queues they serve instead of all. Goes with `tenant`. */
  readonly queueIds?: Readonly<Record<string, readonly string[]>>;
  /** Warnings and worse, unless a test wants to read everything. */
  readonly logLevel?: 'trace' | 'warn';
  /** A contact centre of its own in a file, instead of the demo. */
  readonly config?: string;
  /** What the environment holds beside: passwords of mailboxes, users. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Lets the flow of these tests set the data of contacts. */
const FLOW_TOKEN = 'the-flow-of-the-end-to-end-tests-may-set-data';

/** The command line can change what rings how long; a script runs the demo with other settings. */
const argsOf = (
  ports: {readonly port: number; readonly smtpPort: number},
  data: string,
  {ringSeconds = 30, tenant, queueIds, origins = [], logLevel = 'warn', config}: GatewayOptions,
): readonly string[] => {
  const pages = 'dist/pages';
  if (tenant) {
    const ring = {voice: ringSeconds, chat: ringSeconds, social: ringSeconds, email: ringSeconds};
    const settings = {
      ...ports,
      data,
      pages,
      logLevel,
      origins,
      queueIds,
      tenant: {ringSeconds: ring, ...tenant},
    };
    return ['e2e/support/serve.mjs', JSON.stringify(settings)];
  }
  return [
    ...['packages/gateway/dist/main.js', '--port', `${ports.port}`, '--smtp-port', `${ports.smtpPort}`],
    ...['--data', data, '--pages', pages, '--ring-seconds', `${ringSeconds}`, '--log-level', logLevel],
    ...origins.flatMap((origin) => ['--origin', origin]),
    ...(config === undefined ? [] : ['--config', config]),
  ];
};

/** The built gateway as a process of its own, so that it can be killed like one. Its data outlives it. */
export class RunningGateway {
  readonly url: string;
  readonly smtpPort: number;
  /** Where its store and everything else that it keeps lies. */
  readonly data: string;
  readonly #args: readonly string[];
  readonly #env: Readonly<Record<string, string>>;
  #process: ChildProcess | undefined;
  #output = '';

  private constructor(port: number, smtpPort: number, data: string, options: GatewayOptions) {
    this.url = `http://127.0.0.1:${port}`;
    this.smtpPort = smtpPort;
    this.data = data;
    this.#args = argsOf({port, smtpPort}, data, options);
    this.#env = {DESKWIRE_FLOW_TOKEN: FLOW_TOKEN, ...options.env};
  }

  /** Starts one on free ports with an empty data folder. */
  static async start(options: GatewayOptions = {}): Promise<RunningGateway> {
    const data = await mkdtemp(join(tmpdir(), 'deskwire-e2e-'));
    const gateway = new RunningGateway(await freePort(), await freePort(), data, options);
    await gateway.run();
    return gateway;
  }

  /** Everything the process has printed: its log. */
  get output(): string {
    return this.#output;
  }

  /** Starts the process on the same ports and data, and waits until it says that it listens. */
  async run(): Promise<void> {
    const child = spawn(process.execPath, this.#args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, ...this.#env},
    });
    this.#process = child;
    await new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        this.#output += chunk.toString();
        // It prints its addresses once it listens.
        if (chunk.includes(this.url)) resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => reject(new Error(`The gateway ended at once:\n${this.#output}`)));
    });
  }

  /** A flow, or a CRM, sets data of a running contact. */
  async flow(interactionId: string, values: Readonly<Record<string, string>>): Promise<void> {
    await this.#flow('PATCH', interactionId, {values});
  }

  /** A flow says anew which data a running contact has. */
  async define(interactionId: string, variables: readonly FlowVariable[]): Promise<void> {
    await this.#flow('PUT', interactionId, {variables});
  }

  /** SIGKILL: no goodbye, nothing flushed. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Which of these texts stand anywhere in its data: database, journal, files. */
  async stored(...texts: readonly string[]): Promise<readonly string[]> {
    const entries = await readdir(this.data, {recursive: true, withFileTypes: true});
    const files = entries.filter((entry) => entry.isFile());
    const bytes = await Promise.all(files.map(({parentPath, name}) => readFile(join(parentPath, name))));
    return texts.filter((text) => bytes.some((one) => one.includes(text)));
  }

  /** Ends the process politely and removes its data. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.data, {recursive: true, force: true});
  }

  async #flow(method: 'PATCH' | 'PUT', interactionId: string, body: unknown): Promise<void> {
    const {ok, status} = await fetch(`${this.url}/api/interactions/${interactionId}/variables`, {
      method,
      headers: {'content-type': 'application/json', authorization: `Bearer ${FLOW_TOKEN}`},
      body: JSON.stringify(body),
    });
    if (!ok) throw new Error(`The flow was refused: ${status}`);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
}
