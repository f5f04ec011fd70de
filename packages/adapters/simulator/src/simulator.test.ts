import {describe, expect, it} from 'vitest';
import {fakeClock, type FakeClock} from '@deskwire/testing';
import {selectRequests} from '@deskwire/domain';
import type {SimulatorOptions} from './options.js';
import {sampleCall, sampleChat, sampleMail} from './sample/people.js';
import {Simulator} from './simulator.js';
import {TestDesk} from './test-kit/desk.js';

interface Stage {
  readonly simulator: Simulator;
  readonly clock: FakeClock;
  /** A desk that has its state. */
  desk(agentId?: string): Promise<TestDesk>;
  /** A desk whose agent takes work. */
  available(agentId?: string): Promise<TestDesk>;
}

const stage = (options: SimulatorOptions = {}): Stage => {
  const clock = fakeClock();
  const simulator = new Simulator({clock, ...options});
  const desk = async (agentId = 'yoon'): Promise<TestDesk> => {
    const made = new TestDesk(simulator.port(agentId));
    await clock.pass(0);
    return made;
  };
  const available = async (agentId = 'yoon'): Promise<TestDesk> => {
    const made = await desk(agentId);
    void made.send({type: 'agent.set-state', to: {state: 'available'}});
    await clock.pass(10);
    return made;
  };
  return {simulator, clock, desk, available};
};

/** The same with one request that rings at the desk. */
const ringing = async (arrive: (simulator: Simulator) => string, options: SimulatorOptions = {}) => {
  const made = stage(options);
  const desk = await made.available();
  const id = arrive(made.simulator);
  await made.clock.pass(600);
  return {...made, own: desk, id};
};

describe('signing in and out', () => {
  it('starts every sign-in in Idle, and closes the desk for good after signing out', async () => {
    const {desk, clock} = stage();
    const first = await desk();
    expect(first.live).toBe(1);
    expect(first.state.presence).toMatchObject({state: 'idle', reasonId: 'signed-in'});
    const answer = first.send({type: 'agent.sign-out'});
    await clock.pass(0);
    await expect(answer).resolves.toEqual({ok: true});
    expect(first.state.presence.state).toBe('signed-out');
    expect(first.losses).toMatchObject([{final: true, refusal: {code: 'DW_AGENT_SIGNED_OUT'}}]);
    const second = await desk();
    expect(second.state.presence.state).toBe('idle');
  });

  it('turns away whom it does not know', async () => {
    const {simulator, clock} = stage();
    for (const [port, code] of [
      [simulator.port('nobody'), 'DW_AUTH_INVALID'],
      [simulator.visitorPort('nothing'), 'DW_INTERACTION_UNKNOWN'],
    ] as const) {
      const stranger = new TestDesk(port);
      await clock.pass(0);
      expect(stranger.facts).toEqual([]);
      expect(stranger.losses).toMatchObject([{final: true, refusal: {code}}]);
    }
  });

  it('shows two desks of one agent the same', async () => {
    const {desk, available, simulator, clock} = stage();
    const one = await available();
    const two = await desk();
    simulator.chatArrives({text: 'Hello'});
    await clock.pass(600);
    expect(two.state.interactions).toEqual(one.state.interactions);
    expect(two.state.interactions.size).toBe(1);
  });
});

describe('ringing', () => {
  it('goes from connecting to offered after the delay', async () => {
    const {simulator, clock, available} = stage({connectDelayMs: 2_000});
    const desk = await available();
    const id = simulator.callArrives(sampleCall('en'));
    await clock.pass(1_900);
    expect(desk.part(id)?.phase).toBe('connecting');
    await clock.pass(200);
    expect(desk.part(id)?.phase).toBe('offered');
    simulator.close();
    expect(clock.waiting).toBe(0);
  });

  it('can stay in connecting until the story rings', async () => {
    const {simulator, clock, available} = stage({connectDelayMs: Infinity});
    const desk = await available();
    const id = simulator.callArrives();
    await clock.pass(5_000);
    expect(desk.part(id)?.phase).toBe('connecting');
    expect(simulator.phoneRings(id, 'yoon')).toEqual({ok: true});
    await clock.pass(0);
    expect(desk.part(id)?.phase).toBe('offered');
    simulator.connectsAfter(100);
    const chat = simulator.chatArrives();
    await clock.pass(100);
    expect(desk.part(chat)?.phase).toBe('offered');
  });

  it('goes to the colleague when nobody answers, and the first agent is in RONA', async () => {
    const {simulator, clock, available} = stage();
    const desk = await available();
    await clock.pass(1_000);
    const park = simulator.colleague('park');
    expect(park.becomesAvailable()).toEqual({ok: true});
    const id = simulator.chatArrives({text: 'Hello'});
    await clock.pass(31_000);
    expect(desk.state.presence).toMatchObject({state: 'rona', interactionId: id});
    expect(desk.state.interactions.has(id)).toBe(false);
    await clock.pass(600);
    expect(park.accepts()).toEqual({ok: true});
    expect(park.says('Hello, I am Park')).toEqual({ok: true});
    expect(park.ends()).toEqual({ok: true});
    expect(park.wrapsUp(['resolved'])).toEqual({ok: true});
    expect(simulator.centre.interactions.size).toBe(0);
  });

  it('is answered and hung up on the desk phone; the receiver stays off the hook after End', async () => {
    const {simulator, clock, available} = stage();
    const desk = await available('han');
    const id = simulator.callArrives(sampleCall('en'));
    await clock.pass(600);
    expect(simulator.phoneAnswers('han')).toEqual({ok: true});
    await clock.pass(0);
    expect(desk.part(id)?.phase).toBe('active');
    expect(desk.state.handset.offHook).toBe(true);
    void desk.send({type: 'interaction.end', interactionId: id});
    await clock.pass(0);
    expect(desk.part(id)?.phase).toBe('wrap-up');
    expect(desk.state.handset.offHook).toBe(true);
    simulator.phoneHangsUp('han');
    await clock.pass(0);
    expect(desk.state.handset.offHook).toBe(false);
  });

  it('hanging up the desk phone ends the call; a phone can decline or be out of reach', async () => {
    const {simulator, clock, available} = stage();
    const desk = await available('han');
    const id = simulator.callArrives();
    await clock.pass(600);
    simulator.phoneAnswers('han');
    expect(simulator.phoneHangsUp('han')).toEqual({ok: true});
    await clock.pass(0);
    expect(desk.interaction(id).ending?.by).toBe('agent');
    expect(simulator.phoneAnswers('han')).toMatchObject({refusal: {code: 'DW_INTERACTION_NOT_OFFERED'}});
    const other = stage();
    const second = await other.available('han');
    other.simulator.callArrives();
    await other.clock.pass(100);
    expect(other.simulator.phoneFails('han')).toEqual({ok: true});
    await other.clock.pass(0);
    expect(second.state.presence.state).toBe('rona');
  });
});

describe('customers with a part', () => {
  it('a chat customer comes from the assistant, answers each message, and reads it', async () => {
    const {own, id, clock} = await ringing((simulator) => simulator.chatArrives(sampleChat('en')));
    void own.send({type: 'interaction.accept', interactionId: id});
    await clock.pass(0);
    expect(own.said(id).slice(0, 2)).toEqual([
      'bot: Hello. What can I help you with?',
      'customer: I was charged twice for roaming',
    ]);
    expect(own.said(id)).toHaveLength(6);
    void own.send({type: 'message.send', interactionId: id, text: 'It is on its way.'}, 'm1');
    await clock.pass(6_000);
    expect(own.said(id).slice(-2)).toEqual(['agent: It is on its way.', 'customer: How long will it take?']);
    const {content} = own.interaction(id);
    const mine = content.kind === 'chat' && content.transcript.messages.find((one) => one.id === 'm1');
    expect(mine).toMatchObject({deliveredAt: expect.any(Number), readAt: expect.any(Number)});
    for (const text of ['Two days.', 'Done.']) {
      void own.send({type: 'message.send', interactionId: id, text});
      await clock.pass(6_000);
    }
    expect(own.said(id).filter((line) => line.startsWith('customer')).length).toBe(6);
    void own.send({type: 'message.send', interactionId: id, text: 'Anything else?'});
    await clock.pass(60_000);
    expect(own.said(id).at(-1)).toBe('agent: Anything else?');
  });

  it('a chat customer leaves after the last answer where the script says so', async () => {
    const {own, id, clock} = await ringing((simulator) =>
      simulator.chatArrives({text: 'Hi', script: {answers: [{text: 'Thanks', afterMs: 500}], leaves: true}}),
    );
    void own.send({type: 'interaction.accept', interactionId: id});
    for (const text of ['One', 'Two']) {
      await clock.pass(0);
      void own.send({type: 'message.send', interactionId: id, text});
      await clock.pass(6_000);
    }
    expect(own.interaction(id).content).toMatchObject({transcript: {customerLeftAt: expect.any(Number)}});
  });

  it('a caller gives up, and another hangs up after a while', async () => {
    const {simulator, clock, available} = stage();
    const lost = simulator.callArrives({script: {patienceMs: 5_000}});
    await clock.pass(5_000);
    expect(simulator.centre.interactions.has(lost)).toBe(false);
    const desk = await available();
    const id = simulator.callArrives({script: {patienceMs: 5_000, hangsUpAfterMs: 9_000}});
    await clock.pass(600);
    void desk.send({type: 'interaction.accept', interactionId: id});
    await clock.pass(8_900);
    expect(desk.part(id)?.phase).toBe('active');
    await clock.pass(100);
    expect(desk.interaction(id).ending?.by).toBe('customer');
  });

  it('brings its data into what the flow defines', async () => {
    const {own, id} = await ringing((simulator) => simulator.callArrives(sampleCall('en')));
    const {cad, dnis, queue} = own.interaction(id);
    expect(cad.find(({name}) => name === 'resident-id')).toMatchObject({value: '4107', secure: true});
    expect(cad.find(({name}) => name === 'customer-since')).toMatchObject({
      value: '2019-03-14',
      type: 'date',
    });
    expect([dnis, queue?.name]).toEqual(['1588-0420', 'Billing']);
  });

  it('cannot come in where there is no door', () => {
    const {simulator} = stage();
    expect(() => simulator.callArrives({entryPointId: 'website'})).toThrow(
      'no entry point website for voice',
    );
  });
});

describe('a visitor', () => {
  it('sees their own side only, and is told who answers', async () => {
    const {simulator, own, id, clock} = await ringing((one) => one.chatArrives(sampleChat('ko')));
    const page = new TestDesk(simulator.visitorPort(id));
    void own.send({type: 'interaction.accept', interactionId: id});
    await clock.pass(0);
    expect(page.state).toMatchObject({
      viewer: {kind: 'customer', interactionId: id},
      tenant: {wrapUpReasons: [{}]},
    });
    expect(page.interaction(id)).toMatchObject({
      cad: [],
      engagements: [{agent: {name: own.state.profile?.name}}],
    });
    void page.send({type: 'message.send', interactionId: id, text: '여보세요'});
    await clock.pass(0);
    expect(own.said(id).at(-1)).toBe('customer: 여보세요');
    void page.send({type: 'customer.leave', interactionId: id});
    await clock.pass(0);
    expect(own.interaction(id).content).toMatchObject({transcript: {customerLeftAt: expect.any(Number)}});
  });
});

describe('the same seed and clock', () => {
  const play = async (seed: number) => {
    const {own, id, clock} = await ringing((simulator) => simulator.chatArrives(sampleChat('en')), {seed});
    void own.send({type: 'interaction.accept', interactionId: id});
    void own.send({type: 'message.send', interactionId: id, text: 'One moment'});
    await clock.pass(10_000);
    return own.facts;
  };

  it('make the same facts, and another seed other times', async () => {
    const [one, again, other] = [await play(7), await play(7), await play(8)];
    expect(again).toEqual(one);
    expect(other.map(({type}) => type)).toEqual(one.map(({type}) => type));
    expect(other.map(({at}) => at)).not.toEqual(one.map(({at}) => at));
  });
});

describe('several contacts', () => {
  it('wait in the order of the tray', async () => {
    const {simulator, clock, available} = stage();
    const desk = await available();
    const ids = [simulator.callArrives(), simulator.chatArrives(), simulator.mailArrives(sampleMail('en'))];
    await clock.pass(600);
    expect(selectRequests(desk.state).map(({id}) => id)).toEqual([...ids].reverse());
  });
});
