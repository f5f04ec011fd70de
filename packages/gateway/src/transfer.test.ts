import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Query, Target} from '@deskwire/domain';

import {agentAt, CALLER, HAN, VoiceStage, WAREHOUSE} from './test-support/voice.js';

const number = (text: string): Target => ({kind: 'number', number: text});

describe('a transfer over the wire', () => {
  let stage: VoiceStage;
  beforeEach(async () => {
    stage = await VoiceStage.start();
  });
  afterEach(() => stage.stop());

  const transfer = async (interactionId: string, to: Target) =>
    stage.desk('yoon').do({type: 'interaction.transfer', interactionId, to});

  it('goes to the chosen agent at once, and agent 1 wraps up', async () => {
    const interactionId = await stage.call('yoon');
    await stage.available('han');
    await transfer(interactionId, agentAt('han'));
    await stage.part('yoon', 'wrap-up');
    await Promise.all([stage.hears(HAN, 'ringing'), stage.hears(CALLER, 'waiting')]);
    await stage.answers('han');
    await Promise.all([stage.hears(HAN, 'talking'), stage.hears(CALLER, 'talking')]);
    await stage.part('han', 'active', 'owner');
  });

  it('[XFER-10] the call is dropped when the agent does not accept, and that agent is in RONA', async () => {
    const interactionId = await stage.call('yoon');
    await stage.available('han');
    await transfer(interactionId, agentAt('han'));
    await stage.hears(HAN, 'ringing');
    await stage.hears(CALLER, 'ended');
    await stage.hears(HAN, 'idle');
    expect(stage.desk('han').state.presence.state).toBe('rona');
    const {ending} = await stage.part('yoon', 'wrap-up');
    expect(ending).toMatchObject({by: 'system', reason: 'unanswered'});
  });

  it.each([
    ['declines', 'rejected'],
    ['lets it ring', 'unanswered'],
  ] as const)('[XFER-10] the call is dropped when the number %s: %s', async (what, reason) => {
    const interactionId = await stage.call('yoon');
    await transfer(interactionId, number(WAREHOUSE));
    await stage.hears(WAREHOUSE, 'ringing');
    if (what === 'declines') await stage.phone(WAREHOUSE, 'decline');
    await Promise.all([stage.hears(CALLER, 'ended'), stage.hears(WAREHOUSE, 'idle')]);
    expect((await stage.part('yoon', 'wrap-up')).ending).toMatchObject({by: 'system', reason});
  });

  it('to a number: it rings at once, and the two go on alone until one of them hangs up', async () => {
    const interactionId = await stage.call('yoon');
    await transfer(interactionId, number(WAREHOUSE));
    await stage.hears(WAREHOUSE, 'ringing');
    await stage.phone(WAREHOUSE, 'answer');
    await Promise.all([stage.hears(CALLER, 'talking'), stage.hears(WAREHOUSE, 'talking')]);
    await stage.desk('yoon').do({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    await stage.gone('yoon', interactionId);
    await stage.phone(CALLER, 'hang-up');
    await stage.hears(WAREHOUSE, 'ended');
  });

  it('[XFER-5] [XFER-6] a number is what is left of what was pasted, and must be one', async () => {
    const interactionId = await stage.call('yoon');
    const yoon = stage.desk('yoon');
    const refused = (text: string) =>
      yoon.ask({type: 'interaction.transfer', interactionId, to: number(text)});
    for (const [text, reason] of [
      ['no number', 'too-short'],
      ['12', 'too-short'],
      ['9'.repeat(300), 'too-long'],
      ['+1 213 373 425', 'us'],
      ['02+2155+0142', 'plus'],
      ['0082', 'idd'],
    ]) {
      expect(await refused(text ?? '')).toMatchObject({
        refusal: {code: 'DW_NUMBER_INVALID', kind: 'input', params: {reason, min: 3, max: 14}},
      });
    }
    await transfer(interactionId, number('\u202eTel:＋８２ (0)32–555–0119;ext=12\u202c'));
    await stage.hears(WAREHOUSE, 'ringing');
  });

  it("[XFER-7] an entry point's own number is refused, however it is written", async () => {
    const interactionId = await stage.call('yoon');
    for (const text of [
      '15880420',
      '1588-0421',
      '+82 1588 0420',
      '１５８８－０４２０',
      'tel:0082-1588-0420',
    ]) {
      for (const type of ['interaction.transfer', 'consult.start'] as const) {
        const command = {type, interactionId, to: number(text)};
        expect(await stage.desk('yoon').refused(command)).toBe('DW_NUMBER_ENTRY_POINT');
      }
    }
    await stage.hears(CALLER, 'talking');
  });

  it('[XFER-11] a call sent to an entry point never comes back to who sent it', async () => {
    const interactionId = await stage.call('yoon');
    await transfer(interactionId, {kind: 'entry-point', entryPointId: 'delivery-line'});
    await stage.desk('yoon').do({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    await stage.gone('yoon', interactionId);
    await stage.available('park');
    await stage.part('park', 'offered', 'owner');
    await stage.gone('park', interactionId);
    expect(stage.desk('park').state.presence.state).toBe('rona');
    await stage.hears(CALLER, 'waiting');
    expect(stage.desk('yoon').state.interactions.has(interactionId)).toBe(false);
    await stage.desk('park').do({type: 'agent.set-state', to: {state: 'available'}});
    await stage.answers('park');
    expect(stage.desk('park').state.interactions.get(interactionId)?.queue?.id).toBe('delivery');
  });

  it('an agent who cannot receive is listed as that, and refused when forged', async () => {
    const interactionId = await stage.call('yoon');
    const yoon = stage.desk('yoon');
    const park = await stage.available('park');
    const rows = async () => {
      const answered = await yoon.query({type: 'directory.agents', interactionId});
      const agents = answered.ok && 'agents' in answered.answer ? answered.answer.agents : [];
      return Object.fromEntries(agents.map(({agent, state, canReceive}) => [agent.id, [state, canReceive]]));
    };
    expect(await rows()).toEqual({park: ['available', true], han: ['signed-out', false]});
    const {interactionId: chat, token} = await stage.harness.visit();
    await stage.harness.open(token);
    await park.interaction('the chat', (one) => one.id === chat);
    await yoon.do({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    await park.until('the offer', () => park.facts.some(({type}) => type === 'engagement.offered'));
    await park.do({type: 'interaction.accept', interactionId: chat});
    await park.do({type: 'interaction.end', interactionId: chat});
    expect(await rows()).toMatchObject({park: ['wrap-up', false]});
    for (const type of ['interaction.transfer', 'consult.start'] as const) {
      expect(await yoon.refused({type, interactionId, to: agentAt('park')})).toBe('DW_TARGET_UNAVAILABLE');
      expect(await yoon.refused({type, interactionId, to: agentAt('han')})).toBe('DW_TARGET_UNAVAILABLE');
      expect(await yoon.refused({type, interactionId, to: agentAt('yoon')})).toBe('DW_TARGET_SELF');
    }
  });

  it('lists the queues, entry points and numbers that a call could go to', async () => {
    const interactionId = await stage.call('yoon');
    const ask = async (query: Query) => {
      const answered = await stage.desk('yoon').query(query);
      return answered.ok ? answered.answer : answered.refusal.code;
    };
    expect(await ask({type: 'directory.queues', interactionId})).toEqual({
      queues: [
        {id: 'billing', name: 'Billing'},
        {id: 'delivery', name: 'Delivery'},
      ],
    });
    expect(await ask({type: 'directory.entry-points', interactionId})).toMatchObject({
      entryPoints: [{id: 'hotline'}, {id: 'delivery-line'}],
    });
    expect(await ask({type: 'directory.numbers'})).toMatchObject({
      numbers: expect.arrayContaining([{name: '한빛 물류창고 인천', number: '+82 32-555-0119'}]),
    });
    const park = await stage.available('park');
    expect(await park.query({type: 'directory.queues', interactionId})).toMatchObject({
      refusal: {code: 'DW_INTERACTION_UNKNOWN'},
    });
  });

  it('two agents who act on one call in the same instant get one yes', async () => {
    const interactionId = await stage.consult('yoon', 'park');
    const results = await Promise.all([
      stage.desk('yoon').ask({type: 'consult.transfer', interactionId}),
      stage.desk('park').ask({type: 'consult.end', interactionId}),
    ]);
    expect(results.filter(({ok}) => ok)).toHaveLength(1);
  });

  it('no more calls can be made: a number is refused with the reason', async () => {
    await stage.stop();
    stage = await VoiceStage.start({callLimits: {dataCentre: 100, tenant: 1}});
    const interactionId = await stage.call('yoon');
    const {ok, ...no} = await stage
      .desk('yoon')
      .ask({type: 'consult.start', interactionId, to: number(WAREHOUSE)});
    expect([ok, no]).toMatchObject([false, {refusal: {code: 'DW_CALL_LIMIT_TENANT', params: {code: 27}}}]);
    await stage.phone('+82260221180', 'dial', '15880420');
    await stage.hears('+82260221180', 'ended');
  });
});
