import {describe, expect, it, vi} from 'vitest';
import type {Fact, Interaction} from '@deskwire/domain';
import type {Centre} from '../centre.js';
import {canonical} from './canonical.js';
import {explore} from './explore.js';
import type {Edge} from './law.js';
import type {Move} from './move.js';
import {make} from './moves.js';
import {wrongsOfState} from './state-laws.js';
import {wrongsOfStep} from './step-laws.js';
import {CALL, opening, targetsFor, WORLDS, type World} from './world.js';

vi.setConfig({testTimeout: 60_000});

const numbers = new Intl.NumberFormat('en');

describe('the model check', () => {
  it.each(WORLDS)('finds nothing wrong in the world of "$name"', (world) => {
    const {states, moves, depth, wrongs} = explore(world, world.testDepth);
    expect(wrongs).toEqual([]);
    expect(states).toBeGreaterThan(5_000);
    console.log(
      `model check, ${world.name}: ${numbers.format(states)} states, ${numbers.format(moves)} moves, depth ${depth}`,
    );
  });

  it('comes to an end where there is nothing further', () => {
    const [world] = WORLDS as [World];
    const closed = {...world.config, tenant: {...world.config.tenant, entryPoints: []}};
    const {isComplete, states, wrongs} = explore({...world, config: closed}, 100);
    expect([isComplete, wrongs]).toEqual([true, []]);
    expect(states).toBeGreaterThan(20);
  });
});

// A checker that finds nothing must be able to find something.

const [WORLD] = WORLDS as [World];
const on = {interactionId: CALL} as const;
const ann = {kind: 'agent', agentId: 'ann'} as const;
const told = (signal: Extract<Move, {kind: 'signal'}>['signal']): Move => ({kind: 'signal', signal});
const done = (command: Extract<Move, {kind: 'command'}>['command']): Move => ({
  kind: 'command',
  who: ann,
  command,
});

const ARRIVES = told({
  type: 'contact.arrived',
  ...on,
  channel: 'voice',
  customer: {number: '+82215550142'},
  entryPointId: 'hotline',
});
const CONSULTING: readonly Move[] = [
  ARRIVES,
  told({type: 'station.ringing', ...on, agentId: 'ann'}),
  done({type: 'interaction.accept', ...on}),
  done({type: 'consult.start', ...on, to: {kind: 'agent', agentId: 'bob'}}),
  told({type: 'station.ringing', ...on, agentId: 'bob'}),
];

const after = (moves: readonly Move[]): Centre =>
  moves.reduce((centre, move) => make(centre, move, 1).centre, opening(WORLD));

const edgeOf = (before: Centre, move: Move): Edge => ({before, move, taken: make(before, move, 2)});

const withCall = (centre: Centre, change: (call: Interaction) => Interaction): Centre => {
  const call = centre.interactions.get(CALL);
  return call ? {...centre, interactions: new Map([[CALL, change(call)]])} : centre;
};

const corrupted = (edge: Edge, change: (call: Interaction) => Interaction): Edge => ({
  ...edge,
  taken: {...edge.taken, centre: withCall(edge.taken.centre, change)},
});

describe('its laws notice', () => {
  const consulted = after([...CONSULTING, told({type: 'station.answered', ...on, agentId: 'bob'})]);

  it('nothing, where nothing is wrong', () => {
    expect(wrongsOfState(consulted)).toEqual([]);
    expect(wrongsOfStep(edgeOf(consulted, done({type: 'consult.end', ...on})))).toEqual([]);
  });

  it('a leg that is left behind, a phone that rings for nobody, and an agent without a leg', () => {
    const gone = (phase: 'done' | 'connecting') =>
      withCall(consulted, (call) => ({
        ...call,
        engagements: call.engagements.map((one) => (one.agent.id === 'bob' ? {...one, phase} : one)),
      }));
    expect(wrongsOfState(gone('done'))).toContain('the leg of bob is left behind');
    expect(wrongsOfState(gone('connecting'))).toContain('something rings without a timer');
    expect(wrongsOfState(withCall(consulted, (call) => ({...call, legs: call.legs.slice(0, 1)})))).toContain(
      'bob has no leg',
    );
  });

  it('a call that nobody has', () => {
    const {waiting: _, ...centre} = after([ARRIVES, done({type: 'agent.sign-out'})]);
    const forgotten = withCall({...centre, waiting: new Map()}, (call) => ({...call, engagements: []}));
    expect(wrongsOfState(forgotten)).toContain('0 have the call');
  });

  it('a wrap-up that is missing, or that nobody owes', () => {
    const edge = edgeOf(consulted, done({type: 'consult.transfer', ...on}));
    const to = (agentId: string, phase: 'done' | 'wrap-up') =>
      wrongsOfStep(
        corrupted(edge, (call) => ({
          ...call,
          engagements: call.engagements.map((one) => (one.agent.id === agentId ? {...one, phase} : one)),
        })),
      );
    expect(to('ann', 'done')).toContain('ann does not wrap up');
    expect(to('bob', 'wrap-up')).toContain('bob wraps up for nothing');
  });

  it('a failed consult that costs the customer', () => {
    const edge = edgeOf(after(CONSULTING), told({type: 'station.declined', ...on, agentId: 'bob'}));
    const ending = {at: 0, by: 'system', reason: 'failed'} as const;
    const wrongs = wrongsOfStep(corrupted(edge, (call) => ({...call, ending, talk: {kind: 'none'}})));
    expect(wrongs).toEqual(
      expect.arrayContaining(['a failed consult cost the customer', 'who was asked ended the call']),
    );
  });

  it('a command that was done or refused against what is allowed, and a refusal that did something', () => {
    const edge = edgeOf(consulted, done({type: 'consult.hold', ...on}));
    const refusal = {code: 'DW_CALL_HELD', kind: 'state'} as const;
    expect(wrongsOfStep({...edge, before: opening(WORLD)})).toContain(
      'ok where DW_INTERACTION_UNKNOWN was due',
    );
    const refused = {...edge.taken, result: {ok: false, refusal}} as const;
    expect(wrongsOfStep({...edge, taken: refused})).toContain('a refusal changed something');
    expect(wrongsOfStep({...edge, taken: {...refused, facts: [], centre: consulted}})).toContain(
      'DW_CALL_HELD where ok was due',
    );
  });

  describe('of a call that an agent makes', () => {
    const world = WORLDS.find(({name}) => name === 'dialled and cancelled') ?? WORLD;
    const next = make(opening(world), done({type: 'campaign.next', campaignId: 'spring'}), 1).centre;
    const interactionId = [...next.interactions.keys()][0] ?? '';
    const ringing = [
      done({type: 'campaign.call', interactionId}),
      told({type: 'station.ringing', interactionId, agentId: 'ann'}),
    ].reduce((centre, move) => make(centre, move, 2).centre, next);
    const withContact = (centre: Centre, change: (call: Interaction) => Interaction): Centre => {
      const call = centre.interactions.get(interactionId);
      return call ? {...centre, interactions: new Map([[interactionId, change(call)]])} : centre;
    };

    it('that something rings for a preview, or for nobody', () => {
      expect([wrongsOfState(next), wrongsOfState(ringing)]).toEqual([[], []]);
      const legs = ringing.interactions.get(interactionId)?.legs ?? [];
      expect(wrongsOfState(withContact(ringing, (call) => ({...call, legs: legs.slice(1)})))).toContain(
        'the customer is called for nobody',
      );
    });

    it('that a contact is on its list while somebody has it', () => {
      const {fronts} = next.contacts;
      const free = {...next, contacts: {fronts, marks: new Map()}};
      expect(wrongsOfState(free).join()).toContain('with somebody where');
    });

    it('that nobody is told why it came to nothing, and that it costs the agent something', () => {
      const edge = edgeOf(ringing, told({type: 'customer.rejected', interactionId}));
      expect(wrongsOfStep(edge)).toEqual([]);
      const facts = edge.taken.facts.filter(({type}) => type !== 'outdial.failed');
      expect(wrongsOfStep({...edge, taken: {...edge.taken, facts}})).toContain(
        'an attempt ended, and the agent was not told why',
      );
      const lost = {...edge.taken, centre: {...edge.taken.centre, interactions: new Map()}};
      expect(wrongsOfStep({...edge, taken: lost})).toContain('the contact is gone');
      const ann = edge.taken.centre.agents.get('ann');
      if (!ann) throw new Error('Ann is gone');
      const rona = {...ann, presence: {state: 'idle', reasonId: 'break', since: 0} as const};
      const agents = new Map([...edge.taken.centre.agents, ['ann', rona] as const]);
      expect(
        wrongsOfStep({...edge, taken: {...edge.taken, centre: {...edge.taken.centre, agents}}}),
      ).toContain('dialling made ann idle');
    });
  });

  it('a desk that was not told everything', () => {
    const edge = edgeOf(consulted, done({type: 'conference.start', ...on}));
    const silent: readonly Fact[] = [
      {type: 'agent.connected', agentId: 'ann', seq: consulted.seq + 1, at: 0},
    ];
    expect(wrongsOfStep({...edge, taken: {...edge.taken, facts: silent}})).toEqual(
      expect.arrayContaining(['the desk of ann sees something else', 'a replay comes to something else']),
    );
  });
});

describe('two states are one', () => {
  it('where they differ in ids and times only', () => {
    const [fast, slow] = [1, 50].map((moves) =>
      CONSULTING.reduce((centre, move) => make(centre, move, moves).centre, opening(WORLD)),
    ) as [Centre, Centre];
    expect(canonical(slow)).toBe(canonical(fast));
    expect(slow).not.toEqual(fast);
    const cancelled = make(fast, done({type: 'consult.cancel', ...on}), 2).centre;
    expect(canonical(cancelled)).not.toBe(canonical(fast));
  });

  it('and not where the same is asked of somebody else', () => {
    const asked = targetsFor('ann').map((to) =>
      canonical(after([...CONSULTING.slice(0, 3), done({type: 'consult.start', ...on, to})])),
    );
    expect(new Set(asked).size).toBe(4);
  });
});
