import {describe, expect, it} from 'vitest';
import {Hall} from './test-kit/hall.js';
import {agentOf} from './test-kit/house.js';

const DESK_PHONE = {kind: 'desk-phone', dn: '2001'} as const;
const AB = [agentOf('ann'), agentOf('bob')];
const onDeskPhones = () => new Hall({agents: [agentOf('ann', {station: DESK_PHONE})]}).available('ann');
const ann = (interactionId: string) => ({interactionId, agentId: 'ann'});

describe('an offer', () => {
  it('is reserved, then rings until its time is over', () => {
    const hall = new Hall().available('ann');
    const id = hall.arrive('voice');
    expect(hall.engagement(id, 'ann')).toMatchObject({
      phase: 'connecting',
      role: 'owner',
      agent: {id: 'ann', name: 'ANN', dn: 'ann', team: 'Team'},
    });
    expect(hall.tell({type: 'station.ringing', ...ann(id)})).toEqual(['engagement.offered']);
    expect(hall.engagement(id, 'ann')).toMatchObject({phase: 'offered', expiresAt: hall.now + 20_000});
    expect(hall.tell({type: 'station.ringing', ...ann(id)})).toEqual([]);
  });

  it('becomes a conversation when it is accepted, recorded where admin records', () => {
    const hall = new Hall({
      tenant: {recording: {enabled: true, privacyShield: true, pauseSeconds: 30}},
    }).available('ann');
    const id = hall.rings('voice', 'ann');
    expect(hall.do('ann', {type: 'interaction.accept', interactionId: id})).toEqual([
      'engagement.accepted',
      'leg.joined',
      'call.connected',
      'recording.started',
    ]);
    expect(hall.interaction(id)).toMatchObject({
      talk: {kind: 'together', since: hall.now},
      recording: {state: 'on', since: hall.now},
      legs: [{party: {kind: 'customer'}}, {party: {kind: 'agent', agent: {id: 'ann'}}, presence: 'joined'}],
    });
    expect(hall.engagement(id, 'ann')).toMatchObject({phase: 'active', acceptedAt: hall.now});
  });

  it('is not recorded without admin, nor on a chat', () => {
    const recording = {enabled: true, privacyShield: true, pauseSeconds: 30};
    const hall = new Hall({tenant: {recording}}).available('ann');
    expect(hall.interaction(hall.handled('chat', 'ann')).recording).toEqual({state: 'off'});
    const other = new Hall().available('ann');
    expect(other.interaction(other.handled('voice', 'ann')).recording).toEqual({state: 'off'});
  });

  it('cannot be accepted while it connects, nor twice, nor by another agent', () => {
    const hall = new Hall({agents: AB}).available('ann', 'bob');
    const id = hall.arrive('chat');
    const accept = {type: 'interaction.accept', interactionId: id} as const;
    expect(hall.refused('ann', accept)).toBe('DW_INTERACTION_CONNECTING');
    hall.tell({type: 'station.ringing', ...ann(id)});
    expect(hall.refused('bob', accept)).toBe('DW_INTERACTION_UNKNOWN');
    hall.do('ann', accept);
    expect(hall.refused('ann', accept)).toBe('DW_INTERACTION_NOT_OFFERED');
  });

  it('stays when the agent chooses Idle meanwhile', () => {
    const hall = new Hall({agents: AB}).available('ann', 'bob');
    const id = hall.rings('chat', 'ann');
    hall.do('ann', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    expect(hall.holders(id)).toEqual(['ann']);
    hall.do('ann', {type: 'interaction.accept', interactionId: id});
    expect(hall.agent('ann').presence).toMatchObject({state: 'idle', reasonId: 'lunch'});
  });

  it('is withdrawn without blame when the customer gives up', () => {
    const hall = new Hall().available('ann');
    const id = hall.rings('voice', 'ann');
    expect(hall.tell({type: 'customer.gone', interactionId: id})).toEqual([
      'interaction.ended',
      'engagement.left',
    ]);
    expect(hall.facts.at(-2)).toMatchObject({ending: {by: 'customer', reason: 'abandoned'}});
    expect(hall.facts.at(-1)).toMatchObject({agentId: 'ann', reason: 'withdrawn'});
    expect(hall.agent('ann').presence.state).toBe('available');
    expect(hall.centre.interactions.size).toBe(0);
  });
});

describe('an offer on a desk phone', () => {
  it('is answered on the phone, never from the desk', () => {
    const hall = onDeskPhones();
    const id = hall.rings('voice', 'ann');
    expect(hall.refused('ann', {type: 'interaction.accept', interactionId: id})).toBe(
      'DW_INTERACTION_ANSWER_ON_PHONE',
    );
    expect(hall.refused('ann', {type: 'interaction.decline', interactionId: id})).toBe(
      'DW_INTERACTION_ANSWER_ON_PHONE',
    );
    expect(hall.tell({type: 'station.answered', ...ann(id)})).toContain('engagement.accepted');
    expect(hall.interaction(id).talk.kind).toBe('together');
  });

  it('is answered even before the phone said that it rings', () => {
    const hall = onDeskPhones();
    const id = hall.arrive('voice');
    expect(hall.tell({type: 'station.answered', ...ann(id)})).toContain('engagement.accepted');
  });

  it('leaves chats to the desk', () => {
    const hall = onDeskPhones();
    const id = hall.rings('chat', 'ann');
    expect(hall.tell({type: 'station.answered', ...ann(id)})).toEqual([]);
    hall.do('ann', {type: 'interaction.accept', interactionId: id});
  });

  it('tells the station when the request is gone, so that it can hang up', () => {
    const hall = onDeskPhones();
    const id = hall.rings('voice', 'ann');
    hall.pass(20);
    expect(hall.tellRefused({type: 'station.answered', ...ann(id)})).toBe('DW_INTERACTION_NOT_OFFERED');
    expect(hall.tellRefused({type: 'station.answered', ...ann('other')})).toBe('DW_INTERACTION_UNKNOWN');
  });

  it('cannot be accepted in the name of a browser phone', () => {
    const hall = new Hall().available('ann');
    const id = hall.rings('voice', 'ann');
    expect(hall.tell({type: 'station.answered', ...ann(id)})).toEqual([]);
    expect(hall.engagement(id, 'ann')?.phase).toBe('offered');
  });
});

describe('an offer that nobody answers', () => {
  it('goes back to its queue and on to the next agent, and the first turns RONA', () => {
    const hall = new Hall({agents: AB}).available('ann', 'bob');
    const id = hall.rings('chat', 'ann');
    const before = hall.facts.length;
    hall.pass(29);
    expect(hall.since(before)).toEqual([]);
    hall.pass(1);
    expect(hall.since(before)).toEqual([
      'engagement.left',
      'agent.state-changed',
      'interaction.queued',
      'engagement.reserved',
    ]);
    expect(hall.engagement(id, 'ann')).toMatchObject({phase: 'done', left: 'missed'});
    expect(hall.holders(id)).toEqual(['bob']);
    expect(hall.agent('ann').presence).toEqual({
      state: 'rona',
      since: hall.now,
      interactionId: id,
      channel: 'chat',
      queue: {id: 'chats', name: 'Chats'},
      missedAfterSeconds: 30,
    });
  });

  it('leaves the agent without any request until they choose', () => {
    const hall = new Hall().available('ann');
    const id = hall.rings('voice', 'ann');
    hall.pass(20);
    hall.arrive('chat');
    expect([hall.holders(id), hall.holders('chat-1')]).toEqual([[], []]);
    hall.do('ann', {type: 'agent.set-state', to: {state: 'available'}});
    expect([hall.holders(id), hall.holders('chat-1')]).toEqual([['ann'], ['ann']]);
  });

  it('is missed as well when the phone never starts to ring, or cannot be reached', () => {
    const hall = new Hall({agents: AB}).available('ann', 'bob');
    const id = hall.arrive('voice');
    hall.pass(10);
    expect(hall.agent('ann').presence.state).toBe('rona');
    expect(hall.agent('ann').presence).not.toHaveProperty('missedAfterSeconds');
    expect(hall.holders(id)).toEqual(['bob']);
    hall.tell({type: 'station.failed', interactionId: id, agentId: 'bob'});
    expect(hall.agent('bob').presence.state).toBe('rona');
    expect(hall.line('calls')).toEqual([id]);
  });

  it('takes back what has not reached the agent yet, and leaves what rings', () => {
    const hall = new Hall().available('ann');
    hall.rings('chat', 'ann', 'c1');
    hall.rings('chat', 'ann', 'c2');
    hall.now += 29_000 - 1_000;
    hall.arrive('email');
    expect(hall.holders('email-1')).toEqual(['ann']);
    hall.now += 500;
    hall.run({kind: 'tick'});
    expect(hall.agent('ann').presence).toMatchObject({state: 'rona', interactionId: 'c1'});
    expect([hall.holders('c2'), hall.holders('email-1')]).toEqual([['ann'], []]);
    expect(hall.engagement('email-1', 'ann')?.left).toBe('withdrawn');
    hall.pass(1);
    expect(hall.holders('c2')).toEqual([]);
    expect(hall.agent('ann').presence).toMatchObject({state: 'rona', interactionId: 'c1'});
  });

  it('may still be accepted until the tick that ends it', () => {
    const hall = new Hall().available('ann');
    const id = hall.rings('chat', 'ann');
    hall.now += 31_000;
    hall.do('ann', {type: 'interaction.accept', interactionId: id});
    hall.run({kind: 'tick'});
    expect(hall.agent('ann').presence.state).toBe('available');
  });
});

describe('an offer that is declined', () => {
  it('goes to the next agent; the one who declined turns RONA', () => {
    const hall = new Hall({agents: AB}).available('ann', 'bob');
    const id = hall.rings('voice', 'ann');
    expect(hall.do('ann', {type: 'interaction.decline', interactionId: id})).toEqual([
      'engagement.left',
      'agent.state-changed',
      'interaction.queued',
      'engagement.reserved',
    ]);
    expect(hall.engagement(id, 'ann')?.left).toBe('declined');
    expect(hall.agent('ann').presence).not.toHaveProperty('missedAfterSeconds');
    expect(hall.holders(id)).toEqual(['bob']);
  });

  it('can be declined on a desk phone', () => {
    const hall = onDeskPhones();
    const id = hall.rings('voice', 'ann');
    hall.tell({type: 'station.declined', ...ann(id)});
    expect(hall.engagement(id, 'ann')?.left).toBe('declined');
  });

  it('cannot be declined when it is a chat or a mail', () => {
    const hall = new Hall().available('ann');
    const id = hall.rings('chat', 'ann');
    expect(hall.refused('ann', {type: 'interaction.decline', interactionId: id})).toBe('DW_CHANNEL_WRONG');
  });
});
