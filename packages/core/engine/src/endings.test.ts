import {describe, expect, it} from 'vitest';
import type {Fact, Happening} from '@deskwire/domain';
import {replay} from './apply.js';
import {Hall} from './test-kit/hall.js';
import {agentOf} from './test-kit/house.js';

const AGENTS = [agentOf('ann'), agentOf('bob'), agentOf('cho')];

/** Lets something have happened that the engine itself does not decide yet. */
const happened = (hall: Hall, ...happenings: readonly Happening[]): void => {
  const facts = happenings.map((one, index): Fact => ({
    ...one,
    seq: hall.centre.seq + index + 1,
    at: hall.now,
  }));
  hall.centre = replay(hall.centre, facts);
};

describe('the end of a contact with several agents', () => {
  it('leaves an earlier owner their wrap-up, gives the owner theirs, and the others none', () => {
    const hall = new Hall({agents: AGENTS}).available('ann', 'bob', 'cho');
    const interactionId = hall.handled('voice', 'ann');
    const agent = (id: string) => ({id, name: id.toUpperCase()});
    happened(
      hall,
      {type: 'engagement.reserved', interactionId, agent: agent('bob'), role: 'owner'},
      {type: 'wrap-up.started', interactionId, agentId: 'bob'},
      {type: 'engagement.reserved', interactionId, agent: agent('cho'), role: 'consulted'},
      {type: 'engagement.accepted', interactionId, agentId: 'cho'},
    );
    expect(hall.tell({type: 'customer.gone', interactionId})).toEqual([
      'interaction.ended',
      'wrap-up.started',
      'engagement.left',
    ]);
    expect(hall.interaction(interactionId).engagements).toMatchObject([
      {agent: {id: 'ann'}, phase: 'wrap-up'},
      {agent: {id: 'bob'}, phase: 'wrap-up'},
      {agent: {id: 'cho'}, phase: 'done', left: 'ended'},
    ]);
  });
});
