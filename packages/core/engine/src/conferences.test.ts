import {describe, expect, it} from 'vitest';
import type {Target} from '@deskwire/domain';
import {Hall} from './test-kit/hall.js';
import {agentOf, type HallOptions} from './test-kit/house.js';

const phone = {kind: 'desk-phone', dn: '2002'} as const;
const AB = [agentOf('ann'), agentOf('bob', {station: phone})];
const NUMBER = {kind: 'number', number: '+82325550119'} as const;

const hallOf = (options: HallOptions = {}) => new Hall({agents: AB, ...options}).available('ann', 'bob');
const agent = (agentId: string): Target => ({kind: 'agent', agentId});

describe('R109 a conference', () => {
  it('takes everybody off hold', () => {
    const hall = hallOf();
    const interactionId = hall.conferring('ann', 'bob');
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', ann: 'talking', bob: 'talking'});
    expect(hall.engagement(interactionId, 'bob')?.role).toBe('conferenced');
    expect(hall.refused('ann', {type: 'call.hold', interactionId})).toBe('DW_CALL_IN_CONFERENCE');
  });

  it('R110 is ended for all by agent 1, by button or by phone', () => {
    const agents = [agentOf('ann', {station: phone}), agentOf('bob')];
    for (const byPhone of [false, true]) {
      const hall = hallOf({agents});
      const id = hall.conferring('ann', 'bob');
      if (byPhone) hall.tell({type: 'station.hung-up', interactionId: id, agentId: 'ann'});
      else hall.do('ann', {type: 'conference.end', interactionId: id});
      expect(hall.interaction(id).ending).toMatchObject({by: 'agent', reason: 'ended'});
      expect([hall.engagement(id, 'ann')?.phase, hall.engagement(id, 'bob')?.phase]).toEqual([
        'wrap-up',
        'done',
      ]);
    }
  });

  it('R110 is left by agent 2, by button or by phone', () => {
    for (const byPhone of [false, true]) {
      const hall = hallOf();
      const interactionId = hall.conferring('ann', 'bob');
      if (byPhone) hall.tell({type: 'station.hung-up', interactionId, agentId: 'bob'});
      else hall.do('bob', {type: 'conference.end', interactionId});
      expect(hall.heard(interactionId)).toEqual({customer: 'talking', ann: 'talking'});
      expect(hall.interaction(interactionId).talk.kind).toBe('together');
      expect(hall.engagement(interactionId, 'bob')).toMatchObject({phase: 'done', left: 'left'});
    }
  });

  it('R110 is over with the customer', () => {
    const hall = hallOf();
    const interactionId = hall.conferring('ann', 'bob');
    hall.tell({type: 'customer.gone', interactionId});
    expect([
      hall.engagement(interactionId, 'ann')?.phase,
      hall.engagement(interactionId, 'bob')?.phase,
    ]).toEqual(['wrap-up', 'done']);
  });

  it('R110 can be handed to agent 2', () => {
    const hall = hallOf();
    const interactionId = hall.conferring('ann', 'bob');
    hall.do('ann', {type: 'conference.transfer', interactionId});
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', bob: 'talking'});
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
    hall.tell({type: 'customer.gone', interactionId});
    expect(hall.engagement(interactionId, 'bob')?.phase).toBe('wrap-up');
  });

  it.each([false, true])('with an outside number is left by it, or handed to it: %s', (handed) => {
    const hall = hallOf();
    const interactionId = hall.handled('voice', 'ann');
    hall.do('ann', {type: 'consult.start', interactionId, to: NUMBER});
    const legId = hall.lineOf(interactionId);
    hall.tell({type: 'number.answered', interactionId, legId});
    hall.do('ann', {type: 'conference.start', interactionId});
    expect(hall.heard(interactionId)).toMatchObject({customer: 'talking', [NUMBER.number]: 'talking'});
    if (handed) hall.do('ann', {type: 'conference.transfer', interactionId});
    else hall.tell({type: 'number.gone', interactionId, legId});
    const other = handed ? NUMBER.number : 'ann';
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', [other]: 'talking'});
  });
});

describe("R111 a chat's conference", () => {
  const to = agent('bob');

  it('is asked for, joined and left; agent 2 never wraps up', () => {
    const hall = hallOf();
    const interactionId = hall.handled('chat', 'ann');
    expect(hall.do('ann', {type: 'conference.start', interactionId, to})).toEqual([
      'conference.requested',
      'engagement.reserved',
    ]);
    expect(hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'})).toEqual([
      'engagement.offered',
    ]);
    expect(hall.do('bob', {type: 'interaction.accept', interactionId})).toEqual([
      'engagement.accepted',
      'leg.joined',
      'conference.started',
    ]);
    expect(hall.engagement(interactionId, 'bob')?.role).toBe('conferenced');
    hall.do('bob', {type: 'message.send', interactionId, text: 'Hello'});
    hall.do('bob', {type: 'conference.end', interactionId});
    expect(hall.interaction(interactionId).talk.kind).toBe('together');
    expect(hall.engagement(interactionId, 'bob')?.phase).toBe('done');
  });

  it('comes to nothing without the customer noticing', () => {
    const hall = hallOf();
    const interactionId = hall.handled('chat', 'ann');
    hall.do('ann', {type: 'conference.start', interactionId, to});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.pass(30);
    expect(hall.interaction(interactionId).talk.kind).toBe('together');
    expect(hall.agent('bob').presence.state).toBe('rona');
    hall.do('bob', {type: 'agent.set-state', to: {state: 'available'}});
    hall.do('ann', {type: 'conference.start', interactionId, to});
    expect(hall.do('ann', {type: 'consult.cancel', interactionId})).toEqual([
      'engagement.left',
      'conference.failed',
    ]);
  });

  it('needs an agent to ask, and ends for all with agent 1', () => {
    const hall = hallOf();
    const interactionId = hall.handled('chat', 'ann');
    expect(hall.refused('ann', {type: 'conference.start', interactionId})).toBe('DW_TARGET_UNKNOWN');
    hall.do('ann', {type: 'conference.start', interactionId, to});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.do('bob', {type: 'interaction.accept', interactionId});
    hall.do('ann', {type: 'conference.end', interactionId});
    expect([
      hall.engagement(interactionId, 'ann')?.phase,
      hall.engagement(interactionId, 'bob')?.phase,
    ]).toEqual(['wrap-up', 'done']);
  });
});
