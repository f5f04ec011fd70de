import {describe, expect, it} from 'vitest';
import type {Channel, WrapUpPolicy} from '@deskwire/domain';
import {Hall} from './test-kit/hall.js';
import {tenantOf} from './test-kit/house.js';

const wrappingUp = (channel: Channel, policy?: WrapUpPolicy) => {
  const {wrapUp} = tenantOf();
  const hall = new Hall(policy ? {tenant: {wrapUp: {...wrapUp, [channel]: policy}}} : {}).available('ann');
  const interactionId = hall.handled(channel, 'ann');
  hall.do('ann', {type: 'interaction.end', interactionId});
  return {hall, interactionId, submit: {type: 'wrap-up.submit' as const, interactionId}};
};

describe('wrap-up', () => {
  it('ends with a reason and a note, and the interaction leaves the centre', () => {
    const {hall, submit} = wrappingUp('email');
    hall.do('ann', {...submit, reasonIds: ['callback'], note: 'At six'});
    expect(hall.facts.at(-1)).toMatchObject({
      type: 'wrap-up.submitted',
      agentId: 'ann',
      reasonIds: ['callback'],
      auto: false,
      note: 'At six',
    });
    expect(hall.centre.interactions.size).toBe(0);
    expect(hall.agent('ann').work).toEqual([]);
    expect(hall.refused('ann', {...submit, reasonIds: ['callback']})).toBe('DW_INTERACTION_UNKNOWN');
  });

  it('takes several reasons where the channel allows it', () => {
    const chat = wrappingUp('chat');
    chat.hall.do('ann', {...chat.submit, reasonIds: ['callback', 'resolved']});
    expect(chat.hall.facts.at(-1)).toMatchObject({reasonIds: ['callback', 'resolved']});
    const mail = wrappingUp('email');
    expect(mail.hall.refused('ann', {...mail.submit, reasonIds: ['callback', 'resolved']})).toBe(
      'DW_WRAPUP_ONE_REASON',
    );
  });

  it('refuses no reason, an unknown one, and one of another channel', () => {
    const {hall, submit} = wrappingUp('voice', {multiple: false, extendable: false, reasonIds: ['resolved']});
    expect(hall.refused('ann', {...submit, reasonIds: []})).toBe('DW_WRAPUP_REASON_REQUIRED');
    expect(hall.refused('ann', {...submit, reasonIds: ['nonsense']})).toBe('DW_WRAPUP_REASON_UNKNOWN');
    expect(hall.refused('ann', {...submit, reasonIds: ['callback']})).toBe('DW_WRAPUP_REASON_UNKNOWN');
    hall.do('ann', {...submit, reasonIds: ['resolved']});
  });

  it('does not begin for an agent who still talks', () => {
    const hall = new Hall().available('ann');
    const interactionId = hall.handled('voice', 'ann');
    expect(hall.refused('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']})).toBe(
      'DW_WRAPUP_NONE',
    );
  });
});

describe('auto wrap-up', () => {
  it('submits the default reason when the countdown is over', () => {
    const {hall, interactionId} = wrappingUp('voice');
    expect(hall.engagement(interactionId, 'ann')?.wrapUp).toEqual({
      since: hall.now,
      deadline: hall.now + 60_000,
      defaultReasonId: 'resolved',
    });
    hall.pass(59);
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
    hall.pass(1);
    expect(hall.facts.at(-1)).toMatchObject({
      type: 'wrap-up.submitted',
      reasonIds: ['resolved'],
      auto: true,
    });
    expect(hall.agent('ann').availableSince).toBe(hall.now);
  });

  it('waits for the agent once they cancelled the countdown', () => {
    const {hall, interactionId, submit} = wrappingUp('voice');
    hall.do('ann', {type: 'wrap-up.extend', interactionId});
    hall.pass(600);
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
    expect(hall.refused('ann', {type: 'wrap-up.extend', interactionId})).toBe('DW_WRAPUP_NO_COUNTDOWN');
    hall.do('ann', {...submit, reasonIds: ['callback']});
  });

  it('cannot be cancelled where admin does not allow it', () => {
    const {hall, interactionId} = wrappingUp('voice', {
      multiple: false,
      extendable: false,
      autoSeconds: 60,
      defaultReasonId: 'resolved',
    });
    expect(hall.refused('ann', {type: 'wrap-up.extend', interactionId})).toBe('DW_WRAPUP_NOT_EXTENDABLE');
  });

  it('does not hurry anybody towards a reason that admin did not name', () => {
    const {hall, interactionId} = wrappingUp('voice', {multiple: false, extendable: true, autoSeconds: 60});
    hall.pass(600);
    expect(hall.engagement(interactionId, 'ann')?.wrapUp).toEqual({since: hall.now - 600_000});
  });
});

describe('a channel without wrap-up reasons', () => {
  it('has no wrap-up, since nothing could end it', () => {
    const hall = new Hall({tenant: {wrapUpReasons: []}}).available('ann');
    const interactionId = hall.handled('chat', 'ann');
    expect(hall.do('ann', {type: 'interaction.end', interactionId})).toEqual([
      'interaction.ended',
      'engagement.left',
    ]);
    expect(hall.centre.interactions.size).toBe(0);
  });
});
