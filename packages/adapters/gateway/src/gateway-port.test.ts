import {describe, expect, it} from 'vitest';
import {refuse, type Cursor, type Fact} from '@deskwire/domain';
import {encode, PROTOCOL_VERSION, type ServerMessage} from '@deskwire/protocol';
import type {Loss, TypingNotice} from '@deskwire/stream';
import {fakeClock} from '@deskwire/testing/fake-clock.js';
import {factLog, NOON} from '@deskwire/testing/fixtures.js';
import {GatewayError} from './gateway-error.js';
import {gatewayPort, type GatewayOptions} from './gateway-port.js';
import type {GatewaySocket} from './gateway-socket.js';

/** The far end of a socket, in the test's hands. */
class FakeSocket implements GatewaySocket {
  readonly sent: unknown[] = [];
  closedWith: number | undefined;
  readonly url: string;
  readonly #listeners = new Map<string, (event: unknown) => void>();

  constructor(url: string) {
    this.url = url;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(code?: number): void {
    this.closedWith = code;
  }

  addEventListener(type: string, listener: (event: unknown) => void): void {
    this.#listeners.set(type, listener);
  }

  fire(type: string, event: unknown = {}): void {
    this.#listeners.get(type)?.(event);
  }

  say(message: ServerMessage): void {
    this.fire('message', {data: encode(message)});
  }
}

const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

const setUp = (options: Partial<GatewayOptions> = {}) => {
  const clock = fakeClock();
  const sockets: FakeSocket[] = [];
  const told: (string | Loss)[] = [];
  const notices: TypingNotice[] = [];
  const facts: Fact[] = [];
  const port = gatewayPort({
    url: 'https://desk.example.com',
    token: 'token-1',
    timers: clock,
    socket: (url) => {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket;
    },
    ...options,
  });
  const open = async (cursor?: Cursor) => {
    const session = port.open(
      {
        live: ({now}) => told.push(`live ${now}`),
        facts: (all) => {
          told.push(`facts ${all.length}`);
          facts.push(...all);
        },
        notice: (notice) => void notices.push(notice),
        lost: (loss) => told.push(loss),
      },
      cursor,
    );
    await settle();
    return session;
  };
  const socket = () => {
    const last = sockets.at(-1);
    if (!last) throw new Error('no socket was opened');
    return last;
  };
  const welcome = () =>
    socket().say({
      type: 'welcome',
      protocol: PROTOCOL_VERSION,
      epoch: 'e',
      now: NOON,
      heartbeatSeconds: 20,
      resumed: false,
    });
  const live = async () => {
    const session = await open();
    socket().fire('open');
    welcome();
    socket().say({type: 'facts', facts: [factLog().hydrated()]});
    return session;
  };
  return {clock, sockets, socket, told, notices, facts, open, welcome, live};
};

const offline = {refusal: refuse('DW_SEND_OFFLINE'), final: false};

describe('a session of a gateway', () => {
  it('says hello first, with the token in no address', async () => {
    const {open, socket, told, welcome} = setUp();
    await open({epoch: 'e', seq: 7});
    expect(socket().url).toBe('wss://desk.example.com/api/socket');
    expect(socket().sent).toEqual([]);
    socket().fire('open');
    expect(socket().sent).toEqual([
      {type: 'hello', protocol: PROTOCOL_VERSION, token: 'token-1', cursor: {epoch: 'e', seq: 7}},
    ]);
    welcome();
    expect(told).toEqual([`live ${NOON}`]);
  });

  it.each([
    ['http://localhost:8080', 'ws://localhost:8080/api/socket'],
    ['https://example.com/deskwire/', 'wss://example.com/deskwire/api/socket'],
    ['wss://example.com?token=x#y', 'wss://example.com/api/socket'],
  ])('finds the socket of %s', async (url, address) => {
    const {open, socket} = setUp({url});
    await open();
    expect(socket().url).toBe(address);
  });

  it('passes facts on as they come, and answers pings', async () => {
    const {live, socket, told, facts} = setUp();
    await live();
    const log = factLog({seq: 1});
    const held = () => log.say({type: 'call.held', interactionId: 'i', agentId: 'a'});
    socket().say({type: 'facts', facts: [held(), held()]});
    socket().say({type: 'facts', facts: []});
    expect(told).toEqual([`live ${NOON}`, 'facts 1', 'facts 2']);
    expect(facts.map(({seq}) => seq)).toEqual([1, 2, 3]);
    socket().say({type: 'ping'});
    expect(socket().sent.at(-1)).toEqual({type: 'pong'});
  });

  it('tells who writes, both ways, and nothing of it before the welcome or after the end', async () => {
    const {open, live, socket, notices, welcome} = setUp();
    const notice = {type: 'typing', interactionId: 'i', isTyping: true} as const;
    const early = await open();
    early.notify?.(notice);
    socket().fire('open');
    welcome();
    expect(socket().sent).toHaveLength(1);
    const session = await live();
    session.notify?.({...notice, from: {kind: 'agent', id: 'a', name: 'somebody else'}});
    expect(socket().sent.slice(1)).toEqual([notice]);
    const from = {kind: 'customer', name: 'Hana'} as const;
    socket().say({...notice, from});
    socket().fire('message', {data: '{"type":"typing","interactionId":"i","isTyping":true}'});
    expect(notices).toEqual([{...notice, from}]);
    session.close();
    session.notify?.(notice);
    expect(socket().sent).toHaveLength(2);
  });

  it('gives each command its result', async () => {
    const {live, socket} = setUp();
    const session = await live();
    const command = {type: 'call.hold', interactionId: 'i'} as const;
    const answers = ['c-1', 'c-2', 'c-1'].map((id) => session.send({id, command}));
    expect(socket().sent.slice(1)).toEqual(
      ['c-1', 'c-2', 'c-1'].map((id) => ({type: 'command', id, command})),
    );
    socket().say({type: 'result', id: 'c-2', ok: false, refusal: refuse('DW_CALL_HELD')});
    socket().say({type: 'result', id: 'c-1', ok: true});
    socket().say({type: 'result', id: 'c-1', ok: true});
    expect(await Promise.all(answers)).toEqual([
      {ok: true},
      {ok: false, refusal: refuse('DW_CALL_HELD')},
      {ok: true},
    ]);
  });

  it('gives each query its answer, and takes none that is malformed', async () => {
    const {live, socket} = setUp();
    const session = await live();
    const answers = [1, 2, 3].map(() => session.query({type: 'directory.queues'}));
    const ids = socket()
      .sent.slice(1)
      .map((message) => (message as {id: string}).id);
    expect(new Set(ids).size).toBe(3);
    socket().say({type: 'answer', id: ids[1] ?? '', ok: true, answer: {queues: [{id: 'q', name: 'Q'}]}});
    socket().say({type: 'answer', id: ids[0] ?? '', ok: false, refusal: refuse('DW_PERMISSION_OFF')});
    socket().fire('message', {data: `{"type":"answer","id":"${ids[2]}","ok":true,"answer":{"queues":5}}`});
    expect(await Promise.all(answers)).toEqual([
      {ok: false, refusal: refuse('DW_PERMISSION_OFF')},
      {ok: true, answer: {queues: [{id: 'q', name: 'Q'}]}},
      {ok: false, refusal: refuse('DW_WIRE_MALFORMED', {field: 'answer.queues'})},
    ]);
  });

  it('keeps what is sent early until the welcome', async () => {
    const {open, socket, welcome} = setUp();
    const session = await open();
    void session.send({id: 'c-1', command: {type: 'agent.sign-out'}});
    socket().fire('open');
    expect(socket().sent).toHaveLength(1);
    welcome();
    expect(socket().sent).toHaveLength(2);
  });

  it("refuses what no gateway would take, in the gateway's words", async () => {
    const {live, socket} = setUp();
    const session = await live();
    const answer = await session.send({
      id: 'c-1',
      command: {type: 'message.send', interactionId: 'i', text: 'x'.repeat(2_000_000)},
    });
    expect(answer).toEqual({ok: false, refusal: refuse('DW_WIRE_TOO_LARGE')});
    expect(socket().sent).toHaveLength(1);
  });

  it("measures a visitor by the visitor's limit, after coming back too", async () => {
    const {open, socket, welcome} = setUp();
    const large = {type: 'message.send', interactionId: 'i', text: 'x'.repeat(20_000)} as const;
    await open();
    socket().fire('open');
    welcome();
    socket().say({
      type: 'facts',
      facts: [factLog().hydrated({viewer: {kind: 'customer', interactionId: 'i'}})],
    });
    socket().fire('close', {code: 1006});
    const session = await open({epoch: 'epoch-1', seq: 1});
    expect(await session.send({id: 'c', command: large})).toEqual({
      ok: false,
      refusal: refuse('DW_WIRE_TOO_LARGE'),
    });
  });

  it('lives on when the gateway says what it does not know', async () => {
    const {live, socket, told} = setUp();
    await live();
    socket().fire('message', {data: '{"type":"horoscope","sign":"virgo"}'});
    socket().say({type: 'rejected', refusal: refuse('DW_WIRE_MALFORMED')});
    socket().say({type: 'result', id: 'nobody', ok: true});
    socket().fire('message', {data: '{"type":"facts","facts":[{"type":"moon.rose","seq":2,"at":3}]}'});
    expect(told.slice(2)).toEqual(['facts 1']);
  });
});

describe('the loss of a session', () => {
  it.each([
    [1006, 'DW_SEND_OFFLINE', false],
    [1001, 'DW_SEND_OFFLINE', false],
    [4401, 'DW_AUTH_INVALID', true],
    [4409, 'DW_WIRE_REPLACED', true],
    [4426, 'DW_WIRE_VERSION', true],
    [4429, 'DW_WIRE_RATE', false],
  ] as const)('by close code %i is %s', async (code, refusal, final) => {
    const {live, socket, told} = setUp();
    await live();
    socket().fire('error');
    socket().fire('close', {code});
    socket().fire('close', {code: 1006});
    socket().say({type: 'ping'});
    expect(told.slice(2)).toEqual([{refusal: refuse(code === 1006 ? 'DW_SEND_OFFLINE' : refusal), final}]);
  });

  it('is what the gateway says before it closes', async () => {
    const {live, socket, told} = setUp();
    await live();
    const refusal = refuse('DW_AGENT_SIGNED_OUT');
    socket().say({type: 'refused', refusal, final: true});
    socket().fire('close', {code: 4410});
    expect(told.slice(2)).toEqual([{refusal, final: true}]);
    expect(socket().closedWith).toBe(1000);
  });

  it('is noticed after two and a half heartbeats of silence', async () => {
    const {live, socket, told, clock} = setUp();
    await live();
    clock.advance(49_999);
    expect(told).toHaveLength(2);
    socket().say({type: 'ping'});
    clock.advance(49_999);
    expect(told).toHaveLength(2);
    clock.advance(1);
    expect(told.slice(2)).toEqual([offline]);
    expect([socket().closedWith, clock.waiting]).toEqual([1000, 0]);
  });

  it('comes when no welcome came in time', async () => {
    const {open, socket, told, clock} = setUp();
    await open();
    socket().fire('open');
    clock.advance(10_000);
    expect(told).toEqual([offline]);
  });

  it('comes when the gateway cannot be understood', async () => {
    const {live, socket, told, welcome} = setUp();
    for (const data of [
      'nonsense',
      new ArrayBuffer(8),
      '{"type":"facts","facts":[{"type":"call.held","seq":"2"}]}',
    ]) {
      await live();
      socket().fire('message', {data});
      expect(told.at(-1)).toMatchObject({refusal: {code: 'DW_WIRE_MALFORMED'}, final: false});
    }
    await live();
    socket().say({
      type: 'welcome',
      protocol: PROTOCOL_VERSION + 1,
      epoch: 'e',
      now: NOON,
      heartbeatSeconds: 20,
      resumed: true,
    });
    expect(told.at(-1)).toEqual({
      refusal: refuse('DW_WIRE_VERSION', {gateway: PROTOCOL_VERSION + 1, desk: PROTOCOL_VERSION}),
      final: true,
    });
    expect(welcome).toBeTypeOf('function');
  });

  it('comes when facts are told before the welcome', async () => {
    const {open, socket, told} = setUp();
    await open();
    socket().say({type: 'facts', facts: [factLog().hydrated()]});
    expect(told).toEqual([{refusal: refuse('DW_WIRE_MALFORMED'), final: false}]);
  });

  it('comes when no socket can be made', async () => {
    const {open, told, clock} = setUp({
      socket: () => {
        throw new Error('blocked');
      },
    });
    await open();
    expect(told).toEqual([offline]);
    expect(clock.waiting).toBe(0);
  });

  it('is not told when it was asked for', async () => {
    const {live, socket, told, clock} = setUp();
    const session = await live();
    session.close();
    session.close();
    socket().fire('close', {code: 1000});
    socket().say({type: 'facts', facts: [factLog({seq: 1}).hydrated()]});
    clock.advance(100_000);
    expect(told).toHaveLength(2);
    expect([socket().closedWith, clock.waiting]).toEqual([1000, 0]);
  });

  it('is not told when it was closed before there was a socket', async () => {
    const {sockets, told, open} = setUp();
    const opening = open();
    const other = setUp({token: () => new Promise(() => undefined)});
    (await other.open()).close();
    await opening;
    expect([other.sockets.length, other.told.length, other.clock.waiting]).toEqual([0, 0, 0]);
    expect([sockets.length, told.length]).toEqual([1, 0]);
  });
});

describe('a token that is asked for', () => {
  it('is asked for again with every session', async () => {
    let asked = 0;
    const {open, socket} = setUp({token: async () => `token-${(asked += 1)}`});
    await open();
    await open();
    socket().fire('open');
    expect(socket().sent).toEqual([{type: 'hello', protocol: PROTOCOL_VERSION, token: 'token-2'}]);
  });

  it('is worth another try when it ran out, once per token', async () => {
    let token = 'old';
    const {open, socket, told} = setUp({token: async () => token});
    const expire = async () => {
      await open();
      socket().fire('open');
      socket().say({type: 'refused', refusal: refuse('DW_AUTH_EXPIRED'), final: true});
      return (told.at(-1) as Loss).final;
    };
    expect(await expire()).toBe(false);
    expect(await expire()).toBe(true);
    token = 'new';
    expect(await expire()).toBe(false);
  });

  it('that is not to be had is a loss, final only when it was refused', async () => {
    const refused = setUp({token: () => Promise.reject(new GatewayError(refuse('DW_AUTH_INVALID')))});
    await refused.open();
    expect(refused.told).toEqual([{refusal: refuse('DW_AUTH_INVALID'), final: true}]);
    const away = setUp({token: () => Promise.reject(new GatewayError(refuse('DW_SEND_TIMEOUT')))});
    await away.open();
    expect(away.told).toEqual([{refusal: refuse('DW_SEND_TIMEOUT'), final: false}]);
    for (const reason of [new Error('x'), undefined, 'x']) {
      const broken = setUp({token: () => Promise.reject(reason as Error)});
      await broken.open();
      expect(broken.told).toEqual([offline]);
    }
  });
});
