import {describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import type {Command, Feature} from '@deskwire/domain';
import type {SimulatorOptions} from './options.js';
import {Simulator} from './simulator.js';
import {TestDesk} from './test-kit/desk.js';

/** A desk with a chat that the agent has accepted. */
const inChat = async (options: SimulatorOptions = {}) => {
  const clock = fakeClock();
  const simulator = new Simulator({clock, ...options});
  const desk = new TestDesk(simulator.port('yoon'));
  await clock.pass(500);
  void desk.send({type: 'agent.set-state', to: {state: 'available'}});
  await clock.pass(500);
  const id = simulator.chatArrives({name: 'Lee', text: 'Hello'});
  await clock.pass(1_500);
  void desk.send({type: 'interaction.accept', interactionId: id});
  await clock.pass(500);
  const message = (text: string): Command => ({type: 'message.send', interactionId: id, text});
  return {clock, simulator, desk, id, message};
};

/** What has become of a promise by now. */
const watched = <T>(promise: Promise<T>): {value?: T} => {
  const seen: {value?: T} = {};
  void promise.then((value) => (seen.value = value));
  return seen;
};

describe('the network', () => {
  it('drops, keeps what happened meanwhile, and goes on where the desk was', async () => {
    const {clock, simulator, desk, id} = await inChat();
    simulator.networkDrops();
    await clock.pass(0);
    expect(desk.losses).toMatchObject([{final: false, refusal: {kind: 'transport'}}]);
    const told = desk.facts.length;
    simulator.customerSays(id, 'Are you there?');
    await clock.pass(100);
    expect(desk.facts).toHaveLength(told);
    const early = new TestDesk(simulator.port('yoon'), desk.state);
    await clock.pass(0);
    expect([early.live, early.losses.length]).toEqual([0, 1]);
    simulator.networkReturns();
    const back = new TestDesk(simulator.port('yoon'), desk.state);
    await clock.pass(0);
    expect(back.facts[0]).toMatchObject({seq: (desk.state.cursor?.seq ?? 0) + 1});
    expect(back.facts.some(({type}) => type === 'desk.hydrated')).toBe(false);
    expect(back.said(id)).toEqual(['customer: Hello', 'customer: Are you there?']);
  });

  it('can be down before the first desk comes', async () => {
    const clock = fakeClock();
    const simulator = new Simulator({clock});
    simulator.networkDrops();
    const desk = new TestDesk(simulator.port('yoon'));
    await clock.pass(0);
    expect([desk.live, desk.losses]).toMatchObject([0, [{final: false}]]);
    expect(simulator.centre.agents.get('yoon')?.presence.state).toBe('signed-out');
    simulator.networkReturns();
    const second = new TestDesk(simulator.port('yoon'));
    await clock.pass(0);
    expect([second.live, second.state.presence.state]).toEqual([1, 'idle']);
  });

  it('begins with a snapshot when too much has happened to be repeated', async () => {
    const {clock, simulator, desk, id} = await inChat();
    simulator.networkDrops('yoon');
    for (let line = 0; line < 1_200; line += 1) simulator.customerSays(id, `line ${line}`);
    simulator.networkReturns('yoon');
    const back = new TestDesk(simulator.port('yoon'), desk.state);
    await clock.pass(0);
    expect(back.facts.map(({type}) => type)).toEqual(['desk.hydrated']);
    expect(back.said(id)).toHaveLength(1_201);
  });

  it('does a command that was cut off once, whether it had arrived or not', async () => {
    const {clock, simulator, desk, id, message} = await inChat({latencyMs: 50});
    const never = watched(desk.send(message('lost on the way'), 'a'));
    simulator.networkDrops('yoon');
    const dead = watched(desk.send(message('never left'), 'b'));
    simulator.networkReturns('yoon');
    const back = new TestDesk(simulator.port('yoon'), desk.state);
    const retried = watched(back.send(message('lost on the way'), 'a'));
    await clock.pass(500);
    expect([never, dead, retried]).toEqual([{}, {}, {value: {ok: true}}]);
    const again = watched(back.send(message('lost on the way'), 'a'));
    await clock.pass(500);
    expect(again).toEqual({value: {ok: true}});
    expect(back.said(id)).toEqual(['customer: Hello', 'agent: lost on the way']);
  });

  it('does one id once, even where the engine would say no the second time', async () => {
    const {clock, simulator, desk} = await inChat();
    const id = simulator.callArrives();
    await clock.pass(600);
    void desk.send({type: 'interaction.accept', interactionId: id});
    await clock.pass(0);
    const hold = {type: 'call.hold', interactionId: id} as const;
    const answers = [watched(desk.send(hold, 'h')), watched(desk.send(hold, 'h'))];
    void desk.send({type: 'call.resume', interactionId: id});
    answers.push(watched(desk.send(hold, 'h')));
    await clock.pass(0);
    expect(answers).toEqual([1, 2, 3].map(() => ({value: {ok: true}})));
    expect(desk.interaction(id).talk.kind).toBe('together');
  });

  it('loses what is under way when the cable breaks, and says nothing to a desk that has closed', async () => {
    const {clock, simulator, desk, id} = await inChat({latencyMs: 50});
    const told = desk.facts.length;
    simulator.customerSays(id, 'Under way');
    simulator.networkDrops();
    simulator.networkReturns();
    await clock.pass(500);
    expect([desk.facts.length, desk.losses.length]).toEqual([told, 1]);
    const back = new TestDesk(simulator.port('yoon'), desk.state);
    await clock.pass(500);
    expect(back.said(id).at(-1)).toBe('customer: Under way');
    simulator.customerSays(id, 'And again');
    back.session.close();
    await clock.pass(500);
    expect(back.said(id).at(-1)).toBe('customer: Under way');
  });

  it('rings at a page only while it is there, and when it comes back', async () => {
    const {clock, simulator, desk} = await inChat();
    const id = simulator.chatArrives({text: 'Second'});
    simulator.networkDrops();
    await clock.pass(2_000);
    const phase = () =>
      simulator.centre.agents.get('yoon')?.work.find((one) => one.interactionId === id)?.phase;
    expect(phase()).toBe('connecting');
    simulator.networkReturns();
    const back = new TestDesk(simulator.port('yoon'), desk.state);
    await clock.pass(600);
    expect([phase(), back.part(id)?.phase]).toEqual(['offered', 'offered']);
  });

  it('takes its time both ways, and keeps the order', async () => {
    const {clock, desk, message} = await inChat({latencyMs: 100});
    const sent = watched(desk.send(message('slow')));
    await clock.pass(199);
    expect(sent).toEqual({});
    const before = desk.facts.length;
    await clock.pass(1);
    expect(sent).toEqual({value: {ok: true}});
    expect(desk.facts.length).toBe(before + 1);
    const seqs = desk.facts.map(({seq}) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  });

  it('forgives a short loss, and gives requests back after a long one', async () => {
    const {clock, simulator} = await inChat();
    const ringing = simulator.mailArrives({from: 'a@x.example', subject: 'S', text: 'T'});
    await clock.pass(600);
    expect(simulator.centre.agents.get('yoon')?.work).toHaveLength(2);
    simulator.networkDrops('yoon');
    await clock.pass(29_000);
    expect(simulator.centre.agents.get('yoon')?.work).toHaveLength(2);
    await clock.pass(2_000);
    expect(simulator.centre.agents.get('yoon')?.work.map(({channel}) => channel)).toEqual(['chat']);
    expect(simulator.centre.waiting.get('invoices')?.map(({interactionId}) => interactionId)).toEqual([
      ringing,
    ]);
  });
});

describe('the backend', () => {
  it('stalls: what is sent stays under way, and is done in order afterwards', async () => {
    const {clock, simulator, desk, id, message} = await inChat();
    simulator.backendStalls();
    const sent = ['one', 'two'].map((text) => watched(desk.send(message(text))));
    await clock.pass(60_000);
    expect(sent).toEqual([{}, {}]);
    simulator.backendGoesOn();
    await clock.pass(0);
    expect(sent).toEqual([{value: {ok: true}}, {value: {ok: true}}]);
    expect(desk.said(id).slice(1)).toEqual(['agent: one', 'agent: two']);
  });

  it('refuses the next command as told, and decides it when it is sent again under its id', async () => {
    const {clock, simulator, desk, id, message} = await inChat();
    simulator.refusesNext('DW_SERVER_FAILED', 'message.send');
    void desk.send({type: 'interaction.read', interactionId: id});
    const first = watched(desk.send(message('Hello'), 'x'));
    await clock.pass(0);
    expect(first.value).toMatchObject({ok: false, refusal: {code: 'DW_SERVER_FAILED'}});
    const second = watched(desk.send(message('Hello'), 'x'));
    await clock.pass(0);
    expect(second).toEqual({value: {ok: true}});
    expect(desk.said(id).at(-1)).toBe('agent: Hello');
  });

  it('ends a session for good', async () => {
    const {clock, simulator, desk} = await inChat();
    simulator.sessionEnds('yoon');
    await clock.pass(0);
    expect(desk.losses).toMatchObject([{final: true, refusal: {code: 'DW_WIRE_REPLACED'}}]);
  });

  it('waits with one timer for whatever is due next', async () => {
    const {clock, simulator, id} = await inChat();
    simulator.callArrives();
    await clock.pass(700);
    for (const text of ['one', 'two', 'three']) simulator.customerSays(id, text);
    expect(clock.waiting).toBe(1);
  });

  it('leaves no timer behind when it is closed, and says nothing more', async () => {
    const {clock, simulator, desk, id, message} = await inChat();
    void desk.send(message('Last words'));
    await clock.pass(0);
    simulator.close();
    const told = desk.facts.length;
    expect(clock.waiting).toBe(0);
    simulator.customerSays(id, 'Hello?');
    await clock.pass(1_000);
    expect([desk.facts.length, desk.losses.length]).toEqual([told, 0]);
  });

  it('can do less than it could, and never more', async () => {
    const capabilities = {
      commands: ['message.send', 'consult.start'],
      features: ['resume', 'telepathy' as Feature],
    } as const;
    const clock = fakeClock();
    const desk = new TestDesk(new Simulator({clock, capabilities}).port('yoon'));
    await clock.pass(0);
    expect(desk.state.capabilities.commands).toContain('message.send');
    expect(desk.state.capabilities.commands).not.toContain('agent.set-state');
    expect(desk.state.capabilities.features).toEqual(['resume']);
  });
});
