import {SignJWT} from 'jose';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

import {verifyPassword, hashPassword, isPasswordHash} from './auth/passwords.js';
import {RateLimit} from './auth/rate-limit.js';
import {TOKEN_LIFETIMES, Tokens} from './auth/tokens.js';
import {WireDesk} from './test-support/desk.js';
import {Harness} from './test-support/harness.js';

const signed = (
  secret: Uint8Array,
  audience: string,
  subject: string,
  claims: Record<string, unknown> = {},
) =>
  new SignJWT({ims: Date.now(), ...claims})
    .setProtectedHeader({alg: 'HS256'})
    .setIssuer('deskwire')
    .setAudience(audience)
    .setSubject(subject)
    .setExpirationTime('1h')
    .sign(secret);

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as {refusal: {code: string}}).refusal.code;

describe('sign-in', {timeout: 20_000}, () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await Harness.start({
      signInLimits: {perUser: {burst: 3, perSecond: 0.001}, perAddress: {burst: 100, perSecond: 10}},
    });
  });
  afterAll(() => harness.stop());

  const says = async (token: string): Promise<{code: string | undefined; close: number}> => {
    const desk = await WireDesk.connect(harness.url);
    desk.hello(token);
    const {refusal, final} = await desk.message('refused');
    expect(final).toBe(true);
    return {code: refusal.code, close: await desk.whenClosed()};
  };

  it('[STATE-3] starts every sign-in in Idle', async () => {
    const desk = await harness.desk('yoon');
    expect(desk.state.presence).toMatchObject({state: 'idle', reasonId: 'break'});
    await desk.do({type: 'agent.set-state', to: {state: 'available'}});
    await desk.do({type: 'agent.sign-out'});
    expect((await desk.message('refused')).refusal.code).toBe('DW_AGENT_SIGNED_OUT');
    expect(await desk.whenClosed()).toBe(4410);
    const again = await harness.desk('yoon');
    expect(again.state.presence).toMatchObject({state: 'idle', reasonId: 'break'});
  });

  it('ends every token of an agent who signs out, on every desk', async () => {
    const token = await harness.token('park');
    const [first, second] = [await harness.open(token), await harness.open(token)];
    await first.do({type: 'agent.sign-out'});
    expect(await second.whenClosed()).toBe(4410);
    expect(await says(token)).toEqual({code: 'DW_AGENT_SIGNED_OUT', close: 4410});
  });

  it('says no more about a wrong name than about a wrong password', async () => {
    const wrong = [
      {user: 'han', password: 'wrong'},
      {user: 'nobody', password: 'demo'},
      {user: 'han', password: 'x'.repeat(1_024)},
    ];
    for (const body of wrong) {
      const response = await harness.post('/api/sign-in', body);
      expect(response.status).toBe(401);
      expect(await codeOf(response)).toBe('DW_AUTH_INVALID');
    }
  });

  it('lets nobody guess on and on', async () => {
    for (let at = 0; at < 4; at += 1)
      await harness.post('/api/sign-in', {user: 'guessed', password: `${at}`});
    const response = await harness.post('/api/sign-in', {user: 'guessed', password: 'demo'});
    expect(response.status).toBe(429);
    expect(await codeOf(response)).toBe('DW_WIRE_RATE');
  });

  it('refuses forged, foreign and expired tokens with a code', async () => {
    const stranger = new Uint8Array(32).fill(7);
    const secret = await ownSecret(harness);
    expect(await says(await signed(stranger, 'agent', 'yoon'))).toEqual({
      code: 'DW_AUTH_INVALID',
      close: 4401,
    });
    expect(await says('no token at all')).toEqual({code: 'DW_AUTH_INVALID', close: 4401});
    expect(await says(await signed(secret, 'admin', 'yoon'))).toEqual({code: 'DW_AUTH_INVALID', close: 4401});
    expect(await says(await signed(secret, 'agent', 'nobody'))).toEqual({
      code: 'DW_AUTH_INVALID',
      close: 4401,
    });
    const old = new Tokens(secret, () => Date.now() - 2 * TOKEN_LIFETIMES.agent * 1_000);
    expect(await says((await old.forAgent('han')).token)).toEqual({code: 'DW_AUTH_EXPIRED', close: 4419});
  });

  it('refuses a token without a signature', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {iss: 'deskwire', aud: 'agent', sub: 'yoon', ims: Date.now(), exp: Date.now()};
    expect((await says(`${part({alg: 'none'})}.${part(claims)}.`)).code).toBe('DW_AUTH_INVALID');
  });

  it('ends a session when its token runs out', async () => {
    const short = await Harness.start({tokenLifetimes: {agent: 1, visitor: 1}});
    const desk = await short.desk('yoon');
    expect((await desk.message('refused')).refusal.code).toBe('DW_AUTH_EXPIRED');
    expect(await desk.whenClosed()).toBe(4419);
    await short.stop();
  });

  it('refuses requests and sockets of other origins, and foreign names of this machine', async () => {
    const evil = {origin: 'https://evil.example'};
    const response = await harness.post('/api/sign-in', {user: 'yoon', password: 'demo'}, evil);
    expect(response.status).toBe(403);
    expect(await codeOf(response)).toBe('DW_AUTH_ORIGIN');
    await expect(WireDesk.connect(harness.url, evil)).rejects.toThrow('403');
    await expect(WireDesk.connect(harness.url, {host: 'rebound.example'})).rejects.toThrow('403');
    const rebound = await harness.gateway.app.inject({url: '/health', headers: {host: 'rebound.example'}});
    expect(rebound.statusCode).toBe(403);
    const own = await harness.post('/api/sign-in', {user: 'han', password: 'demo'}, {origin: harness.url});
    expect(own.status).toBe(200);
  });

  it('lets an origin in that is on the list', async () => {
    const open = await Harness.start({origins: ['https://crm.example']});
    const origin = {origin: 'https://crm.example'};
    const response = await open.post('/api/sign-in', {user: 'yoon', password: 'demo'}, origin);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://crm.example');
    const desk = await WireDesk.connect(open.url, origin);
    desk.hello(((await response.json()) as {token: string}).token);
    await desk.message('welcome');
    await open.stop();
  });
});

const ownSecret = async ({data}: Harness): Promise<Uint8Array> => {
  const {loadSecrets} = await import('./auth/secret.js');
  return loadSecrets(data)[0];
};

describe('passwords', {timeout: 20_000}, () => {
  it('are kept as salted hashes', async () => {
    const [one, two] = [await hashPassword('비밀 번호'), await hashPassword('비밀 번호')];
    expect(one).not.toBe(two);
    expect(isPasswordHash(one)).toBe(true);
    expect(isPasswordHash('scrypt$short$short')).toBe(false);
    expect(await verifyPassword('비밀 번호', one)).toBe(true);
    expect(await verifyPassword('비밀 번호'.normalize('NFD'), one)).toBe(true);
    expect(await verifyPassword('비밀번호', one)).toBe(false);
    expect(await verifyPassword('', undefined)).toBe(false);
  });
});

describe('a rate limit', () => {
  it('lets a burst through, then so many a second, for each key alone', () => {
    let now = 0;
    const limit = new RateLimit({burst: 2, perSecond: 1}, () => now);
    expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    now = 1_000;
    expect([limit.take('a'), limit.take('a')]).toEqual([true, false]);
    limit.give('a');
    expect(limit.take('a')).toBe(true);
  });
});
