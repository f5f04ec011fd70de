import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {EMPTY_DESK, EMPTY_HEADER, type DeskHeader, type DeskState} from './desk-state.js';
import type {Fact} from './fact.js';
import type {Interaction} from './interaction.js';
import {isApplied, isInteractionFact, reduce, reduceHeader, reduceInteraction} from './reduce.js';
import {legState} from './selectors.js';
import {stream} from './test-kit/arbitrary.js';
import {deepFreeze} from './test-kit/make.js';

const RUNS = {seed: 20_261_120, numRuns: 400};
const from = (start: DeskState, facts: readonly Fact[]): DeskState => facts.reduce(reduce, start);

/** The same desk, made with the two halves of the reducer and a map that is written in place, as the stream does. */
const inPlace = (facts: readonly Fact[]): DeskState => {
  let header: DeskHeader = EMPTY_HEADER;
  const interactions = new Map<string, Interaction>();
  for (const fact of facts) {
    if (isApplied(header, fact)) continue;
    header = reduceHeader(header, fact);
    if (fact.type === 'desk.hydrated') {
      interactions.clear();
      for (const one of fact.snapshot.interactions) interactions.set(one.id, one);
    } else if (isInteractionFact(fact)) {
      const now = reduceInteraction(interactions.get(fact.interactionId), fact);
      if (now) interactions.set(fact.interactionId, now);
      else interactions.delete(fact.interactionId);
    }
  }
  return {...header, interactions};
};

/** Every state on the way, each frozen, the facts too: whoever writes into what they were given throws. */
const frozenStates = (facts: readonly Fact[]): readonly DeskState[] => {
  let state = deepFreeze(EMPTY_DESK);
  return facts.map((fact) => (state = deepFreeze(reduce(state, deepFreeze(fact)))));
};

describe('any facts in any order', () => {
  it('R8 the state after any prefix is the one computed from the start, and no input is changed', () => {
    fc.assert(
      fc.property(stream, fc.nat(), (facts, cut) => {
        const states = frozenStates(facts);
        const length = (cut % facts.length) + 1;
        expect(from(EMPTY_DESK, facts.slice(0, length))).toEqual(states[length - 1]);
        expect(from(states[length - 1] ?? EMPTY_DESK, facts.slice(length))).toEqual(states.at(-1));
      }),
      RUNS,
    );
  });

  it('R9 the two halves over a map in place make the same desk', () => {
    fc.assert(
      fc.property(stream, (facts) => {
        expect(inPlace(facts)).toEqual(from(EMPTY_DESK, facts));
      }),
      RUNS,
    );
  });

  it('R5 R11 repeats and replays change nothing', () => {
    fc.assert(
      fc.property(stream, fc.array(fc.tuple(fc.nat(), fc.nat(10))), (facts, repeats) => {
        const told = [...facts];
        for (const [where, count] of repeats) {
          const at = where % told.length;
          // What is told again here has been told before: everything up to the newest seq so far.
          const replay = facts.filter(({seq}) => seq <= (told[at]?.seq ?? 0)).slice(-count - 1);
          told.splice(at + 1, 0, ...replay);
        }
        expect(from(EMPTY_DESK, told)).toEqual(from(EMPTY_DESK, facts));
      }),
      RUNS,
    );
  });

  it('R7 leaves out what is unknown and comes to the same desk', () => {
    const isKnown = ({type}: Fact) => /^[a-z-]+\.[a-z-]+$/.test(type) && !type.startsWith('future.');
    fc.assert(
      fc.property(stream, (facts) => {
        const {cursor: _, ...all} = from(EMPTY_DESK, facts);
        const {cursor: __, ...known} = from(EMPTY_DESK, facts.filter(isKnown));
        expect(known).toEqual(all);
      }),
      RUNS,
    );
  });

  it('R4 the cursor is the last fact', () => {
    fc.assert(
      fc.property(stream, (facts) => {
        expect(from(EMPTY_DESK, facts).cursor?.seq).toBe(facts.length);
      }),
      RUNS,
    );
  });

  it('R39 never are customer and consulted party both held, and nobody in a conference', () => {
    fc.assert(
      fc.property(stream, (facts) => {
        for (const {interactions} of frozenStates(facts)) {
          for (const one of interactions.values()) {
            const parties = one.legs.filter(
              ({party}) => party.kind === 'customer' || isConsulted(one, party),
            );
            const held = parties.filter((leg) => legState(one, leg) === 'held').length;
            expect(held).toBeLessThanOrEqual(one.talk.kind === 'conference' ? 0 : 1);
          }
        }
      }),
      RUNS,
    );
  });
});

const isConsulted = ({engagements}: Interaction, party: Interaction['legs'][number]['party']): boolean =>
  party.kind === 'agent' &&
  engagements.some(({agent, role}) => agent.id === party.agent.id && role !== 'owner');
