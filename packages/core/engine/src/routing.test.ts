import {describe, expect, it} from 'vitest';
import {Hall} from './test-kit/hall.js';
import {agentOf} from './test-kit/house.js';

const AB = [agentOf('ann'), agentOf('bob')];
const wrapUp = (interactionId: string) =>
  ({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']}) as const;

describe('who is offered a contact', () => {
  it('is the agent who waited longest', () => {
    const hall = new Hall({agents: AB}).available('bob', 'ann');
    expect(hall.holders(hall.arrive('chat'))).toEqual(['bob']);
  });

  it('is the one whose id sorts first, when both waited equally long', () => {
    const hall = new Hall({agents: AB}).available('bob', 'ann');
    const idle = {type: 'agent.set-state', to: {state: 'idle', reasonId: 'break'}} as const;
    const available = {type: 'agent.set-state', to: {state: 'available'}} as const;
    for (const command of [idle, available]) for (const id of ['bob', 'ann']) hall.do(id, command);
    expect(hall.holders(hall.arrive('chat'))).toEqual(['ann']);
  });

  it('is one with nothing ringing, before one who waited longer', () => {
    const hall = new Hall({agents: AB}).available('ann', 'bob');
    hall.arrive('chat', 'c1');
    expect(hall.holders(hall.arrive('chat', 'c2'))).toEqual(['bob']);
    expect(hall.holders(hall.arrive('chat', 'c3'))).toEqual(['ann']);
  });

  it('is not the one who has just accepted', () => {
    const hall = new Hall({agents: AB}).available('ann', 'bob');
    hall.handled('chat', 'ann', 'c1');
    hall.handled('chat', 'bob', 'c2');
    expect(hall.holders(hall.arrive('chat', 'c3'))).toEqual(['ann']);
  });

  it('is not the one who has just accepted and chooses Available again', () => {
    const hall = new Hall({agents: AB}).available('ann', 'bob');
    hall.handled('chat', 'ann', 'c1');
    hall.do('ann', {type: 'agent.set-state', to: {state: 'available'}});
    expect(hall.holders(hall.arrive('chat', 'c2'))).toEqual(['bob']);
  });

  it('is not the one who has just wrapped up', () => {
    const hall = new Hall({agents: AB}).available('ann', 'bob');
    const id = hall.handled('chat', 'ann', 'c1');
    hall.do('ann', {type: 'interaction.end', interactionId: id});
    hall.now += 5_000;
    hall.do('ann', wrapUp(id));
    expect(hall.agent('ann').availableSince).toBe(hall.now);
    expect(hall.holders(hall.arrive('chat', 'c2'))).toEqual(['bob']);
  });

  it('keeps their place when a request was withdrawn, or Available chosen again', () => {
    const hall = new Hall({agents: AB}).available('ann', 'bob');
    const since = hall.agent('ann').availableSince;
    hall.tell({type: 'customer.gone', interactionId: hall.rings('chat', 'ann', 'c1')});
    hall.do('ann', {type: 'agent.set-state', to: {state: 'available'}});
    expect(hall.agent('ann').availableSince).toBe(since);
    expect(hall.holders(hall.arrive('chat', 'c2'))).toEqual(['ann']);
  });
});

describe('who is never offered one', () => {
  const nobody = (hall: Hall, channel: 'voice' | 'chat' = 'chat') => {
    expect(hall.holders(hall.arrive(channel, 'new'))).toEqual([]);
    expect(hall.line(channel === 'chat' ? 'chats' : 'calls')).toEqual(['new']);
  };

  it('an agent who is signed out, idle, or has no desk connected', () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob'), agentOf('cho')]});
    hall.tell({type: 'agent.signed-in', agentId: 'bob'});
    hall.tell({type: 'agent.connected', agentId: 'bob'});
    hall.tell({type: 'agent.signed-in', agentId: 'cho'});
    hall.do('cho', {type: 'agent.set-state', to: {state: 'available'}});
    nobody(hall);
  });

  it('an agent of another queue', () => {
    const hall = new Hall({agents: [agentOf('ann', {queueIds: ['calls', 'mails']})]}).available('ann');
    nobody(hall);
  });

  it('an agent at capacity, wrap-up included', () => {
    const hall = new Hall().available('ann');
    const id = hall.handled('voice', 'ann');
    expect(hall.holders(hall.arrive('voice', 'v2'))).toEqual([]);
    hall.do('ann', {type: 'interaction.end', interactionId: id});
    expect(hall.line('calls')).toEqual(['v2']);
    hall.do('ann', wrapUp(id));
    expect(hall.holders('v2')).toEqual(['ann']);
  });

  it('an agent who has as many ringing as they may have', () => {
    const capacity = {voice: 1, chat: 2, social: 0, email: 0};
    const hall = new Hall({agents: [agentOf('ann', {capacity})]}).available('ann');
    hall.arrive('chat', 'c1');
    hall.arrive('chat', 'c2');
    nobody(hall);
  });

  it('an exclusive agent on another kind of work', () => {
    const hall = new Hall({agents: [agentOf('ann', {blending: 'exclusive'})]}).available('ann');
    hall.arrive('voice', 'v1');
    nobody(hall);
    hall.tell({type: 'customer.gone', interactionId: 'v1'});
    expect(hall.holders('new')).toEqual(['ann']);
    expect(hall.holders(hall.arrive('chat', 'c2'))).toEqual(['ann']);
    expect(hall.holders(hall.arrive('voice', 'v2'))).toEqual([]);
  });

  it('an agent whose desk phone is off the hook, for calls only', () => {
    const station = {kind: 'desk-phone', dn: '2001'} as const;
    const hall = new Hall({agents: [agentOf('ann', {station})]}).available('ann');
    hall.tell({type: 'handset.changed', agentId: 'ann', handset: {offHook: true}});
    nobody(hall, 'voice');
    expect(hall.holders(hall.arrive('chat'))).toEqual(['ann']);
    hall.tell({type: 'handset.changed', agentId: 'ann', handset: {offHook: false}});
    expect(hall.holders('new')).toEqual(['ann']);
  });

  it('rings a browser phone whatever a handset says', () => {
    const hall = new Hall().available('ann');
    hall.tell({type: 'handset.changed', agentId: 'ann', handset: {offHook: true}});
    expect(hall.holders(hall.arrive('voice'))).toEqual(['ann']);
  });
});

describe('which contact comes first', () => {
  it('is the oldest, whatever its queue', () => {
    const capacity = {voice: 1, chat: 1, social: 0, email: 1};
    const hall = new Hall({agents: [agentOf('ann', {capacity, blending: 'exclusive'})]});
    hall.arrive('email', 'm1');
    hall.arrive('voice', 'v1');
    hall.arrive('voice', 'v2');
    hall.arrive('chat', 'c1');
    hall.available('ann');
    expect(hall.agent('ann').work.map(({interactionId}) => interactionId)).toEqual(['m1', 'c1']);
    expect(hall.line('calls')).toEqual(['v1', 'v2']);
  });

  it('is the one that came back, at the place that its age gives it', () => {
    const hall = new Hall({agents: AB}).available('ann');
    const first = hall.rings('voice', 'ann', 'v1');
    hall.arrive('voice', 'v2');
    hall.pass(20);
    expect(hall.line('calls')).toEqual([first, 'v2']);
    hall.available('bob');
    expect(hall.holders(first)).toEqual(['bob']);
  });

  it('does not wait behind one that nobody can take', () => {
    const capacity = {voice: 0, chat: 1, social: 0, email: 0};
    const hall = new Hall({agents: [agentOf('ann', {capacity})]});
    hall.arrive('voice', 'v1');
    hall.arrive('chat', 'c1');
    hall.available('ann');
    expect(hall.holders('c1')).toEqual(['ann']);
    expect(hall.line('calls')).toEqual(['v1']);
  });

  it('does not wait behind one that must avoid the agent, and that one waits on', () => {
    const hall = new Hall({agents: AB});
    hall.arrive('chat', 'c1');
    hall.arrive('chat', 'c2');
    const line = hall.centre.waiting.get('chats') ?? [];
    const avoiding = line.map((one) => (one.interactionId === 'c1' ? {...one, avoid: 'ann'} : one));
    hall.centre = {...hall.centre, waiting: new Map([['chats', avoiding]])};
    hall.available('ann');
    expect([hall.holders('c1'), hall.holders('c2')]).toEqual([[], ['ann']]);
    hall.available('bob');
    expect(hall.holders('c1')).toEqual(['bob']);
  });

  it('is offered by the step that made it possible, without the id of a command that did not ask for it', () => {
    const hall = new Hall().available('ann');
    const id = hall.handled('voice', 'ann');
    hall.arrive('voice', 'v2');
    hall.do('ann', {type: 'interaction.end', interactionId: id});
    const {facts} = hall.give('ann', wrapUp(id));
    expect(facts.map(({type, cause}) => [type, cause !== undefined])).toEqual([
      ['wrap-up.submitted', true],
      ['engagement.reserved', false],
    ]);
  });
});
