import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import type {Cursor} from '@deskwire/domain';

import {buildGateway} from '../build-gateway.js';
import type {LineAct, LineView} from '../channels/voice/line.js';
import {DEMO_CONFIG} from '../config/demo.js';
import type {GatewayConfig} from '../config/gateway-config.js';
import type {Addresses, Gateway} from '../gateway.js';
import type {GatewayOptions} from '../options.js';
import {WireDesk} from './desk.js';

interface VisitAnswer {
  readonly interactionId: string;
  readonly token: string;
}

/** The demo, where no mail waits to be called back: tests say when one is to. */
const DEMO: GatewayConfig = {
  ...DEMO_CONFIG,
  tenant: {...DEMO_CONFIG.tenant, email: {...DEMO_CONFIG.tenant.email, undoSeconds: 0}},
};

/** The demo with settings of the tenant changed. */
export const demoWith = (tenant: Partial<GatewayConfig['tenant']>): GatewayConfig => ({
  ...DEMO,
  tenant: {...DEMO.tenant, ...tenant},
});

/** A listening gateway on free ports, with everything that tests do to one. Its data live as long as the harness. */
export class Harness {
  readonly data = mkdtempSync(join(tmpdir(), 'deskwire-gateway-'));
  readonly logLines: string[] = [];
  readonly #options: Partial<GatewayOptions>;
  #gateway: Gateway | undefined;
  #addresses: Addresses | undefined;
  readonly #desks: WireDesk[] = [];

  private constructor(options: Partial<GatewayOptions>) {
    this.#options = options;
  }

  static async start(options: Partial<GatewayOptions> = {}): Promise<Harness> {
    const harness = new Harness(options);
    await harness.run();
    return harness;
  }

  get gateway(): Gateway {
    if (!this.#gateway) throw new Error('The gateway does not run.');
    return this.#gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#addresses?.port ?? 0}`;
  }

  get smtpPort(): number {
    return this.#addresses?.smtpPort ?? 0;
  }

  /** Starts a gateway on the data that are there, on the ports of the one before; `changes`: in this life only. */
  async run(changes: Partial<GatewayOptions> = {}): Promise<void> {
    const ports = this.#addresses
      ? {port: this.#addresses.port, smtpPort: this.#addresses.smtpPort}
      : {port: 0, smtpPort: 0};
    this.#gateway = await buildGateway({
      data: this.data,
      config: DEMO,
      logLevel: 'trace',
      logTo: {write: (line) => void this.logLines.push(line)},
      ...ports,
      ...this.#options,
      ...changes,
    });
    this.#addresses = await this.#gateway.listen();
  }

  /** Stops the gateway; the data stay. */
  async halt(): Promise<void> {
    await this.#gateway?.close();
    this.#gateway = undefined;
  }

  /** Stops everything and removes the data. */
  async stop(): Promise<void> {
    for (const desk of this.#desks) desk.cut();
    await this.halt();
    rmSync(this.data, {recursive: true, force: true});
  }

  /** A request as a program makes it. */
  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, {
      method: 'POST',
      headers: {'content-type': 'application/json', ...headers},
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** JSON of a GET. */
  async get<T>(path: string): Promise<T> {
    return (await fetch(this.url + path)).json() as Promise<T>;
  }

  /** Signs a demo agent in. */
  async token(user: string): Promise<string> {
    const response = await this.post('/api/sign-in', {user, password: 'demo'});
    if (!response.ok) throw new Error(`sign-in: ${response.status}`);
    return ((await response.json()) as {token: string}).token;
  }

  /** A desk of a demo agent who has just signed in. */
  async desk(user: string): Promise<WireDesk> {
    return this.open(await this.token(user));
  }

  /** A desk of a demo agent who takes work. */
  async available(user: string): Promise<WireDesk> {
    const desk = await this.desk(user);
    await desk.do({type: 'agent.set-state', to: {state: 'available'}});
    return desk;
  }

  /** A socket for this token. */
  async open(token: string, cursor?: Cursor): Promise<WireDesk> {
    const desk = await WireDesk.open(this.url, token, cursor);
    this.#desks.push(desk);
    return desk;
  }

  /** A visitor begins a chat. */
  async visit(body: object = {name: 'Kim'}): Promise<VisitAnswer> {
    return (await this.post('/api/visits', body)).json() as Promise<VisitAnswer>;
  }

  /** Somebody uses a simulated phone. */
  async phone(number: string, act: LineAct, to?: string): Promise<{done: boolean; line: LineView}> {
    const response = await this.post(`/api/lines/${number}`, to === undefined ? {act} : {act, to});
    return (await response.json()) as {done: boolean; line: LineView};
  }

  /** What a phone shows. */
  async line(number: string): Promise<LineView> {
    return (await this.get<{line: LineView}>(`/api/lines/${number}`)).line;
  }
}

/** Waits until something is so. */
export const eventually = async <T>(
  what: string,
  find: () => T | undefined | false | Promise<T | undefined | false>,
  patience = 10_000,
): Promise<T> => {
  const end = Date.now() + patience;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** Lets so many milliseconds pass. */
export const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
