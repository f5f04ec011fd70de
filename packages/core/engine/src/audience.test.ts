import {describe, expect, it} from 'vitest';
import type {Who} from '@deskwire/domain';
import {audienceOf} from './audience.js';
import {Hall} from './test-kit/hall.js';
import {agentOf} from './test-kit/house.js';

const heard = (hall: Hall, act: () => void): readonly (readonly [string, readonly Who[]])[] => {
  const found: (readonly [string, readonly Who[]])[] = [];
  hall.watch = (before, {centre, facts}) =>
    found.push(...facts.map((fact) => [fact.type, audienceOf(before, centre, fact)] as const));
  act();
  return found;
};

const ann: Who = {kind: 'agent', agentId: 'ann'};
const customer: Who = {kind: 'customer', interactionId: 'c'};

describe('who a fact can concern', () => {
  it('is everybody who has a part in the interaction, also one that the same step took away', () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')]}).available('ann', 'bob');
    hall.rings('chat', 'ann', 'c');
    expect(heard(hall, () => hall.tell({type: 'customer.gone', interactionId: 'c'}))).toEqual([
      ['interaction.ended', [customer, ann]],
      ['engagement.left', [customer, ann]],
    ]);
  });

  it('is the agent, where it is about nobody else', () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')]});
    expect(heard(hall, () => hall.tell({type: 'agent.signed-in', agentId: 'ann'}))).toEqual([
      ['agent.state-changed', [ann]],
    ]);
  });
});
