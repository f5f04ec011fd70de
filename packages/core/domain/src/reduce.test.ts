import {describe, expect, it} from 'vitest';
import {EMPTY_DESK, type DeskState} from './desk-state.js';
import type {Fact} from './fact.js';
import {reduce, reduceHeader, reduceInteraction} from './reduce.js';
import {
  agentLeg,
  call,
  chat,
  engagement,
  fact,
  hydrated,
  PARK,
  profile,
  tenant,
  YOON,
} from './test-kit/make.js';

const desk = (...facts: readonly Fact[]): DeskState => facts.reduce(reduce, EMPTY_DESK);
const unknown = (seq: number, type: string, more: object = {}): Fact =>
  ({type, seq, at: seq, ...more}) as unknown as Fact;

describe('envelope and cursor', () => {
  it('R4 moves the cursor with every new fact, even one that changes nothing', () => {
    const state = desk(hydrated(5), fact(6, {type: 'interaction.hidden', interactionId: 'unseen'}));
    expect(state.cursor).toEqual({epoch: 'e1', seq: 6});
  });

  it('R5 drops a fact that was applied before', () => {
    const state = desk(
      hydrated(5),
      fact(6, {type: 'interaction.shown', interactionId: 'i1', interaction: call()}),
    );
    expect(reduce(state, fact(6, {type: 'interaction.hidden', interactionId: 'i1'}))).toBe(state);
    expect(reduce(state, fact(3, {type: 'interaction.hidden', interactionId: 'i1'}))).toBe(state);
  });

  it('R6 takes nothing but a snapshot at first', () => {
    expect(desk(fact(1, {type: 'tenant.changed', tenant: tenant()}))).toBe(EMPTY_DESK);
  });

  it.each(['something.new', 'toString', 'constructor', '__proto__', 'hasOwnProperty', ''])(
    'R7 ignores a fact of the unknown type "%s"',
    (type) => {
      const before = desk(hydrated(1, {interactions: [call()]}));
      const about = reduce(before, unknown(2, type, {interactionId: 'i1'}));
      expect(about.interactions).toBe(before.interactions);
      expect(reduce(about, unknown(3, type)).cursor?.seq).toBe(3);
      expect(reduce(about, unknown(3, type)).presence).toBe(before.presence);
    },
  );

  it('R7 ignores a fact about an interaction that the desk does not see', () => {
    const before = desk(hydrated(1));
    const after = reduce(before, fact(2, {type: 'call.held', interactionId: 'i9', agentId: YOON.id}));
    expect(after.interactions).toBe(before.interactions);
  });

  it('R9 keeps the map of interactions where nothing in it changed', () => {
    const before = desk(hydrated(1, {interactions: [call()]}));
    const after = reduce(before, fact(2, {type: 'call.resumed', interactionId: 'i1', agentId: YOON.id}));
    expect(after.interactions).toBe(before.interactions);
    expect(
      reduceHeader(before, fact(2, {type: 'handset.changed', agentId: PARK.id, handset: {offHook: true}}))
        .handset,
    ).toBe(before.handset);
  });
});

describe('hydrate', () => {
  it('R10 replaces everything', () => {
    const old = desk(
      hydrated(9, {
        interactions: [call({id: 'old'})],
        presence: {state: 'idle', reasonId: 'lunch', since: 1},
      }),
    );
    const {profile: _, ...visitor} = hydratedSnapshot({
      viewer: {kind: 'customer', interactionId: 'i1'},
      interactions: [chat()],
    });
    const now = reduce(old, fact(1, {type: 'desk.hydrated', epoch: 'e2', snapshot: visitor}));
    expect([...now.interactions.keys()]).toEqual(['i1']);
    expect(now.profile).toBeUndefined();
    expect(now.presence).toEqual({state: 'available', since: 100});
    expect(now.cursor).toEqual({epoch: 'e2', seq: 1});
  });

  it('R11 takes a snapshot of another epoch always, of the same one only when newer', () => {
    const state = desk(hydrated(9));
    expect(reduce(state, hydrated(1, {}, 'e2')).cursor).toEqual({epoch: 'e2', seq: 1});
    expect(reduce(state, hydrated(9, {interactions: [call()]}))).toBe(state);
    expect(reduce(state, hydrated(10, {interactions: [call()]})).interactions.size).toBe(1);
  });

  it('R12 starts with nothing', () => {
    expect(EMPTY_DESK).toMatchObject({presence: {state: 'signed-out'}, capabilities: {commands: []}});
    expect(EMPTY_DESK.interactions.size).toBe(0);
  });
});

const hydratedSnapshot = (set: object) => {
  const one = hydrated(1, set);
  if (one.type !== 'desk.hydrated') throw new Error('not a snapshot');
  return one.snapshot;
};

describe('facts about the desk', () => {
  it('R13 replaces the tenant', () => {
    const state = desk(hydrated(1), fact(2, {type: 'tenant.changed', tenant: tenant({name: 'Other'})}));
    expect(state.tenant?.name).toBe('Other');
  });

  it('R14 changes the own agent only', () => {
    const state = desk(
      hydrated(1),
      fact(2, {
        type: 'agent.state-changed',
        agentId: YOON.id,
        presence: {state: 'idle', reasonId: 'lunch', since: 2},
      }),
      fact(3, {type: 'agent.state-changed', agentId: PARK.id, presence: {state: 'available', since: 3}}),
      fact(4, {type: 'handset.changed', agentId: YOON.id, handset: {offHook: true}}),
      fact(5, {type: 'handset.changed', agentId: PARK.id, handset: {offHook: false}}),
      fact(6, {type: 'agent.profile-changed', profile: profile({blending: 'exclusive'})}),
      fact(7, {type: 'agent.profile-changed', profile: profile({id: PARK.id})}),
    );
    expect(state.presence).toEqual({state: 'idle', reasonId: 'lunch', since: 2});
    expect(state.handset.offHook).toBe(true);
    expect(state.profile).toMatchObject({id: YOON.id, blending: 'exclusive'});
  });

  it('R14 changes nothing on a page of a customer', () => {
    const before = desk(hydrated(1, {viewer: {kind: 'customer', interactionId: 'i1'}}));
    const after = reduce(
      before,
      fact(2, {type: 'agent.state-changed', agentId: YOON.id, presence: {state: 'signed-out', since: 2}}),
    );
    expect(after.presence).toBe(before.presence);
  });
});

describe('facts about an interaction as a whole', () => {
  it('R20 created and shown put it there, R21 hidden takes it away', () => {
    const shown = desk(
      hydrated(1),
      fact(2, {type: 'interaction.shown', interactionId: 'i1', interaction: call()}),
    );
    expect(shown.interactions.get('i1')).toEqual(call());
    const other = call({customer: {name: 'Other'}});
    const again = reduce(
      shown,
      fact(3, {type: 'interaction.created', interactionId: 'i1', interaction: other}),
    );
    expect(again.interactions.get('i1')).toBe(other);
    const gone = reduce(again, fact(4, {type: 'interaction.hidden', interactionId: 'i1'}));
    expect(gone.interactions.size).toBe(0);
    expect(
      reduce(gone, fact(5, {type: 'call.held', interactionId: 'i1', agentId: YOON.id})).interactions.size,
    ).toBe(0);
  });

  it('R22 queued names the queue and leaves nobody talking', () => {
    const queue = {id: 'q1', name: 'Billing'};
    expect(
      reduceInteraction(call(), {type: 'interaction.queued', interactionId: 'i1', queue, at: 9}),
    ).toMatchObject({queue, talk: {kind: 'none'}});
  });

  it('R23 ended: nobody talks, all legs are gone, recording is off, engagements stay', () => {
    const left = {...agentLeg(PARK), presence: 'gone', since: 7} as const;
    const before = call({recording: {state: 'on', since: 1}, legs: [agentLeg(YOON), left]});
    const ending = {at: 9_000, by: 'customer', reason: 'ended'} as const;
    const ended = reduceInteraction(before, {
      type: 'interaction.ended',
      interactionId: 'i1',
      ending,
      at: 9_000,
    });
    expect(ended).toMatchObject({ending, talk: {kind: 'none'}, recording: {state: 'off'}});
    expect(ended?.legs).toEqual([{...agentLeg(YOON), presence: 'gone', since: 9_000}, left]);
    expect(ended?.engagements).toEqual([engagement()]);
  });

  it('R25 customer.updated replaces the customer', () => {
    const customer = {id: 'c7', name: 'Lee Seo-yeon'};
    expect(
      reduceInteraction(call(), {type: 'customer.updated', interactionId: 'i1', customer, at: 9})?.customer,
    ).toBe(customer);
  });

  it('R47 leaves alone what only listeners care for', () => {
    const before = call();
    const on = {interactionId: 'i1', agentId: YOON.id, at: 9} as const;
    expect(reduceInteraction(before, {type: 'call.dtmf-sent', digits: '1', ...on})).toBe(before);
    expect(reduceInteraction(before, {type: 'outdial.failed', reason: 'limit', code: 26, ...on})).toBe(
      before,
    );
    const {cursor: _, ...header} = reduce(
      desk(hydrated(1)),
      fact(2, {type: 'agent.disconnected', agentId: YOON.id}),
    );
    const {cursor: __, ...known} = desk(hydrated(1));
    expect(header).toEqual(known);
  });
});
