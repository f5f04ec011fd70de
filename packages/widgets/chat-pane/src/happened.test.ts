import {describe, expect, it} from 'vitest';
import type {Engagement, Interaction} from '@deskwire/domain';
import {anActive, anEngagement, NOON, OTHER_AGENT} from '@deskwire/testing/fixtures.js';

import {declinedIn, happenedIn, keyOf} from './happened.js';

const other = (set: Partial<Engagement>): Engagement =>
  anEngagement({agent: OTHER_AGENT, role: 'conferenced', ...set});
const aChat = (set: Partial<Interaction> = {}, ...others: readonly Engagement[]): Interaction =>
  anActive({channel: 'chat', engagements: [anEngagement({phase: 'active'}), ...others], ...set});
const leo = {agentId: OTHER_AGENT.id, name: OTHER_AGENT.name};

describe('what happened beside the messages', () => {
  it('is that a colleague joined and left', () => {
    const joined = other({phase: 'active', acceptedAt: NOON + 1});
    expect(happenedIn(aChat({}, joined), undefined)).toEqual([{kind: 'joined', at: NOON + 1, ...leo}]);
    const left = other({phase: 'done', acceptedAt: NOON + 1, since: NOON + 9, left: 'left'});
    expect(happenedIn(aChat({}, left), undefined).map(keyOf)).toEqual([
      `joined agent-2 ${NOON + 1}`,
      `left agent-2 ${NOON + 9}`,
    ]);
  });

  it('is the end, and not that everybody went with it', () => {
    const left = other({phase: 'done', acceptedAt: NOON + 1, since: NOON + 9, left: 'ended'});
    const ending = {at: NOON + 9, by: 'agent', reason: 'ended'} as const;
    expect(happenedIn(aChat({ending}, left), NOON + 5).map(({kind}) => kind)).toEqual([
      'joined',
      'customer-left',
      'ended',
    ]);
  });
});

describe('a colleague who does not join', () => {
  const missed = other({role: 'consulted', phase: 'done', since: NOON + 9, left: 'missed'});

  it('is news until something else happens', () => {
    const talk = {kind: 'together', since: NOON + 9} as const;
    expect(declinedIn(aChat({talk}, missed))).toEqual({key: `agent-2 ${NOON + 9}`, name: 'Leo Brandt'});
    expect(declinedIn(aChat({talk: {kind: 'together', since: NOON + 10}}, missed))).toBeUndefined();
  });

  it('is none where the request was taken back', () => {
    const talk = {kind: 'together', since: NOON + 9} as const;
    expect(declinedIn(aChat({talk}, {...missed, left: 'withdrawn'}))).toBeUndefined();
  });
});
