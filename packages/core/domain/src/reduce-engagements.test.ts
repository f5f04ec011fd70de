import {describe, expect, it} from 'vitest';
import type {Engagement, Interaction} from './interaction.js';
import {after, call, engagement, PARK, YOON, type Untold} from './test-kit/make.js';

const by = {agentId: YOON.id} as const;
const mine = (interaction: Interaction): Engagement | undefined =>
  interaction.engagements.find(({agent}) => agent.id === YOON.id);
const through = (start: Interaction, ...happenings: readonly Untold[]): Engagement | undefined =>
  mine(happenings.reduce<Interaction>(after, start));

const reserved: Untold = {type: 'engagement.reserved', agent: YOON, role: 'owner'};
const offered: Untold = {type: 'engagement.offered', ...by, expiresAt: 29_000};
const accepted: Untold = {type: 'engagement.accepted', ...by};
const fresh = call({engagements: []});

describe('engagements', () => {
  it('R26 reserved begins one, in place of an earlier one of that agent', () => {
    const connecting = {agent: YOON, role: 'owner', phase: 'connecting', since: 9_000};
    expect(through(fresh, reserved)).toEqual(connecting);
    const again = after(
      call({engagements: [engagement({phase: 'done', left: 'missed', readAt: 3})]}),
      reserved,
    );
    expect(again.engagements).toEqual([connecting]);
  });

  it('R27 goes from connecting to offered to active', () => {
    expect(through(fresh, reserved, offered)).toMatchObject({phase: 'offered', expiresAt: 29_000});
    expect(through(fresh, reserved, {type: 'engagement.offered', ...by})).not.toHaveProperty('expiresAt');
    const active = through(fresh, reserved, offered, accepted);
    expect(active).toEqual({agent: YOON, role: 'owner', phase: 'active', since: 9_000, acceptedAt: 9_000});
  });

  it('R27 left is done, with the reason, and keeps what was known of it', () => {
    const before = call({engagements: [engagement({acceptedAt: 1_000, readAt: 1_200, muted: true})]});
    expect(through(before, {type: 'engagement.left', ...by, reason: 'left'})).toEqual({
      agent: YOON,
      role: 'owner',
      phase: 'done',
      since: 9_000,
      acceptedAt: 1_000,
      readAt: 1_200,
      left: 'left',
    });
  });

  it('R28 wraps up with a countdown, without one after extending, and is done with its reasons', () => {
    const started: Untold = {type: 'wrap-up.started', ...by, deadline: 39_000, defaultReasonId: 'resolved'};
    expect(through(call(), started)).toMatchObject({
      phase: 'wrap-up',
      since: 9_000,
      wrapUp: {since: 9_000, deadline: 39_000, defaultReasonId: 'resolved'},
    });
    expect(through(call(), {type: 'wrap-up.started', ...by})?.wrapUp).toEqual({since: 9_000});
    expect(through(call(), started, {type: 'wrap-up.extended', ...by})?.wrapUp).toEqual({since: 9_000});
    const submitted: Untold = {type: 'wrap-up.submitted', ...by, reasonIds: ['resolved'], auto: false};
    const done = through(call(), started, submitted);
    expect(done).toMatchObject({phase: 'done', left: 'ended', wrapUpReasonIds: ['resolved']});
    expect(done?.wrapUp).toEqual({since: 9_000});
  });

  it('R28 extending where nothing counts down changes nothing', () => {
    const before = call();
    expect(after(before, {type: 'wrap-up.extended', ...by})).toBe(before);
  });

  it('R29 read moves forward only', () => {
    const before = call({engagements: [engagement({readAt: 5_000})]});
    expect(through(before, {type: 'engagement.read', ...by, readAt: 6_000})?.readAt).toBe(6_000);
    expect(after(before, {type: 'engagement.read', ...by, readAt: 5_000})).toBe(before);
  });

  it('R30 the microphone is muted, and not any more', () => {
    expect(through(call(), {type: 'call.muted', ...by})?.muted).toBe(true);
    expect(through(call(), {type: 'call.muted', ...by}, {type: 'call.unmuted', ...by})).not.toHaveProperty(
      'muted',
    );
    expect(through(call(), {type: 'call.muted', ...by}, {type: 'wrap-up.started', ...by})).not.toHaveProperty(
      'muted',
    );
  });

  const others: readonly Untold[] = [
    {type: 'engagement.offered', agentId: PARK.id},
    {type: 'engagement.accepted', agentId: PARK.id},
    {type: 'engagement.left', agentId: PARK.id, reason: 'missed'},
    {type: 'engagement.read', agentId: PARK.id, readAt: 1},
    {type: 'wrap-up.started', agentId: PARK.id},
    {type: 'wrap-up.extended', agentId: PARK.id},
    {type: 'wrap-up.submitted', agentId: PARK.id, reasonIds: [], auto: true},
    {type: 'call.muted', agentId: PARK.id},
    {type: 'call.unmuted', agentId: PARK.id},
  ];
  it.each(others)('R31 $type about an agent who is not in it changes nothing', (happening) => {
    const before = call();
    expect(after(before, happening)).toBe(before);
  });
});
