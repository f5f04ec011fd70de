import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import {describe, it} from 'vitest';
import {WebSocket, WebSocketServer} from 'ws';
import {Simulator} from '@deskwire/adapter-simulator';
import {createProfile} from '@deskwire/domain';
import {encode, parseClientMessage, SOCKET_PATH, type ServerMessage} from '@deskwire/protocol';
import type {Port, PortSession} from '@deskwire/stream';
import {runPortSuite, type PortHarness} from '@deskwire/testing/ports.js';
import {gatewayPort} from './gateway-port.js';

/** The least that speaks the protocol: a real socket in front of a port, the token names the port. */
class WireServer {
  readonly #server = new WebSocketServer({port: 0, host: '127.0.0.1', path: SOCKET_PATH});
  readonly #ports: (token: string) => Port;

  constructor(ports: (token: string) => Port) {
    this.#ports = ports;
    this.#server.on('connection', (socket) => this.#serve(socket));
  }

  async url(): Promise<string> {
    if (!this.#server.address()) await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
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
    await new Promise((done) => this.#server.close(done));
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
      if (message.type === 'hello') session = this.#open(this.#ports(message.token), message.cursor, say);
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
          say({type: 'welcome', protocol: 1, epoch: 'e', now, heartbeatSeconds: 5, resumed: false}),
        facts: (facts) => say({type: 'facts', facts}),
        lost: ({refusal, final}) => say({type: 'refused', refusal, final}),
      },
      cursor,
    );
  }
}

const AGENT = 'mina';

/** A contact centre in this process, a socket to it, and the adapter at the other end: in real time. */
const harness = async (): Promise<PortHarness> => {
  const simulator = new Simulator({
    connectDelayMs: 5,
    agents: [createProfile({id: AGENT, name: 'Mina', queueIds: [...queueIds()]})],
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

const queueIds = (): readonly string[] => {
  const simulator = new Simulator();
  const {queues} = simulator.centre.config.tenant;
  simulator.close();
  return queues.map(({id}) => id);
};

runPortSuite('gateway', harness, {runner: {describe, it: (title, body) => void it(title, body, 20_000)}});
