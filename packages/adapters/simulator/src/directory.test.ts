import {describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import {Simulator} from './simulator.js';
import {TestDesk} from './test-kit/desk.js';

const open = async (language: 'en' | 'ko' = 'en') => {
  const clock = fakeClock();
  const simulator = new Simulator({clock, language});
  const desk = new TestDesk(simulator.port('yoon'));
  await clock.pass(0);
  void desk.send({type: 'agent.set-state', to: {state: 'available'}});
  await clock.pass(0);
  return {clock, simulator, desk};
};

describe('lists', () => {
  it('tells what the other agents do, and who can receive', async () => {
    const {clock, simulator, desk} = await open();
    simulator.colleague('park').goesIdle('lunch');
    const agents = async (interactionId?: string) => {
      const result = await desk.query({type: 'directory.agents', ...(interactionId ? {interactionId} : {})});
      if (!result.ok) throw new Error(result.refusal.code);
      return result.answer.agents.map(({agent, state, canReceive}) => [agent.id, state, canReceive]);
    };
    expect(await agents()).toEqual([
      ['park', 'idle', false],
      ['han', 'signed-out', false],
    ]);
    const idle = await desk.query({type: 'directory.agents'});
    expect(idle).toMatchObject({answer: {agents: [{reason: {en: 'Lunch', ko: '점심'}}, {}]}});
    await clock.pass(1_000);
    const park = simulator.colleague('park');
    park.becomesAvailable();
    expect(await agents()).toContainEqual(['park', 'available', true]);
    const id = simulator.callArrives();
    await clock.pass(600);
    void desk.send({type: 'interaction.accept', interactionId: id});
    await clock.pass(0);
    const second = simulator.callArrives();
    await clock.pass(600);
    expect(park.accepts(second)).toEqual({ok: true});
    expect(await agents(id)).toContainEqual(['park', 'engaged', false]);
    simulator.customerHangsUp(second);
    expect(await agents(id)).toContainEqual(['park', 'wrap-up', false]);
    await expect(desk.query({type: 'directory.agents', interactionId: 'nothing'})).resolves.toMatchObject({
      refusal: {code: 'DW_INTERACTION_UNKNOWN'},
    });
  });

  it('tells queues, entry points and numbers in the language of the sample', async () => {
    const {desk} = await open('ko');
    await expect(desk.query({type: 'directory.queues'})).resolves.toMatchObject({
      answer: {queues: [{name: '요금 문의'}, {name: '우선 상담'}, {name: '웹 지원'}, {name: '청구서'}]},
    });
    await expect(desk.query({type: 'directory.entry-points'})).resolves.toMatchObject({
      answer: {entryPoints: [{id: 'hotline', number: '1588-0420'}, {}, {}, {}]},
    });
    await expect(desk.query({type: 'directory.numbers'})).resolves.toMatchObject({
      answer: {numbers: expect.arrayContaining([{name: '로밍 전담', number: '4409'}])},
    });
  });

  it('tells a customer nothing of the house', async () => {
    const {simulator, clock} = await open();
    const page = new TestDesk(simulator.visitorPort(simulator.chatArrives()));
    await clock.pass(0);
    await expect(page.query({type: 'directory.agents'})).resolves.toMatchObject({
      refusal: {code: 'DW_ROLE_CUSTOMER'},
    });
  });
});

describe('earlier messages', () => {
  it('are fetched from before the oldest that is there, page by page', async () => {
    const {simulator, desk, clock} = await open();
    const before = Array.from({length: 120}, (_, index) => ({from: 'bot', text: `line ${index}`}) as const);
    const id = simulator.chatArrives({text: 'Now', script: {before}});
    await clock.pass(600);
    const {content} = desk.interaction(id);
    if (content.kind !== 'chat') throw new Error('no chat');
    expect([content.transcript.messages.length, content.transcript.earlier]).toEqual([50, 71]);
    const page = async (messageId: string, limit: number) => {
      const result = await desk.query({type: 'messages.before', interactionId: id, messageId, limit});
      return result.ok ? result.answer : result.refusal.code;
    };
    const first = await page(content.transcript.messages[0]?.id ?? '', 50);
    expect(first).toMatchObject({earlier: 21, messages: {length: 50}});
    if (typeof first === 'string') throw new Error(first);
    expect(first.messages.at(-1)?.text).toBe('line 70');
    const second = await page(first.messages[0]?.id ?? '', 50);
    expect(second).toMatchObject({earlier: 0, messages: {length: 21}});
    expect(await page('stranger', 50)).toBe('DW_INPUT_INVALID');
    const other = new TestDesk(simulator.port('park'));
    await clock.pass(0);
    await expect(
      other.query({type: 'messages.before', interactionId: id, messageId: 'x', limit: 1}),
    ).resolves.toMatchObject({refusal: {code: 'DW_INTERACTION_UNKNOWN'}});
  });
});
