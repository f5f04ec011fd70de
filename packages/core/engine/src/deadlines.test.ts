import {describe, expect, it} from 'vitest';
import {replay} from './apply.js';
import {createCentre} from './centre.js';
import {addDeadline, hasDeadline, nextDeadline, removeDeadline, type Deadline} from './deadlines.js';
import {Hall} from './test-kit/hall.js';
import {agentOf} from './test-kit/house.js';

const ring = (at: number, interactionId = 'i'): Deadline => ({
  kind: 'ring',
  at,
  interactionId,
  agentId: 'ann',
});

describe('a list of deadlines', () => {
  it('is in order, whatever the order they came in', () => {
    const all = [ring(3), ring(1, 'b'), ring(1, 'a'), ring(2)];
    const sorted: Deadline[] = [];
    for (const one of all) addDeadline(sorted, one);
    expect(sorted).toEqual([ring(1, 'a'), ring(1, 'b'), ring(2), ring(3)]);
  });

  it('loses the very one that is taken out', () => {
    const sorted = [ring(1, 'a'), ring(1, 'b'), ring(2)];
    removeDeadline(sorted, ring(1, 'b'));
    removeDeadline(sorted, ring(1, 'c'));
    removeDeadline(sorted, ring(9));
    expect(sorted).toEqual([ring(1, 'a'), ring(2)]);
    expect([hasDeadline(sorted, ring(2)), hasDeadline(sorted, ring(1, 'b'))]).toEqual([true, false]);
  });
});

describe('what is due', () => {
  it('is nothing in a centre where nothing waits for time', () => {
    const hall = new Hall();
    hall.arrive('voice');
    expect(nextDeadline(hall.centre)).toBeUndefined();
  });

  it('is the soonest of all', () => {
    const hall = new Hall().available('ann');
    hall.rings('email', 'ann');
    expect(nextDeadline(hall.centre)).toBe(hall.now + 120_000);
    hall.arrive('voice');
    expect(nextDeadline(hall.centre)).toBe(hall.now + 10_000);
  });

  it('all happens in one late tick, in the order in which it was due', () => {
    const agents = [agentOf('ann'), agentOf('bob')];
    const hall = new Hall({agents}).available('ann', 'bob');
    const wrapping = hall.handled('voice', 'ann', 'v1');
    hall.do('ann', {type: 'interaction.end', interactionId: wrapping});
    hall.rings('voice', 'bob', 'v2');
    const count = hall.facts.length;
    hall.now += 600_000;
    hall.run({kind: 'tick'});
    expect(hall.since(count)).toEqual([
      'engagement.left',
      'agent.state-changed',
      'interaction.queued',
      'wrap-up.submitted',
      'engagement.reserved',
    ]);
  });

  it('is settled once, when what was due before has settled it', () => {
    const hall = new Hall().available('ann');
    hall.rings('chat', 'ann');
    hall.now += 25_000;
    hall.arrive('email');
    hall.now += 600_000;
    const count = hall.facts.length;
    hall.run({kind: 'tick'});
    expect(hall.facts.slice(count)).toMatchObject([
      {type: 'engagement.left', interactionId: 'chat-1', reason: 'missed'},
      {type: 'agent.state-changed'},
      {type: 'engagement.left', interactionId: 'email-1', reason: 'withdrawn'},
      {type: 'interaction.queued', interactionId: 'email-1'},
      {type: 'interaction.queued', interactionId: 'chat-1'},
    ]);
  });

  it('is the same after a restart', () => {
    const hall = new Hall().available('ann');
    const interactionId = hall.handled('voice', 'ann');
    hall.do('ann', {type: 'interaction.end', interactionId});
    const restarted = replay(createCentre(hall.config), hall.facts);
    expect(restarted.deadlines).toEqual(hall.centre.deadlines);
    expect(nextDeadline(restarted)).toBe(hall.now + 60_000);
  });
});
