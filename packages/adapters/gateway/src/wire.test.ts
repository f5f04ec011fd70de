import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {buffer} from 'node:stream/consumers';
import {describe, expect, it} from 'vitest';
import {WebSocket, WebSocketServer} from 'ws';
import {Simulator} from '@deskwire/adapter-simulator';
import {createProfile, type DeskState, type TenantConfig} from '@deskwire/domain';
import {
  encode,
  FILE_INLINE_HEADER,
  parseClientMessage,
  PROTOCOL_VERSION,
  SOCKET_PATH,
  type ServerMessage,
} from '@deskwire/protocol';
import {createStream, type Port, type PortSession} from '@deskwire/stream';
import {runPortSuite, type PortHarness} from '@deskwire/testing/ports.js';
import {gatewayPort} from './gateway-port.js';

/** The least that speaks the protocol: a real socket and HTTP in front of a port, the token names the port. */
class WireServer {
  readonly #http = createServer((request, response) => void this.#transfer(request, response));
  readonly #server = new WebSocketServer({server: this.#http, path: SOCKET_PATH});
  readonly #ports: (token: string) => Port;
  readonly #sessions = new Map<string, PortSession>();

  constructor(ports: (token: string) => Port) {
    this.#ports = ports;
    this.#server.on('connection', (socket) => this.#serve(socket));
  }

  async url(): Promise<string> {
    this.#http.listen(0, '127.0.0.1');
    await once(this.#http, 'listening');
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  drop(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  say(text: string): void {
    for (const socket of this.#server.clients) socket.send(text);
  }

  expel(): void {
    for (const socket of this.#server.clients) socket.close(4409);
  }

  async close(): Promise<void> {
    this.drop();
    this.#http.closeAllConnections();
    await new Promise((done) => this.#http.close(done));
  }

  /** Files, as the gateway takes and gives them, through the session that said hello with the token. */
  async #transfer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const session = this.#sessions.get(request.headers.authorization?.slice('Bearer '.length) ?? '');
    const {pathname, searchParams} = new URL(request.url ?? '', 'http://wire');
    const [interactionId = '', attachmentId = ''] = pathname
      .split('/')
      .slice(3)
      .filter((_, at) => at !== 1);
    const answer = (status: number, body: object | Buffer) =>
      response.writeHead(status).end(body instanceof Buffer ? body : JSON.stringify(body));
    if (!session?.upload || !session.download) return void answer(401, {});
    if (request.method === 'POST') {
      const cut = new AbortController();
      request.on('error', () => cut.abort());
      const name = decodeURIComponent(String(request.headers['x-file-name']));
      const file = new File([await buffer(request)], name);
      const inline = request.headers[FILE_INLINE_HEADER] === '1';
      const result = await session.upload({interactionId, file, inline, signal: cut.signal});
      return void answer(result.ok ? 201 : 400, result);
    }
    const customerOf = searchParams.get('customerOf');
    const as = customerOf === null ? {} : {customerOf};
    const result = await session.download({interactionId, attachmentId, ...as});
    return void answer(
      result.ok ? 200 : 400,
      result.ok ? Buffer.from(await result.file.arrayBuffer()) : result,
    );
  }

  #serve(socket: WebSocket): void {
    let session: PortSession | undefined;
    const say = (message: ServerMessage) => socket.send(encode(message));
    socket.on('close', () => session?.close());
    socket.on('message', (data: Buffer) => {
      const parsed = parseClientMessage(data, session ? 'agent' : 'stranger');
      if (!parsed.ok) {
        const {refusal, id} = parsed;
        return say(id === undefined ? {type: 'rejected', refusal} : {type: 'result', id, ok: false, refusal});
      }
      const message = parsed.value;
      if (message.type === 'hello') {
        session = this.#open(this.#ports(message.token), message.cursor, say);
        this.#sessions.set(message.token, session);
      }
      if (message.type === 'typing') session?.notify?.(message);
      if (message.type === 'command')
        void session?.send(message).then((result) => say({type: 'result', id: message.id, ...result}));
      if (message.type === 'query')
        void session?.query(message.query).then((result) => say({type: 'answer', id: message.id, ...result}));
    });
  }

  #open(port: Port, cursor: Parameters<Port['open']>[1], say: (message: ServerMessage) => void): PortSession {
    return port.open(
      {
        live: ({now}) =>
          say({
            type: 'welcome',
            protocol: PROTOCOL_VERSION,
            epoch: 'e',
            now,
            heartbeatSeconds: 5,
            resumed: false,
          }),
        facts: (facts) => say({type: 'facts', facts}),
        notice: ({from, ...notice}) => from && say({...notice, from}),
        lost: ({refusal, final}) => say({type: 'refused', refusal, final}),
      },
      cursor,
    );
  }
}

const AGENT = 'mina';

/** A contact centre in this process, a socket to it, and the adapter at the other end: in real time. */
const harness = async (): Promise<PortHarness> => {
  const tenant = quickTenant();
  const simulator = new Simulator({
    ...{tenant, connectDelayMs: 5, pace: {mailMs: 50}},
    agents: [createProfile({id: AGENT, name: 'Mina', queueIds: tenant.queues.map(({id}) => id)})],
  });
  const server = new WireServer((token) =>
    token === AGENT ? simulator.port(AGENT) : simulator.visitorPort(token),
  );
  const url = await server.url();
  const port = (token: string) => gatewayPort({url, token, socket: (address) => new WebSocket(address)});
  return {
    port: port(AGENT),
    agentId: AGENT,
    world: {
      callArrives: async (caller) => simulator.callArrives(caller),
      chatArrives: async (visitor) => simulator.chatArrives(visitor),
      mailArrives: async (mail) => simulator.mailArrives(mail),
      customerSays: async (id, text) => void simulator.customerSays(id, text),
      customerHangsUp: async (id) => void simulator.customerHangsUp(id),
      customerPort: async (id) => port(id),
      saySomethingUnknown: async () => server.say('{"type":"horoscope","sign":"virgo"}'),
      expel: async () => server.expel(),
      drop: async () => server.drop(),
    },
    pass: (ms) => new Promise((done) => setTimeout(done, ms)),
    close: async () => {
      await server.close();
      simulator.close();
    },
  };
};

/** The sample company, where a mail can be called back for one second. */
const quickTenant = (): TenantConfig => {
  const simulator = new Simulator();
  const {email, ...tenant} = simulator.centre.config.tenant;
  simulator.close();
  return {...tenant, email: {...email, undoSeconds: 1}};
};

runPortSuite('gateway', harness, {runner: {describe, it: (title, body) => void it(title, body, 20_000)}});

const texts = (state: DeskState, id: string): readonly string[] => {
  const content = state.interactions.get(id)?.content;
  return content?.kind === 'chat' ? content.transcript.messages.map(({text}) => text) : [];
};

/** Chance that comes out the same every time. */
const dice = (seed: number) => () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;

describe('a desk on a socket that is cut again and again', () => {
  it.each([1, 2, 3])(
    'loses nothing, doubles nothing and comes to the truth (seed %i)',
    {timeout: 30_000},
    async (seed) => {
      const {port, world, pass, close} = await harness();
      const timeouts = {retryMinMs: 5, retryMaxMs: 30, stableMs: 10, settleMs: 200};
      const stream = createStream(port, {timeouts});
      const random = dice(seed);
      const until = async (holds: () => boolean) => {
        while (!holds()) await pass(5);
      };
      stream.connect();
      await stream.send({type: 'agent.set-state', to: {state: 'available'}});
      const id = await world.chatArrives({name: 'Hana', text: 'Hello'});
      await until(() => stream.permit({type: 'interaction.accept', interactionId: id}).ok);
      expect(await stream.send({type: 'interaction.accept', interactionId: id})).toEqual({ok: true});
      const answers: Promise<unknown>[] = [];
      for (let turn = 0; turn < 40; turn += 1) {
        if (random() < 0.3) await world.drop();
        answers.push(stream.send({type: 'message.send', interactionId: id, text: `agent ${turn}`}));
        if (random() < 0.3) await world.drop();
        await world.customerSays(id, `customer ${turn}`);
        if (random() < 0.5) await pass(random() * 20);
      }
      expect(await Promise.all(answers)).toEqual(answers.map(() => ({ok: true})));
      await until(() => texts(stream.snapshot(), id).length === 81);
      const said = texts(stream.snapshot(), id);
      expect(new Set(said).size).toBe(81);
      for (const who of ['agent', 'customer']) {
        expect(said.filter((text) => text.startsWith(who))).toEqual(
          Array.from({length: 40}, (_, turn) => `${who} ${turn}`),
        );
      }
      let pending = -1;
      stream.pending$.subscribe(({size}) => (pending = size));
      await until(() => pending === 0);
      const fresh = createStream(port);
      fresh.connect();
      await until(() => fresh.snapshot().cursor !== undefined);
      expect(new Map(fresh.snapshot().interactions)).toEqual(new Map(stream.snapshot().interactions));
      fresh.close();
      stream.close();
      await close();
    },
  );
});
