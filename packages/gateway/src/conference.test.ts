import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Command, CommandType} from '@deskwire/domain';

import {agentAt, CALLER, HAN, VoiceStage, WAREHOUSE} from './test-support/voice.js';

const forged = (type: Command['type'], interactionId: string): Command =>
  ({type, interactionId, to: agentAt('han')}) as unknown as Command;

/** Agent 2 may leave, nothing else. */
const OWNERS = [
  'call.hold',
  'call.resume',
  'consult.start',
  'consult.cancel',
  'consult.hold',
  'consult.resume',
  'consult.transfer',
  'conference.start',
  'conference.transfer',
  'interaction.end',
  'interaction.transfer',
] as const satisfies readonly CommandType[];

describe('a conference over the wire', () => {
  let stage: VoiceStage;
  beforeEach(async () => {
    stage = await VoiceStage.start();
  });
  afterEach(() => stage.stop());

  it('[CONF-R1] no customer can start one, whatever they forge', async () => {
    const interactionId = await stage.consult('yoon', 'park');
    const visit = await stage.harness.visit();
    const visitor = await stage.harness.open(visit.token);
    for (const id of [visit.interactionId, interactionId]) {
      for (const type of ['conference.start', 'conference.end', 'conference.transfer'] as const) {
        expect(await visitor.refused(forged(type, id))).toBe('DW_ROLE_CUSTOMER');
      }
    }
    expect(stage.desk('yoon').state.interactions.get(interactionId)?.talk.kind).toBe('consult');
  });

  it('[CONF-R2] [CONF-R5] agent 1 starts it from a running consult only; then all three talk', async () => {
    const interactionId = await stage.call('yoon');
    const yoon = stage.desk('yoon');
    expect(await yoon.refused({type: 'conference.start', interactionId})).toBe('DW_CONSULT_NONE');
    await stage.available('han');
    await yoon.do({type: 'consult.start', interactionId, to: agentAt('han')});
    expect(await yoon.refused({type: 'conference.start', interactionId})).toBe('DW_CONSULT_NOT_ACCEPTED');
    await stage.answers('han');
    await yoon.do({type: 'consult.hold', interactionId});
    await stage.hears(HAN, 'held');
    await yoon.do({type: 'conference.start', interactionId});
    await Promise.all([stage.hears(CALLER, 'talking'), stage.hears(HAN, 'talking')]);
    await stage.sees('yoon', interactionId, {
      customer: 'talking',
      yoon: 'talking',
      han: 'talking',
    });
  });

  it('carries what the consult carried, and who agent 2 is, with their number', async () => {
    const interactionId = await stage.conference('yoon', 'han');
    const call = stage.desk('han').state.interactions.get(interactionId);
    const parties = call?.legs.map(({party}) => (party.kind === 'agent' ? party.agent : party.kind));
    expect(parties).toEqual([
      'customer',
      {id: 'yoon', name: '윤지호', dn: '7001', team: 'Seoul'},
      {id: 'han', name: '한유진', dn: HAN, team: 'Seoul'},
    ]);
    expect(call?.cad).toEqual(stage.desk('yoon').state.interactions.get(interactionId)?.cad);
  });

  it('[CONF-R4] [CONF-R6] agent 1 holds neither the customer nor agent 2', async () => {
    const interactionId = await stage.conference('yoon', 'han');
    const yoon = stage.desk('yoon');
    expect(await yoon.refused({type: 'call.hold', interactionId})).toBe('DW_CALL_IN_CONFERENCE');
    expect(await yoon.refused({type: 'consult.hold', interactionId})).toBe('DW_CALL_IN_CONFERENCE');
    expect(await yoon.refused({type: 'consult.resume', interactionId})).toBe('DW_CALL_IN_CONFERENCE');
    await Promise.all([stage.hears(CALLER, 'talking'), stage.hears(HAN, 'talking')]);
  });

  it('[CONF-R10] agent 2 can do nothing that ends it for the others', async () => {
    const interactionId = await stage.conference('yoon', 'park');
    for (const type of OWNERS) {
      const code = await stage.desk('park').refused(forged(type, interactionId));
      expect([type, code]).toEqual([type, 'DW_CONSULT_NOT_OWNER']);
    }
    expect(await stage.desk('park').refused({type: 'consult.end', interactionId})).toBe(
      'DW_CALL_IN_CONFERENCE',
    );
    await stage.sees('yoon', interactionId, {
      customer: 'talking',
      yoon: 'talking',
      park: 'talking',
    });
  });

  it('[CONF-R7] [CONF-R13] agent 1 hands it to agent 2 and wraps up; the others go on', async () => {
    const interactionId = await stage.conference('yoon', 'han');
    await stage.desk('yoon').do({type: 'conference.transfer', interactionId});
    await stage.part('yoon', 'wrap-up');
    await stage.part('han', 'active', 'owner');
    await Promise.all([stage.hears(CALLER, 'talking'), stage.hears(HAN, 'talking')]);
    await stage.phone(HAN, 'hang-up');
    await stage.part('han', 'wrap-up');
    await stage.hears(CALLER, 'ended');
  });

  it('[CONF-4] [CONF-R11] [CONF-R12] agent 2 leaves, by button or by phone; agent 1 and the customer go on', async () => {
    const interactionId = await stage.conference('yoon', 'han');
    await stage.desk('han').do({type: 'conference.end', interactionId});
    await stage.gone('han', interactionId);
    await stage.hears(CALLER, 'talking');
    await stage.phone(HAN, 'hang-up');
    await stage.desk('yoon').do({type: 'consult.start', interactionId, to: agentAt('han')});
    await stage.answers('han');
    await stage.desk('yoon').do({type: 'conference.start', interactionId});
    await stage.phone(HAN, 'hang-up');
    await stage.gone('han', interactionId);
    await stage.sees('yoon', interactionId, {customer: 'talking', yoon: 'talking'});
    expect(stage.wrappedUp('han')).toBe(false);
    expect(stage.desk('han').state.presence.state).toBe('available');
  });

  it('[CONF-R5] [CONF-R9] agent 1 ends it with the button: all are dropped, agent 1 wraps up', async () => {
    const interactionId = await stage.conference('yoon', 'han');
    await stage.desk('yoon').do({type: 'conference.end', interactionId});
    await Promise.all([stage.hears(CALLER, 'ended'), stage.hears(HAN, 'ended')]);
    await stage.part('yoon', 'wrap-up');
    await stage.gone('han', interactionId);
    expect(stage.wrappedUp('han')).toBe(false);
  });

  it('[CONF-R9] agent 1 ends it with the physical phone: all are dropped', async () => {
    const interactionId = await stage.conference('han', 'yoon');
    await stage.phone(HAN, 'hang-up');
    await stage.hears(CALLER, 'ended');
    await stage.part('han', 'wrap-up');
    await stage.gone('yoon', interactionId);
    expect(stage.wrappedUp('yoon')).toBe(false);
  });

  it('[CONF-R3] [CONF-R8] [CONF-R14] the customer leaves: it is over, wrap-up for agent 1 alone', async () => {
    const interactionId = await stage.conference('yoon', 'han');
    await stage.phone(CALLER, 'hang-up');
    await stage.part('yoon', 'wrap-up');
    await stage.gone('han', interactionId);
    await stage.hears(HAN, 'ended');
    expect([stage.wrappedUp('yoon'), stage.wrappedUp('han')]).toEqual([true, false]);
  });

  it('with an outside phone goes on without it', async () => {
    const interactionId = await stage.call('yoon');
    const yoon = stage.desk('yoon');
    await yoon.do({type: 'consult.start', interactionId, to: {kind: 'number', number: WAREHOUSE}});
    await stage.hears(WAREHOUSE, 'ringing');
    await stage.phone(WAREHOUSE, 'answer');
    await stage.hears(WAREHOUSE, 'talking');
    await yoon.do({type: 'conference.start', interactionId});
    await stage.hears(CALLER, 'talking');
    await stage.phone(WAREHOUSE, 'hang-up');
    await stage.sees('yoon', interactionId, {customer: 'talking', yoon: 'talking'});
    await yoon.do({type: 'interaction.end', interactionId});
    await stage.hears(CALLER, 'ended');
  });
});
