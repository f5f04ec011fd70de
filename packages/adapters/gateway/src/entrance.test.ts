import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {refuse, type Refusal} from '@deskwire/domain';
import {signIn, visit} from './entrance.js';
import {GatewayError} from './gateway-error.js';

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly body: unknown;
}

let server: Server;
let url: string;
let asked: Asked[];
let answer: {readonly status: number; readonly body: string} | undefined;

const answerWith = (status: number, body: unknown) => {
  answer = {status, body: typeof body === 'string' ? body : JSON.stringify(body)};
};

beforeEach(async () => {
  asked = [];
  answer = undefined;
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      asked.push({url: request.url ?? '', method: request.method ?? '', body: JSON.parse(text)});
      if (answer) response.writeHead(answer.status, {'content-type': 'application/json'}).end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const refusalOf = async (promise: Promise<unknown>): Promise<Refusal | undefined> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(GatewayError);
  return (error as GatewayError).refusal;
};
const mina = () => ({url, user: 'mina', password: 'secret'});

describe('signing in', () => {
  it('answers a token and whose it is', async () => {
    answerWith(200, {token: 't', expiresAt: 5, agent: {id: 'agent-1', name: 'Mina'}, more: true});
    expect(await signIn(mina())).toEqual({token: 't', agentId: 'agent-1', name: 'Mina', expiresAt: 5});
    expect(asked).toEqual([{url: '/api/sign-in', method: 'POST', body: {user: 'mina', password: 'secret'}}]);
  });

  it.each([
    [401, {refusal: refuse('DW_AUTH_INVALID')}, 'DW_AUTH_INVALID'],
    [429, {refusal: refuse('DW_WIRE_RATE')}, 'DW_WIRE_RATE'],
    [400, {refusal: {code: 'DW_OF_THE_FUTURE'}}, 'DW_SERVER_FAILED'],
    [401, 'Unauthorized', 'DW_AUTH_INVALID'],
    [413, '', 'DW_WIRE_TOO_LARGE'],
    [418, {refusal: 5}, 'DW_WIRE_MALFORMED'],
    [502, '<html>', 'DW_SERVER_FAILED'],
    [200, 'no json', 'DW_WIRE_MALFORMED'],
    [200, {token: 't', agent: {id: 'a'}}, 'DW_WIRE_MALFORMED'],
    [200, {token: '', agent: {id: 'a', name: 'A'}, expiresAt: 1}, 'DW_WIRE_MALFORMED'],
    [200, {token: 't', agent: {id: 'a', name: 'A'}, expiresAt: 'soon'}, 'DW_WIRE_MALFORMED'],
  ])('that is answered with %i %j fails with %s', async (status, body, code) => {
    answerWith(status, body);
    expect((await refusalOf(signIn(mina())))?.code).toBe(code);
  });

  it('without a gateway says that there is none', async () => {
    expect((await refusalOf(signIn({...mina(), url: 'http://127.0.0.1:9'})))?.code).toBe('DW_SEND_OFFLINE');
  });

  it('without an answer says so', async () => {
    expect((await refusalOf(signIn({...mina(), timeoutMs: 50})))?.code).toBe('DW_SEND_TIMEOUT');
  });
});

describe('visiting', () => {
  it('answers a token and the conversation', async () => {
    answerWith(201, {token: 't', interactionId: 'i', expiresAt: 7});
    const about = {entryPointId: 'web', name: 'Hana', email: '', language: 'ko', message: 'Hello'} as const;
    expect(await visit({url: `${url}/below/`, ...about})).toEqual({
      token: 't',
      interactionId: 'i',
      expiresAt: 7,
    });
    expect(asked).toEqual([
      {
        url: '/below/api/visits',
        method: 'POST',
        body: {entryPointId: 'web', name: 'Hana', language: 'ko', question: 'Hello'},
      },
    ]);
  });

  it('fails with the field that is wrong', async () => {
    answerWith(400, {refusal: refuse('DW_INPUT_INVALID', {field: 'email'})});
    expect(await refusalOf(visit({url, email: 'x'}))).toEqual(refuse('DW_INPUT_INVALID', {field: 'email'}));
  });
});
