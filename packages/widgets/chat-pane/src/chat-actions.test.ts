import {describe, expect, it} from 'vitest';
import {permit, type Interaction, type Talk} from '@deskwire/domain';
import {AGENT, aDesk, anActive, anEngagement, NOON, OTHER_AGENT} from '@deskwire/testing/fixtures.js';

import {askedFor, chatActions, othersIn} from './chat-actions.js';

const mine = anEngagement({phase: 'active', acceptedAt: NOON});
const theirs = anEngagement({agent: OTHER_AGENT, role: 'conferenced', phase: 'active', acceptedAt: NOON + 5});
const target = {kind: 'agent', agentId: OTHER_AGENT.id} as const;
const conference: Talk = {kind: 'conference', by: AGENT.id, legs: ['leg'], since: NOON};
const requested: Talk = {kind: 'conference-requested', by: AGENT.id, target, since: NOON};
const aChat = (set: Partial<Interaction> = {}): Interaction => anActive({channel: 'chat', ...set});

const actionsOf = (chat: Interaction) => {
  const engagement = chat.engagements.find(({agent}) => agent.id === AGENT.id);
  if (!engagement) throw new Error('no part in it');
  const {end, more, cancel} = chatActions(chat, engagement, (ask) =>
    permit(aDesk([chat]), ask, {kind: 'agent', agentId: AGENT.id}),
  );
  return {
    end: end?.label,
    cancel: cancel?.label,
    more: more.map(({label, refusal}) => (refusal ? `${label}: ${refusal.code}` : label)),
  };
};

describe('the controls of a chat', () => {
  it('are End, a conference and a transfer', () => {
    expect(actionsOf(aChat())).toEqual({end: 'end', cancel: undefined, more: ['conference', 'transfer']});
  });

  it('take a request back while it is open', () => {
    expect(actionsOf(aChat({talk: requested}))).toMatchObject({end: 'end', cancel: 'cancel'});
  });

  it('end a conference as agent 1, and leave it as agent 2', () => {
    expect(actionsOf(aChat({talk: conference, engagements: [mine, theirs]}))).toEqual({
      end: 'endConference',
      cancel: undefined,
      more: [],
    });
    const guest = {...mine, role: 'conferenced'} as const;
    expect(actionsOf(aChat({talk: conference, engagements: [guest]}))).toMatchObject({
      end: 'leave',
      more: [],
    });
  });

  it('are gone in wrap-up', () => {
    const engagements = [anEngagement({phase: 'wrap-up'})];
    expect(actionsOf(aChat({engagements}))).toEqual({end: undefined, cancel: undefined, more: []});
  });
});

describe('who is in a conference', () => {
  it('are the other agents who talk now', () => {
    const chat = aChat({talk: conference, engagements: [mine, theirs]});
    expect(othersIn(chat, AGENT.id)).toEqual(['Leo Brandt']);
    expect(othersIn(aChat({engagements: [mine, theirs]}), AGENT.id)).toEqual([]);
  });

  it('is asked by name, where the name is known', () => {
    expect(askedFor(aChat({talk: requested}))).toBe('');
    const waiting = anEngagement({agent: OTHER_AGENT, role: 'consulted', phase: 'offered'});
    expect(askedFor(aChat({talk: requested, engagements: [mine, waiting]}))).toBe('Leo Brandt');
    expect(askedFor(aChat())).toBeUndefined();
  });
});
