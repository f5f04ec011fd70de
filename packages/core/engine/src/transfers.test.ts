import {describe, expect, it} from 'vitest';
import type {Target} from '@deskwire/domain';
import {Hall} from './test-kit/hall.js';
import {agentOf, type HallOptions} from './test-kit/house.js';

const AB = [agentOf('ann'), agentOf('bob')];
const NUMBER = {kind: 'number', number: '+82325550119'} as const;
const hallOf = (options: HallOptions = {}) => new Hall({agents: AB, ...options}).available('ann', 'bob');
const to = (agentId: string): Target => ({kind: 'agent', agentId});
const submit = (interactionId: string) =>
  ({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']}) as const;

/** Ann's call, sent on. */
const sent = (hall: Hall, target: Target, channel: 'voice' | 'chat' | 'email' = 'voice') => {
  const interactionId = hall.handled(channel, 'ann');
  const told = hall.do('ann', {type: 'interaction.transfer', interactionId, to: target});
  return {interactionId, told};
};

describe('R112 a blind transfer', () => {
  it('gives agent 1 the wrap-up at once, and the call to whoever accepts it', () => {
    const recording = {enabled: true, privacyShield: false, pauseSeconds: 30};
    const hall = hallOf({tenant: {recording}});
    const {interactionId, told} = sent(hall, to('bob'));
    expect(told).toEqual([
      'interaction.transferred',
      'recording.stopped',
      'leg.left',
      'wrap-up.started',
      'engagement.reserved',
    ]);
    expect(hall.interaction(interactionId).transfer).toMatchObject({by: 'ann', to: to('bob')});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.do('ann', submit(interactionId));
    expect(hall.picksUp(interactionId, 'bob')).toEqual([
      'engagement.accepted',
      'leg.joined',
      'call.connected',
      'recording.started',
    ]);
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', bob: 'talking'});
    expect(hall.interaction(interactionId).transfer).toBeUndefined();
    hall.do('bob', {type: 'interaction.end', interactionId});
    expect(hall.engagement(interactionId, 'bob')?.phase).toBe('wrap-up');
  });

  it('from hold too', () => {
    const hall = hallOf();
    const interactionId = hall.handled('voice', 'ann');
    hall.do('ann', {type: 'call.hold', interactionId});
    hall.do('ann', {type: 'interaction.transfer', interactionId, to: to('bob')});
    expect(hall.interaction(interactionId).talk.kind).toBe('none');
  });

  it('frees an agent without wrap-up where there is no reason to choose', () => {
    const hall = hallOf({tenant: {wrapUpReasons: []}});
    const {interactionId} = sent(hall, to('bob'));
    expect(hall.engagement(interactionId, 'ann')).toMatchObject({phase: 'done', left: 'transferred'});
  });
});

describe('R113 an agent who was asked for by name and does not accept', () => {
  const ways: readonly [string, string, (hall: Hall, id: string) => unknown][] = [
    ['rings out', 'rona', (hall) => hall.pass(20)],
    [
      'declines',
      'rona',
      (hall, interactionId) => hall.do('bob', {type: 'interaction.decline', interactionId}),
    ],
    [
      'cannot be reached',
      'rona',
      (hall, interactionId) => hall.tell({type: 'station.failed', interactionId, agentId: 'bob'}),
    ],
    [
      'is cut off',
      'idle',
      (hall) => {
        hall.tell({type: 'agent.disconnected', agentId: 'bob'});
        hall.pass(30);
      },
    ],
  ];
  it.each(ways)('%s: the call is dropped, the agent is %s, agent 1 keeps the wrap-up', (_, state, happen) => {
    const hall = hallOf();
    const {interactionId} = sent(hall, to('bob'));
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    happen(hall, interactionId);
    expect(hall.interaction(interactionId).ending).toMatchObject({by: 'system', reason: 'unanswered'});
    expect(hall.heard(interactionId)).toEqual({});
    expect(hall.agent('bob').presence.state).toBe(state);
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
    expect(hall.line('calls')).toEqual([]);
  });

  it('a chat is dropped too', () => {
    const hall = hallOf();
    const {interactionId} = sent(hall, to('bob'), 'chat');
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.pass(30);
    expect(hall.interaction(interactionId).ending).toMatchObject({by: 'system', reason: 'unanswered'});
  });
});

describe('R114 a transfer to a queue', () => {
  it('puts the call there at the place of its age, and whoever is free gets it', () => {
    const hall = hallOf();
    const {interactionId} = sent(hall, {kind: 'queue', queueId: 'experts'});
    expect(hall.interaction(interactionId).queue).toEqual({id: 'experts', name: 'Experts'});
    expect(hall.holders(interactionId)).toEqual(['bob']);
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.pass(20);
    expect(hall.line('experts')).toEqual([interactionId]);
  });

  it('agent 1 too, after the wrap-up, and not before, whatever they have room for', () => {
    const room = {voice: 2, chat: 2, social: 1, email: 1};
    const hall = new Hall({agents: [agentOf('ann', {capacity: room})]}).available('ann');
    const {interactionId} = sent(hall, {kind: 'queue', queueId: 'experts'});
    expect(hall.line('experts')).toEqual([interactionId]);
    hall.do('ann', submit(interactionId));
    expect(hall.engagement(interactionId, 'ann')).toMatchObject({role: 'owner', phase: 'connecting'});
  });

  it('a mail goes to the queues of mails', () => {
    const hall = hallOf();
    const interactionId = hall.handled('email', 'ann');
    const transfer = {type: 'interaction.transfer', interactionId} as const;
    expect(hall.refused('ann', {...transfer, to: {kind: 'queue', queueId: 'calls'}})).toBe(
      'DW_TARGET_UNKNOWN',
    );
    expect(hall.refused('ann', {...transfer, to: to('bob')})).toBe('DW_TARGET_KIND');
    hall.do('ann', {...transfer, to: {kind: 'queue', queueId: 'mails'}});
    expect(hall.holders(interactionId)).toEqual(['bob']);
  });
});

describe('R115 a transfer to an entry point', () => {
  const entryPoint: Target = {kind: 'entry-point', entryPointId: 'to-calls'};

  it('never comes back to the agent who sent it, however often it is missed', () => {
    const hall = hallOf();
    const {interactionId} = sent(hall, entryPoint);
    hall.do('ann', submit(interactionId));
    expect(hall.holders(interactionId)).toEqual(['bob']);
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.pass(20);
    expect([hall.agent('ann').presence.state, hall.line('calls')]).toEqual(['available', [interactionId]]);
    hall.tell({type: 'agent.disconnected', agentId: 'bob'});
    hall.tell({type: 'agent.connected', agentId: 'bob'});
    expect(hall.line('calls')).toEqual([interactionId]);
    hall.do('bob', {type: 'agent.set-state', to: {state: 'available'}});
    expect(hall.holders(interactionId)).toEqual(['bob']);
  });

  it('keeps nobody else waiting, and once somebody took it agent 1 may get it again', () => {
    const hall = hallOf();
    const {interactionId} = sent(hall, entryPoint);
    hall.do('ann', submit(interactionId));
    const other = hall.arrive('voice', 'other');
    expect(hall.holders(other)).toEqual(['ann']);
    hall.tell({type: 'customer.gone', interactionId: other});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.picksUp(interactionId, 'bob');
    hall.do('bob', {type: 'interaction.transfer', interactionId, to: {kind: 'queue', queueId: 'calls'}});
    expect(hall.holders(interactionId)).toEqual(['ann']);
  });
});

describe('R116 a transfer to an outside number', () => {
  it('rings there, and both go on without an agent', () => {
    const hall = hallOf();
    const {interactionId, told} = sent(hall, NUMBER);
    expect(told).toEqual(['interaction.transferred', 'leg.left', 'wrap-up.started', 'leg.ringing']);
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', [NUMBER.number]: 'ringing'});
    const legId = hall.lineOf(interactionId);
    expect(hall.tell({type: 'number.answered', interactionId, legId})).toEqual([
      'leg.joined',
      'call.connected',
    ]);
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', [NUMBER.number]: 'talking'});
    hall.pass(600);
    expect(hall.interaction(interactionId).talk.kind).toBe('together');
    expect(hall.tell({type: 'number.gone', interactionId, legId})).toEqual(['interaction.ended']);
  });

  it.each([
    ['missed', 'unanswered'],
    ['declined', 'rejected'],
    ['failed', 'failed'],
  ] as const)('that is %s drops the call: %s', (reason, expected) => {
    const hall = hallOf();
    const {interactionId} = sent(hall, NUMBER);
    if (reason === 'missed') hall.pass(30);
    else hall.tell({type: 'number.failed', interactionId, legId: hall.lineOf(interactionId), reason});
    expect(hall.interaction(interactionId).ending).toMatchObject({by: 'system', reason: expected});
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
  });

  it('the customer may leave while it rings', () => {
    const hall = hallOf();
    const {interactionId} = sent(hall, NUMBER);
    hall.tell({type: 'customer.gone', interactionId});
    expect(hall.interaction(interactionId).ending).toMatchObject({by: 'customer', reason: 'abandoned'});
    expect(hall.heard(interactionId)).toEqual({});
  });

  it('a signal about a line that nobody knows is refused', () => {
    const hall = hallOf();
    const interactionId = hall.handled('voice', 'ann');
    const own = hall.interaction(interactionId).legs[0]?.id ?? '';
    for (const legId of ['none', own]) {
      expect(hall.tellRefused({type: 'number.gone', interactionId, legId})).toBe('DW_INTERACTION_UNKNOWN');
    }
  });
});
