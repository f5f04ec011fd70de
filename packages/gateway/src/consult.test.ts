import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Command, CommandType, TenantConfig} from '@deskwire/domain';

import {agentAt, CALLER, HAN, VoiceStage, WAREHOUSE} from './test-support/voice.js';

/** What only agent 1 may give in a consult; agent 2 may leave it, nothing else. */
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

const forged = (type: Command['type'], interactionId: string): Command =>
  ({type, interactionId, to: agentAt('han')}) as unknown as Command;

describe('a consult over the wire', () => {
  let stage: VoiceStage;
  beforeEach(async () => {
    stage = await VoiceStage.start();
  });
  afterEach(() => stage.stop());
  const restart = async (tenant: Partial<TenantConfig>) => {
    await stage.stop();
    stage = await VoiceStage.start(tenant);
  };

  it('[CONS-R1] no customer can start one, whatever they forge', async () => {
    const interactionId = await stage.call('yoon');
    const visit = await stage.harness.visit();
    const visitor = await stage.harness.open(visit.token);
    for (const id of [visit.interactionId, interactionId]) {
      expect(await visitor.refused(forged('consult.start', id))).toBe('DW_ROLE_CUSTOMER');
    }
    expect(stage.desk('yoon').state.interactions.get(interactionId)?.talk.kind).toBe('together');
  });

  it('[CONS-R2] [CONS-R4] [HOLD-4] the customer is held for it, and a stranger to the call gets a no', async () => {
    const interactionId = await stage.call('yoon');
    const park = await stage.available('park');
    expect(await park.refused(forged('consult.start', interactionId))).toBe('DW_INTERACTION_UNKNOWN');
    await stage.desk('yoon').do({type: 'consult.start', interactionId, to: agentAt('park')});
    await stage.hears(CALLER, 'held');
    await stage.answers('park');
    await stage.sees('park', interactionId, {customer: 'held', yoon: 'talking', park: 'talking'});
    await stage.desk('yoon').do({type: 'consult.end', interactionId});
    await stage.hears(CALLER, 'ended');
  });

  it('[CONS-R5] [CONS-R6] [CONS-R11] [HOLD-4] agent 1 swaps, and at no time are both held', async () => {
    const interactionId = await stage.consult('yoon', 'han');
    const yoon = stage.desk('yoon');
    await Promise.all([stage.hears(CALLER, 'held'), stage.hears(HAN, 'talking')]);
    for (const [to, back] of [
      ['call.resume', 'call.hold'],
      ['consult.hold', 'consult.resume'],
    ] as const) {
      await yoon.do({type: to, interactionId});
      await Promise.all([stage.hears(CALLER, 'talking'), stage.hears(HAN, 'held')]);
      expect(await yoon.refused({type: to, interactionId})).toMatch(/^DW_CALL_(NOT_)?HELD$/);
      await yoon.do({type: back, interactionId});
      await Promise.all([stage.hears(CALLER, 'held'), stage.hears(HAN, 'talking')]);
    }
    const both = yoon.facts.filter(({type}) => type === 'call.held' || type === 'consult.held');
    expect(both).toHaveLength(2);
  });

  it('[CONS-R12] agent 2 cannot resume it, hold it, hand it over or end it for the others', async () => {
    const interactionId = await stage.consult('yoon', 'park');
    const park = stage.desk('park');
    for (const type of OWNERS) {
      expect([type, await park.refused(forged(type, interactionId))]).toEqual([type, 'DW_CONSULT_NOT_OWNER']);
    }
    await stage.desk('yoon').do({type: 'consult.hold', interactionId});
    for (const type of OWNERS) {
      expect([type, await park.refused(forged(type, interactionId))]).toEqual([type, 'DW_CONSULT_NOT_OWNER']);
    }
    await stage.sees('yoon', interactionId, {customer: 'talking', yoon: 'talking', park: 'held'});
  });

  it('[CONS-R7] [CONS-R15] a transfer: agent 1 wraps up, agent 2 and the customer go on', async () => {
    const interactionId = await stage.consult('yoon', 'han');
    await stage.desk('yoon').do({type: 'consult.transfer', interactionId});
    await Promise.all([stage.hears(CALLER, 'talking'), stage.hears(HAN, 'talking')]);
    await stage.part('yoon', 'wrap-up');
    await stage.part('han', 'active', 'owner');
    await stage.desk('yoon').do({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    await stage.gone('yoon', interactionId);
    await stage.desk('han').do({type: 'call.hold', interactionId});
    await stage.hears(CALLER, 'held');
    await stage.phone(CALLER, 'hang-up');
    await stage.part('han', 'wrap-up');
  });

  it('[CONS-R8] [CONS-R16] agent 1 makes a conference of it, and agent 2 is in', async () => {
    const interactionId = await stage.consult('yoon', 'han');
    expect(await stage.desk('han').refused({type: 'conference.start', interactionId})).toBe(
      'DW_CONSULT_NOT_OWNER',
    );
    await stage.desk('yoon').do({type: 'conference.start', interactionId});
    await Promise.all([stage.hears(CALLER, 'talking'), stage.hears(HAN, 'talking')]);
    await stage.part('han', 'active', 'conferenced');
    await stage.sees('han', interactionId, {customer: 'talking', yoon: 'talking', han: 'talking'});
  });

  it('[CONS-R3] [CONS-R9] [CONS-R13] [CONS-R17] the customer ends it for all: wrap-up for agent 1 alone', async () => {
    const interactionId = await stage.consult('yoon', 'han');
    await stage.phone(CALLER, 'hang-up');
    await stage.part('yoon', 'wrap-up');
    await stage.gone('han', interactionId);
    await stage.hears(HAN, 'ended');
    expect([stage.wrappedUp('yoon'), stage.wrappedUp('han')]).toEqual([true, false]);
    expect(stage.desk('han').state.presence.state).toBe('available');
  });

  it('[CONS-8] [CONS-R10] agent 1 hangs up the physical phone, whatever the button would do: all are dropped', async () => {
    await restart({endConsult: 'return'});
    const interactionId = await stage.consult('han', 'yoon');
    await stage.phone(HAN, 'hang-up');
    await stage.hears(CALLER, 'ended');
    await stage.part('han', 'wrap-up');
    await stage.gone('yoon', interactionId);
    expect(stage.wrappedUp('yoon')).toBe(false);
  });

  it('[CONS-8] the button of agent 1 drops all, or returns to the customer where admin wants that', async () => {
    const interactionId = await stage.consult('yoon', 'park');
    await stage.desk('yoon').do({type: 'consult.end', interactionId});
    await stage.hears(CALLER, 'ended');
    await stage.part('yoon', 'wrap-up');
    await restart({endConsult: 'return'});
    const second = await stage.consult('yoon', 'park');
    await stage.desk('yoon').do({type: 'consult.end', interactionId: second});
    await stage.hears(CALLER, 'talking');
    await stage.gone('park', second);
    await stage.sees('yoon', second, {customer: 'talking', yoon: 'talking'});
    expect([stage.wrappedUp('yoon'), stage.wrappedUp('park')]).toEqual([false, false]);
  });

  it('[CONS-9] [CONS-R13] [CONS-R14] agent 2 leaves, by button or by phone; agent 1 and the customer go on', async () => {
    const interactionId = await stage.consult('yoon', 'han');
    await stage.desk('han').do({type: 'consult.end', interactionId});
    await stage.gone('han', interactionId);
    await stage.hears(CALLER, 'talking');
    await stage.phone(HAN, 'hang-up');
    await stage.desk('yoon').do({type: 'consult.start', interactionId, to: agentAt('han')});
    await stage.answers('han');
    await stage.phone(HAN, 'hang-up');
    await stage.gone('han', interactionId);
    await stage.hears(CALLER, 'talking');
    await stage.sees('yoon', interactionId, {customer: 'talking', yoon: 'talking'});
    expect(stage.wrappedUp('han')).toBe(false);
    expect(stage.desk('han').state.presence.state).toBe('available');
  });

  it('is withdrawn while it rings, and while a queue still looks for an agent', async () => {
    const interactionId = await stage.call('yoon');
    const yoon = stage.desk('yoon');
    await yoon.do({type: 'consult.start', interactionId, to: {kind: 'queue', queueId: 'delivery'}});
    await yoon.do({type: 'consult.cancel', interactionId});
    await stage.available('park');
    await yoon.do({type: 'consult.start', interactionId, to: {kind: 'queue', queueId: 'delivery'}});
    await stage.part('park', 'offered', 'consulted');
    await yoon.do({type: 'consult.cancel', interactionId});
    await stage.gone('park', interactionId);
    await stage.hears(CALLER, 'held');
    expect(stage.desk('park').state.presence.state).toBe('available');
  });

  it('that nobody answers leaves the customer held with agent 1, and agent 2 in RONA', async () => {
    const interactionId = await stage.call('yoon');
    await stage.available('han');
    await stage.desk('yoon').do({type: 'consult.start', interactionId, to: agentAt('han')});
    await stage.hears(HAN, 'ringing');
    await stage.hears(HAN, 'idle');
    await stage.gone('han', interactionId);
    expect(stage.desk('han').state.presence.state).toBe('rona');
    await stage.hears(CALLER, 'held');
    expect(await stage.desk('yoon').refused({type: 'consult.start', interactionId, to: agentAt('han')})).toBe(
      'DW_TARGET_UNAVAILABLE',
    );
    await stage.desk('yoon').do({type: 'call.resume', interactionId});
    await stage.hears(CALLER, 'talking');
  });

  it('rings an outside phone, which answers, is held, and hangs up', async () => {
    const interactionId = await stage.call('yoon');
    const yoon = stage.desk('yoon');
    await yoon.do({
      type: 'consult.start',
      interactionId,
      to: {kind: 'number', number: 'tel:+82-32-555-0119;ext=7'},
    });
    await stage.hears(WAREHOUSE, 'ringing');
    await stage.phone(WAREHOUSE, 'answer');
    await Promise.all([stage.hears(WAREHOUSE, 'talking'), stage.hears(CALLER, 'held')]);
    await yoon.do({type: 'consult.hold', interactionId});
    await Promise.all([stage.hears(WAREHOUSE, 'held'), stage.hears(CALLER, 'talking')]);
    await stage.phone(WAREHOUSE, 'hang-up');
    await stage.sees('yoon', interactionId, {customer: 'talking', yoon: 'talking'});
  });

  it('fails where the outside phone declines, is busy, or is nobody', async () => {
    const interactionId = await stage.call('yoon');
    const yoon = stage.desk('yoon');
    const failed = async (number: string, act?: () => Promise<void>) => {
      const count = yoon.facts.length;
      await yoon.do({type: 'consult.start', interactionId, to: {kind: 'number', number}});
      await act?.();
      return yoon.until('the failure', () => {
        const fact = yoon.facts.slice(count).find((one) => one.type === 'consult.failed');
        return fact?.type === 'consult.failed' && fact.reason;
      });
    };
    const decline = async () => {
      await stage.hears(WAREHOUSE, 'ringing');
      await stage.phone(WAREHOUSE, 'decline');
    };
    expect(await failed(WAREHOUSE, decline)).toBe('declined');
    expect(await failed(WAREHOUSE)).toBe('missed');
    expect(await failed(CALLER)).toBe('failed');
    await stage.hears(CALLER, 'held');
  });

  it('an outside number that is a desk phone of the house is only a phone', async () => {
    const interactionId = await stage.call('yoon');
    await stage.desk('yoon').do({type: 'consult.start', interactionId, to: {kind: 'number', number: HAN}});
    await stage.hears(HAN, 'ringing');
    await stage.phone(HAN, 'lift');
    await stage.hears(HAN, 'talking');
    await stage.sees('yoon', interactionId, {
      customer: 'held',
      yoon: 'talking',
      number: 'talking',
    });
  });
});
