import {describe, expect, it} from 'vitest';
import type {Engagement} from '@deskwire/domain';
import {AGENT, anEngagement, anInteraction, NOON, OTHER_AGENT} from '@deskwire/testing/fixtures.js';

import {attend} from './attendance.js';

const mina = anEngagement({phase: 'active', acceptedAt: NOON});
const leo = anEngagement({agent: OTHER_AGENT, phase: 'active', acceptedAt: NOON + 60_000});
const chat = (...engagements: readonly Engagement[]) => anInteraction({channel: 'chat', engagements});
const over = {ending: {at: NOON + 90_000, by: 'agent', reason: 'ended'}} as const;

const minaThere = {agentId: AGENT.id, name: AGENT.name, joinedAt: NOON};
const leoThere = {agentId: OTHER_AGENT.id, name: OTHER_AGENT.name, joinedAt: NOON + 60_000};

describe('who was there', () => {
  it('is nobody while the visitor waits', () => {
    expect(attend([], chat(), NOON)).toEqual([]);
  });

  it('is everybody in the order in which they came', () => {
    expect(attend(attend([], chat(mina), NOON), chat(mina, leo), NOON)).toEqual([minaThere, leoThere]);
  });

  it('is the same list as long as nobody comes or goes', () => {
    const known = attend([], chat(mina), NOON);
    expect(attend(known, chat(mina), NOON + 1)).toBe(known);
  });

  it('keeps who has left, with the time, and does not say it twice', () => {
    const gone = attend(attend([], chat(mina), NOON), chat(leo), NOON + 70_000);
    expect(gone).toEqual([{...minaThere, leftAt: NOON + 70_000}, leoThere]);
    expect(attend(gone, chat(leo), NOON + 80_000)).toBe(gone);
  });

  it('knows somebody who comes back', () => {
    const gone = attend(attend([], chat(mina), NOON), chat(), NOON + 70_000);
    const again = anEngagement({phase: 'active', acceptedAt: NOON + 80_000});
    expect(attend(gone, chat(again), NOON + 80_000)).toHaveLength(2);
  });

  it('says nothing about those who were there to the end', () => {
    const known = attend([], chat(mina), NOON);
    expect(attend(known, {...chat(), ...over}, NOON + 90_000)).toBe(known);
  });
});
