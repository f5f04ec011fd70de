import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';

import {engagementOf} from '@deskwire/domain';
import {PROTOCOL_VERSION} from '@deskwire/protocol';

import {WireDesk} from './test-support/desk.js';
import {eventually, Harness, pass} from './test-support/harness.js';

describe('bad input on the wire', {timeout: 20_000}, () => {
  let harness: Harness;
  let desk: WireDesk;
  let bystander: WireDesk;
  beforeAll(async () => {
    harness = await Harness.start();
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    desk = await harness.desk('yoon');
    bystander = await harness.desk('park');
  });
  afterEach(() => {
    desk.cut();
    bystander.cut();
  });

  /** The session goes on, and so does everybody else's. */
  const unharmed = async () => {
    await desk.do({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    await bystander.do({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    expect(desk.closed).toBeUndefined();
  };

  it.each([
    ['no JSON', '{"type":"command"'],
    ['another kind of JSON', '[1,2]'],
    ['no type', '{}'],
    ['a prototype', '{"__proto__":{"type":"pong"}}'],
    ['a second hello', JSON.stringify({type: 'hello', protocol: PROTOCOL_VERSION, token: 'x'})],
  ])('answers %s with a code and goes on', async (_, text) => {
    desk.say(text);
    expect((await desk.message('rejected')).refusal.code).toBe('DW_WIRE_MALFORMED');
    await unharmed();
  });

  it('answers a binary frame with a code and goes on', async () => {
    desk.sayBytes(Buffer.from([0, 255, 1]));
    expect((await desk.message('rejected')).refusal.code).toBe('DW_WIRE_MALFORMED');
    await unharmed();
  });

  it('answers unknown words with a code, under the id where it can be read', async () => {
    desk.say({type: 'dance'});
    expect((await desk.message('rejected')).refusal.code).toBe('DW_WIRE_UNKNOWN');
    expect(await desk.refused({type: 'desk.explode'} as never)).toBe('DW_WIRE_UNKNOWN');
    expect(await desk.refused({type: 'agent.set-state', to: {state: 'rona'}} as never)).toBe(
      'DW_WIRE_MALFORMED',
    );
    expect(await desk.query({type: 'directory.secrets'} as never)).toMatchObject({
      ok: false,
      refusal: {code: 'DW_WIRE_UNKNOWN'},
    });
    await unharmed();
  });

  it('answers a chat line of 2 MB with a code and goes on', async () => {
    const text = 'x'.repeat(2_000_000);
    const refused = await desk.refused({type: 'message.send', interactionId: 'i', text}, 'long-line');
    expect(refused).toBe('DW_WIRE_TOO_LARGE');
    const more = await desk.refused({
      type: 'message.send',
      interactionId: 'i',
      text: text + text.slice(0, 200_000),
    });
    expect(more).toBe('DW_WIRE_TOO_LARGE');
    await unharmed();
  });

  it("closes the socket that sends what nobody could hold, and nobody else's", async () => {
    desk.say('x'.repeat(10_000_000));
    expect(await desk.whenClosed()).toBe(1009);
    await bystander.do({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
  });

  it('slows down who is too fast, and closes who does not stop', async () => {
    const quick = await Harness.start({
      sockets: {
        rate: {agent: {burst: 5, perSecond: 5}, customer: {burst: 5, perSecond: 5}},
        strikes: {burst: 20, perSecond: 0.1},
      },
    });
    const fast = await quick.desk('yoon');
    for (let at = 0; at < 10; at += 1)
      fast.say({type: 'query', id: `q${at}`, query: {type: 'directory.queues'}});
    const refused = await fast
      .message('answer')
      .then(() =>
        fast.until('a refusal', () => fast.messages.find((one) => one.type === 'answer' && !one.ok)),
      );
    expect(refused).toMatchObject({refusal: {code: 'DW_WIRE_RATE'}});
    expect(fast.closed).toBeUndefined();
    for (let at = 0; at < 40; at += 1) fast.say({type: 'pong'});
    expect((await fast.message('refused')).refusal.code).toBe('DW_WIRE_RATE');
    expect(await fast.whenClosed()).toBe(4429);
    await quick.stop();
  });

  it('wants hello first, in the right version, and soon', async () => {
    const early = await WireDesk.connect(harness.url);
    early.say({type: 'query', id: 'q', query: {type: 'directory.queues'}});
    expect(await early.whenClosed()).toBe(4404);
    const future = await WireDesk.connect(harness.url);
    future.say({type: 'hello', protocol: PROTOCOL_VERSION + 1, token: 'x'});
    expect(await future.message('refused')).toMatchObject({refusal: {code: 'DW_WIRE_VERSION'}, final: true});
    expect(await future.whenClosed()).toBe(4426);
    const quick = await Harness.start({sockets: {helloSeconds: 0.2}});
    const silent = await WireDesk.connect(quick.url);
    expect(await silent.whenClosed()).toBe(4404);
    await quick.stop();
  });

  it('lets a reader go who does not keep up, and keeps everybody else', async () => {
    const agent = {burst: 1_000_000, perSecond: 1_000_000};
    const tight = await Harness.start({
      sockets: {maxBuffered: 2_000, heartbeatSeconds: 60, rate: {agent, customer: agent}},
    });
    const slow = await tight.desk('yoon');
    const other = await tight.desk('park');
    slow.pause();
    const isGone = () => tight.logLines.some((line) => line.includes('reader too slow'));
    // What the machine buffers by itself has to be full before anything waits in the gateway.
    for (let at = 0; at < 200 && !isGone(); at += 1) {
      for (let one = 0; one < 1_000; one += 1) {
        slow.say({type: 'query', id: `q${one}`, query: {type: 'directory.agents'}});
      }
      await pass(20);
    }
    expect(isGone()).toBe(true);
    await other.do({type: 'agent.set-state', to: {state: 'available'}});
    await tight.stop();
  }, 30_000);

  it('ends a session that gives no sign of life', async () => {
    const tight = await Harness.start({sockets: {heartbeatSeconds: 0.5}});
    const quiet = await tight.desk('yoon');
    const lively = await tight.desk('park');
    quiet.pause();
    await eventually('the end', () => tight.logLines.some((line) => line.includes('"DW_SEND_OFFLINE"')));
    expect(lively.closed).toBeUndefined();
    await lively.do({type: 'agent.set-state', to: {state: 'available'}});
    await tight.stop();
  });
});

describe('commands that the caller may not give', {timeout: 20_000}, () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await Harness.start();
  });
  afterAll(() => harness.stop());

  it('are refused with the same words as everywhere', async () => {
    const yoon = await harness.available('yoon');
    const {interactionId, token} = await harness.visit();
    const visitor = await harness.open(token);
    await yoon.interaction('the offer', (one) => engagementOf(one, 'yoon')?.phase === 'offered');
    const park = await harness.desk('park');
    expect(await park.refused({type: 'interaction.accept', interactionId})).toBe('DW_INTERACTION_UNKNOWN');
    await yoon.do({type: 'interaction.accept', interactionId});
    expect(await park.refused({type: 'message.send', interactionId, text: 'mine'})).toBe(
      'DW_INTERACTION_UNKNOWN',
    );
    expect(await park.refused({type: 'interaction.end', interactionId})).toBe('DW_INTERACTION_UNKNOWN');
    expect(await visitor.refused({type: 'interaction.end', interactionId})).toBe('DW_ROLE_CUSTOMER');
    expect(await visitor.refused({type: 'agent.set-state', to: {state: 'available'}})).toBe(
      'DW_ROLE_CUSTOMER',
    );
    expect(await yoon.refused({type: 'customer.leave', interactionId})).toBe('DW_ROLE_AGENT');
    expect(await yoon.refused({type: 'call.mute', interactionId})).toBe('DW_CAPABILITY_MISSING');
  });

  it('a visitor can touch their own conversation and no other', async () => {
    const mine = await harness.visit({name: 'Kim'});
    const theirs = await harness.visit({name: 'Lee'});
    const visitor = await harness.open(mine.token);
    const {interactionId} = theirs;
    expect(await visitor.refused({type: 'message.send', interactionId, text: 'hi'})).toBe(
      'DW_INTERACTION_UNKNOWN',
    );
    expect(await visitor.refused({type: 'customer.leave', interactionId})).toBe('DW_INTERACTION_UNKNOWN');
    const before = {type: 'messages.before', interactionId, messageId: 'm', limit: 5} as const;
    expect(await visitor.query(before)).toMatchObject({ok: false, refusal: {code: 'DW_INTERACTION_UNKNOWN'}});
    expect(await visitor.query({type: 'directory.agents'})).toMatchObject({
      ok: false,
      refusal: {code: 'DW_ROLE_CUSTOMER'},
    });
  });

  it('[CHAT-2] refuses a message of more than 1,000 characters, and takes one of 1,000', async () => {
    const {interactionId, token} = await harness.visit();
    const visitor = await harness.open(token);
    const send = (length: number) =>
      visitor.refused({type: 'message.send', interactionId, text: '가'.repeat(length)});
    expect(await send(1_001)).toBe('DW_MESSAGE_TOO_LONG');
    expect(await send(1_000)).toBe('done');
    expect(await visitor.refused({type: 'message.send', interactionId, text: ' \n'})).toBe(
      'DW_MESSAGE_EMPTY',
    );
  });

  it('[STATE-6] refuses sign-out while a request is up', async () => {
    const yoon = await harness.available('yoon');
    await harness.visit();
    await yoon.interaction('the offer', (one) => engagementOf(one, 'yoon')?.phase === 'offered');
    expect(await yoon.refused({type: 'agent.sign-out'})).toBe('DW_AGENT_REQUEST_PENDING');
  });
});

describe('several desks of one agent', {timeout: 20_000}, () => {
  it('share what they are told, and the agent is gone only with the last of them', async () => {
    const harness = await Harness.start();
    const token = await harness.token('yoon');
    const [one, two] = [await harness.open(token), await harness.open(token)];
    await one.do({type: 'agent.set-state', to: {state: 'available'}});
    await two.until('the state', () => two.state.presence.state === 'available');
    expect(two.state.cursor).toEqual(one.state.cursor);
    const isConnected = () => harness.gateway.core.host.centre.agents.get('yoon')?.connected;
    one.cut();
    await pass(200);
    expect(isConnected()).toBe(true);
    two.cut();
    await eventually('the loss', () => isConnected() === false);
    const back = await harness.open(token, two.state.cursor);
    expect((await back.message('welcome')).resumed).toBe(true);
    expect(isConnected()).toBe(true);
    await harness.stop();
  });
});
