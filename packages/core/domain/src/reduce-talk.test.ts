import {describe, expect, it} from 'vitest';
import type {Talk} from './interaction.js';
import {
  after,
  agentLeg,
  call,
  callIn,
  engagement,
  PARK,
  TALKS,
  YOON,
  type TalkName,
  type Untold,
} from './test-kit/make.js';

const NAMES = Object.keys(TALKS) as TalkName[];
const by = {agentId: YOON.id} as const;
const target = {kind: 'agent', agentId: PARK.id} as const;

/** What each fact makes of the arrangements it fits; all others it leaves alone (R38). */
const table: readonly [rule: string, Untold, Partial<Record<TalkName, Talk>>][] = [
  [
    'R33',
    {type: 'call.held', ...by},
    {
      together: {kind: 'hold', since: 9_000, heldSince: 9_000},
      'hears-customer': {...TALKS['hears-customer'], hears: 'consulted', heldSince: 9_000},
    },
  ],
  [
    'R33',
    {type: 'call.resumed', ...by},
    {
      hold: {kind: 'together', since: 9_000},
      'hears-consulted': {...TALKS['hears-consulted'], hears: 'customer', heldSince: 9_000},
    },
  ],
  ['R34', {type: 'consult.ringing', legId: 'l-park'}, {requested: {...TALKS.requested, leg: 'l-park'}}],
  [
    'R34',
    {type: 'consult.accepted', legId: 'l-park'},
    {
      requested: {
        kind: 'consult',
        by: YOON.id,
        leg: 'l-park',
        hears: 'consulted',
        since: 9_000,
        heldSince: 1_500,
      },
    },
  ],
  [
    'R34',
    {type: 'consult.failed', reason: 'missed'},
    {requested: {kind: 'hold', since: 9_000, heldSince: 1_500}},
  ],
  [
    'R35',
    {type: 'consult.held'},
    {'hears-consulted': {...TALKS['hears-consulted'], hears: 'customer', heldSince: 9_000}},
  ],
  [
    'R35',
    {type: 'consult.resumed'},
    {'hears-customer': {...TALKS['hears-customer'], hears: 'consulted', heldSince: 9_000}},
  ],
  [
    'R36',
    {type: 'consult.ended', by: PARK.id},
    {
      'hears-consulted': {kind: 'hold', since: 9_000, heldSince: 1_500},
      'hears-customer': {kind: 'together', since: 9_000},
    },
  ],
  [
    'R37',
    {type: 'conference.joined', legId: 'l-third'},
    {conference: {...TALKS.conference, legs: ['l-park', 'l-third']}},
  ],
  ['R37', {type: 'conference.joined', legId: 'l-park'}, {}],
  ['R37', {type: 'conference.left', legId: 'l-park'}, {conference: {kind: 'together', since: 9_000}}],
  ['R37', {type: 'conference.left', legId: 'stranger'}, {}],
  ['R37', {type: 'conference.ended', by: PARK.id}, {conference: {kind: 'together', since: 9_000}}],
  [
    'R38',
    {type: 'conference.failed', reason: 'declined'},
    {'conference-requested': {kind: 'together', since: 9_000}},
  ],
];

describe('talk', () => {
  for (const [rule, happening, fits] of table) {
    for (const name of NAMES) {
      const becomes = fits[name];
      it(`${rule} ${happening.type} ${becomes ? 'changes' : 'leaves alone'} ${name}`, () => {
        const before = callIn(name);
        const now = after(before, happening);
        if (becomes) expect(now.talk).toEqual(becomes);
        else expect(now).toBe(before);
      });
    }
  }

  it.each(NAMES)('R32 connected makes %s together', (name) => {
    expect(after(callIn(name), {type: 'call.connected', ...by}).talk).toEqual({
      kind: 'together',
      since: 9_000,
    });
  });

  it.each([
    ['together', 9_000],
    ['hold', 1_500],
    ['hears-consulted', 1_500],
    ['hears-customer', 9_000],
  ] as const)('R34 a consult requested from %s holds the customer since %d', (name, heldSince) => {
    expect(after(callIn(name), {type: 'consult.requested', ...by, target}).talk).toEqual({
      kind: 'consult-requested',
      by: YOON.id,
      target,
      since: 9_000,
      heldSince,
    });
  });

  it('R37 makes the consulted agents in it conferenced, and nobody else', () => {
    const third = {id: 'han', name: 'Han Yu-jin'};
    const before = callIn('hears-consulted', {
      engagements: [
        engagement(),
        engagement({agent: PARK, role: 'consulted'}),
        engagement({agent: third, role: 'consulted'}),
      ],
      legs: [agentLeg(YOON), agentLeg(PARK), agentLeg(third)],
    });
    const started = after(before, {type: 'conference.started', ...by, legIds: ['l-park']});
    expect(started.engagements.map(({role}) => role)).toEqual(['owner', 'conferenced', 'consulted']);
    const joined = after(started, {type: 'conference.joined', legId: 'l-han'});
    expect(joined.engagements.map(({role}) => role)).toEqual(['owner', 'conferenced', 'conferenced']);
  });

  it('R37 stays a conference while another one is in it', () => {
    const before = callIn('conference', {talk: {...TALKS.conference, legs: ['l-park', 'l-third']}});
    expect(after(before, {type: 'conference.left', legId: 'l-park'}).talk).toEqual({
      ...TALKS.conference,
      legs: ['l-third'],
    });
  });

  it('R38 a chat asks for its conference while it goes on', () => {
    expect(after(callIn('together'), {type: 'conference.requested', ...by, target}).talk).toEqual({
      kind: 'conference-requested',
      by: YOON.id,
      target,
      since: 9_000,
    });
  });
});

describe('transfer', () => {
  it('R24 blind: nobody talks until somebody is connected, and no role changes', () => {
    const now = after(call(), {type: 'interaction.transferred', by: YOON.id, to: target, how: 'blind'});
    expect(now.talk).toEqual({kind: 'none'});
    expect(now.engagements).toEqual(call().engagements);
    expect(now.transfer).toEqual({by: YOON.id, to: target, since: 9_000});
  });

  it('R24 a blind transfer is remembered while nobody has taken it, back in a queue too', () => {
    const ending = {at: 9_000, by: 'system', reason: 'unanswered'} as const;
    const sent = after(call(), {type: 'interaction.transferred', by: YOON.id, to: target, how: 'blind'});
    const queued = after(sent, {type: 'interaction.queued', queue: {id: 'q', name: 'Q'}});
    expect(queued.transfer).toEqual(sent.transfer);
    expect(after(queued, {type: 'call.connected', agentId: PARK.id})).not.toHaveProperty('transfer');
    expect(after(queued, {type: 'interaction.ended', ending})).not.toHaveProperty('transfer');
  });

  it.each(['hears-consulted', 'hears-customer', 'conference'] as const)(
    'R24 R37 out of %s: agent 2 owns it, together with the customer',
    (name) => {
      const how = name === 'conference' ? 'conference' : 'consult';
      const now = after(callIn(name), {type: 'interaction.transferred', by: YOON.id, to: target, how});
      expect(now.talk).toEqual({kind: 'together', since: 9_000});
      expect(now.engagements.map(({agent, role}) => [agent.id, role])).toEqual([
        ['yoon', 'owner'],
        ['park', 'owner'],
      ]);
    },
  );

  it('R37 out of a conference of more: the others stay in it', () => {
    const before = callIn('conference', {talk: {...TALKS.conference, legs: ['l-park', 'l-third']}});
    const now = after(before, {type: 'interaction.transferred', by: YOON.id, to: target, how: 'conference'});
    expect(now.talk).toEqual({...TALKS.conference, by: PARK.id, legs: ['l-third']});
  });

  it('R24 to a number outside: together, and nobody becomes owner', () => {
    const to = {kind: 'number', number: '+8226022'} as const;
    const now = after(callIn('hears-consulted'), {
      type: 'interaction.transferred',
      by: YOON.id,
      to,
      how: 'consult',
    });
    expect(now.talk.kind).toBe('together');
    expect(now.engagements.map(({role}) => role)).toEqual(['owner', 'consulted']);
  });
});

describe('legs', () => {
  const party = {kind: 'agent', agent: PARK} as const;

  it('R40 ringing, then joined, in the same place', () => {
    const ringing = after(call({legs: [agentLeg(YOON)]}), {type: 'leg.ringing', legId: 'x', party});
    expect(ringing.legs[1]).toEqual({id: 'x', party, presence: 'ringing', since: 9_000});
    const joined = after(ringing, {type: 'leg.joined', legId: 'x', party});
    expect(joined.legs).toHaveLength(2);
    expect(joined.legs[1]?.presence).toBe('joined');
  });

  it('R40 left makes it gone once, and knows no other', () => {
    const before = call({legs: [agentLeg(YOON), {...agentLeg(PARK), presence: 'gone', since: 7}]});
    expect(after(before, {type: 'leg.left', legId: 'l-park'})).toBe(before);
    expect(after(before, {type: 'leg.left', legId: 'stranger'})).toBe(before);
    expect(after(before, {type: 'leg.left', legId: 'l-yoon'}).legs[0]).toMatchObject({
      presence: 'gone',
      since: 9_000,
    });
  });
});

describe('recording', () => {
  it('R41 runs, pauses, goes on, stops', () => {
    const on = after(call(), {type: 'recording.started'});
    expect(on.recording).toEqual({state: 'on', since: 9_000});
    const paused = after(on, {type: 'recording.paused', resumeAt: 12_000});
    expect(paused.recording).toEqual({state: 'paused', since: 9_000, resumeAt: 12_000});
    expect(after(on, {type: 'recording.paused'}).recording).toEqual({state: 'paused', since: 9_000});
    expect(after(paused, {type: 'recording.resumed', auto: true}).recording.state).toBe('on');
    expect(after(paused, {type: 'recording.stopped'}).recording).toEqual({state: 'off'});
  });
});
