import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import {CALLER, HAN, HOTLINE, VoiceStage} from './test-support/voice.js';

describe('a callback over the wire', () => {
  let stage: VoiceStage;
  beforeEach(async () => {
    stage = await VoiceStage.start();
  });
  afterEach(() => stage.stop());

  it('[ARR-7] is offered as one, dials the customer when it is accepted, and connects when they answer', async () => {
    const yoon = await stage.available('yoon');
    await stage.phone(CALLER, 'ask-callback', HOTLINE);
    const offered = await stage.part('yoon', 'offered');
    expect(offered).toMatchObject({
      origin: 'callback',
      customer: {number: CALLER},
      dnis: HOTLINE,
      queue: {name: 'Billing'},
    });
    await stage.hears(CALLER, 'idle');
    await stage.answers('yoon');
    await stage.hears(CALLER, 'ringing');
    expect(await yoon.refused({type: 'call.hold', interactionId: offered.id})).toBe(
      'DW_INTERACTION_NOT_ACTIVE',
    );
    await stage.phone(CALLER, 'answer');
    await stage.hears(CALLER, 'talking');
    await yoon.do({type: 'interaction.end', interactionId: offered.id});
    await stage.hears(CALLER, 'ended');
  });

  it.each(['declines', 'lets it ring'])(
    '[ARR-7] the customer %s: back to the queue, and no wrap-up',
    async (what) => {
      const yoon = await stage.available('yoon');
      await stage.phone(CALLER, 'ask-callback', HOTLINE);
      const interactionId = await stage.answers('yoon');
      await yoon.do({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
      await stage.hears(CALLER, 'ringing');
      if (what === 'declines') await stage.phone(CALLER, 'decline');
      await stage.hears(CALLER, 'idle');
      await stage.gone('yoon', interactionId);
      const failed = await yoon.fact('outdial.failed');
      expect(failed.reason).toBe(what === 'declines' ? 'customer-rejected' : 'customer-unanswered');
      expect(stage.wrappedUp('yoon')).toBe(false);
      await stage.available('han');
      await stage.hears(HAN, 'ringing');
      await stage.answers('han');
      await stage.hears(CALLER, 'ringing');
      await stage.hears(HAN, 'waiting');
      await stage.phone(CALLER, 'answer');
      await Promise.all([stage.hears(CALLER, 'talking'), stage.hears(HAN, 'talking')]);
    },
  );

  it.each([
    ['tenant', 27],
    ['dataCentre', 26],
  ] as const)('[ARR-7] the limit of the %s: reason %i, and back to the queue', async (name, code) => {
    await stage.stop();
    stage = await VoiceStage.start({callLimits: {dataCentre: 100, tenant: 100, [name]: 1}});
    await stage.call('yoon');
    const park = await stage.available('park');
    await stage.phone('+82260221180', 'ask-callback', HOTLINE);
    const {id: interactionId} = await stage.part('park', 'offered');
    await park.do({type: 'interaction.accept', interactionId});
    expect(await park.fact('outdial.failed')).toMatchObject({reason: 'limit', code});
    expect((await stage.harness.line('+82260221180')).state).toBe('idle');
    await stage.part('park', 'offered');
  });

  it('of a customer who is on the phone is not connected', async () => {
    const yoon = await stage.available('yoon');
    await stage.phone(CALLER, 'ask-callback', HOTLINE);
    await stage.part('yoon', 'offered');
    await stage.phone(CALLER, 'dial', HOTLINE);
    await stage.answers('yoon');
    expect(await yoon.fact('outdial.failed')).toMatchObject({reason: 'not-connected'});
    await stage.hears(CALLER, 'waiting');
  });

  it('is asked for by a phone only, and of a number of the house only', async () => {
    expect((await stage.harness.phone(HAN, 'ask-callback', HOTLINE)).done).toBe(false);
    expect((await stage.harness.phone(CALLER, 'ask-callback')).done).toBe(false);
    const yoon = await stage.available('yoon');
    await stage.phone(CALLER, 'ask-callback', '0212345678');
    await stage.phone(CALLER, 'ask-callback', HOTLINE);
    await stage.part('yoon', 'offered');
    expect(yoon.state.interactions.size).toBe(1);
  });
});
