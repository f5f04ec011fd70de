import {afterEach, describe, it} from 'vitest';

import {CALLER, HAN, VoiceStage, WAREHOUSE, type Who} from './test-support/voice.js';

describe('a call whose agent is lost', () => {
  let stage: VoiceStage;
  afterEach(() => stage.stop());

  const lose = (who: Who) => stage.desk(who).cut();

  it('goes back to its queue after the grace, where admin wants that, and rings at the next', async () => {
    stage = await VoiceStage.start({graceSeconds: 1, lostAgent: 'requeue'});
    const interactionId = await stage.call('yoon');
    await stage.available('han');
    lose('yoon');
    await stage.hears(CALLER, 'waiting');
    await stage.hears(HAN, 'ringing');
    await stage.answers('han');
    await stage.sees('han', interactionId, {customer: 'talking', han: 'talking'});
    await stage.hears(CALLER, 'talking');
  });

  it('waits for them, where admin wants that, with its consult and all', async () => {
    stage = await VoiceStage.start({graceSeconds: 1, lostAgent: 'keep'});
    const interactionId = await stage.consult('yoon', 'han');
    lose('yoon');
    const back = await stage.harness.open(await stage.harness.token('yoon'));
    await back.do({type: 'consult.transfer', interactionId});
    await stage.part('han', 'active', 'owner');
    await stage.hears(CALLER, 'talking');
  });
});

describe('a consult over a restart', () => {
  let stage: VoiceStage;
  afterEach(() => stage.stop());

  it('goes on with its phones: an outside one too, and a number that rings still has its time', async () => {
    stage = await VoiceStage.start();
    const interactionId = await stage.call('yoon');
    const to = {kind: 'number', number: WAREHOUSE} as const;
    await stage.desk('yoon').do({type: 'consult.start', interactionId, to});
    await stage.hears(WAREHOUSE, 'ringing');
    await stage.phone(WAREHOUSE, 'answer');
    await stage.hears(WAREHOUSE, 'talking');
    await stage.harness.halt();
    await stage.harness.run();
    await Promise.all([stage.hears(CALLER, 'held'), stage.hears(WAREHOUSE, 'talking')]);
    const yoon = await stage.harness.open(await stage.harness.token('yoon'));
    await yoon.do({type: 'consult.hold', interactionId});
    await Promise.all([stage.hears(CALLER, 'talking'), stage.hears(WAREHOUSE, 'held')]);
    await stage.phone(WAREHOUSE, 'hang-up');
    await yoon.interaction('the two alone', ({talk}) => talk.kind === 'together');
    await yoon.do({type: 'consult.start', interactionId, to});
    await stage.harness.halt();
    await stage.harness.run();
    const again = await stage.harness.open(await stage.harness.token('yoon'));
    await again.interaction('the end of the ringing', ({talk}) => talk.kind === 'hold');
    await stage.hears(WAREHOUSE, 'idle');
  });
});
