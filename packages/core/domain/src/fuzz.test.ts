import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {EMPTY_DESK, EMPTY_HEADER, type DeskHeader, type DeskState} from './desk-state.js';
import type {Fact, Happening} from './fact.js';
import {PHASES, type Interaction} from './interaction.js';
import type {AgentRef, Party} from './party.js';
import {isApplied, isInteractionFact, reduce, reduceHeader, reduceInteraction} from './reduce.js';
import {legState} from './selectors.js';
import {
  call,
  callIn,
  chat,
  deepFreeze,
  engagement,
  fact,
  hydrated,
  mail,
  PARK,
  profile,
  TALKS,
  tenant,
  YOON,
} from './test-kit/make.js';

// Facts at random: any happening about one of three interactions, in any order, sensible or not.
const HAN: AgentRef = {id: 'han', name: 'Han Yu-jin'};
const interactionId = fc.constantFrom('i1', 'i2', 'i3');
const agent = fc.constantFrom(YOON, PARK, HAN);
const agentId = agent.map(({id}) => id);
const instant = fc.integer({min: 1, max: 20_000});
const legId = fc.constantFrom('lc', 'l-yoon', 'l-park', 'l-han');
const target = agentId.map((id) => ({kind: 'agent', agentId: id}) as const);
const messageId = fc.constantFrom('m1', 'm2', 'm3');

const partyOf = (id: string): Party => {
  const one = [YOON, PARK, HAN].find((each) => `l-${each.id}` === id);
  return one ? {kind: 'agent', agent: one} : {kind: 'customer'};
};

const letter = messageId.map((id) => ({
  id,
  messageId: `<${id}@x>`,
  at: 1,
  direction: 'in' as const,
  from: {address: 'a@x'},
  to: [],
  cc: [],
  subject: '',
  text: '',
  attachments: [],
}));

const interaction: fc.Arbitrary<Interaction> = fc
  .tuple(
    interactionId,
    fc.constantFrom(call, chat, mail),
    fc.constantFrom(...Object.values(TALKS)),
    fc.constantFrom(...PHASES),
  )
  .map(([id, make, talk, phase]) =>
    make({id, talk, engagements: [engagement({phase}), engagement({agent: PARK, role: 'consulted'})]}),
  );

/** A fact with only these fields beside the interaction. */
const on = (type: string, fields: Record<string, fc.Arbitrary<unknown>> = {}): fc.Arbitrary<Happening> =>
  fc.record({
    type: fc.constant(type),
    interactionId,
    ...fields,
  }) as fc.Arbitrary<unknown> as fc.Arbitrary<Happening>;
const by = {agentId};
const leg = (type: string) =>
  fc
    .tuple(interactionId, legId)
    .map(([one, id]) => ({type, interactionId: one, legId: id, party: partyOf(id)}) as Happening);

const aboutDesk: readonly fc.Arbitrary<Happening>[] = [
  fc.string().map((name) => ({type: 'tenant.changed', tenant: tenant({name})})),
  fc.tuple(agentId, instant).map(([id, since]) => ({
    type: 'agent.state-changed',
    agentId: id,
    presence: {state: 'available', since},
  })),
  agentId.map((id) => ({type: 'agent.profile-changed', profile: profile({id})})),
  fc
    .tuple(agentId, fc.boolean())
    .map(([id, offHook]) => ({type: 'handset.changed', agentId: id, handset: {offHook}})),
];

const aboutInteraction: readonly fc.Arbitrary<Happening>[] = [
  interaction.map((one) => ({type: 'interaction.shown', interactionId: one.id, interaction: one})),
  interaction.map((one) => ({type: 'interaction.created', interactionId: one.id, interaction: one})),
  on('interaction.hidden'),
  on('interaction.queued', {queue: fc.constant({id: 'q', name: 'Billing'})}),
  on('interaction.ended', {ending: fc.constant({at: 5, by: 'customer', reason: 'ended'})}),
  on('interaction.transferred', {
    by: agentId,
    to: target,
    how: fc.constantFrom('blind', 'consult', 'conference'),
  }),
  on('customer.updated', {customer: fc.record({name: fc.string()})}),
  on('engagement.reserved', {agent, role: fc.constantFrom('owner', 'consulted')}),
  on('engagement.offered', {...by, expiresAt: instant}),
  on('engagement.accepted', by),
  on('engagement.left', {...by, reason: fc.constantFrom('missed', 'left')}),
  on('engagement.read', {...by, readAt: instant}),
  on('wrap-up.started', {...by, deadline: instant}),
  on('wrap-up.extended', by),
  on('wrap-up.submitted', {...by, reasonIds: fc.constant(['a']), auto: fc.boolean()}),
  leg('leg.ringing'),
  leg('leg.joined'),
  on('leg.left', {legId}),
  ...['call.connected', 'call.held', 'call.resumed', 'call.muted', 'call.unmuted'].map((type) =>
    on(type, by),
  ),
  on('consult.requested', {...by, target}),
  on('consult.ringing', {legId}),
  on('consult.accepted', {legId}),
  on('consult.failed', {reason: fc.constant('missed')}),
  on('consult.held'),
  on('consult.resumed'),
  on('consult.ended', {by: agentId}),
  on('conference.requested', {...by, target}),
  on('conference.failed', {reason: fc.constant('missed')}),
  on('conference.started', {...by, legIds: fc.uniqueArray(legId, {minLength: 1})}),
  on('conference.joined', {legId}),
  on('conference.left', {legId}),
  on('conference.ended', {by: agentId}),
  on('recording.started'),
  on('recording.paused', {resumeAt: instant}),
  on('recording.resumed', {auto: fc.boolean()}),
  on('recording.stopped'),
  on('cad.changed', {
    changes: fc.array(fc.record({name: fc.constant('plan'), value: fc.string(), version: fc.nat(5)})),
    by: fc.constant({kind: 'flow'}),
  }),
  on('message.posted', {
    message: messageId.map((id) => ({id, at: 1, from: {kind: 'customer'}, text: id})),
  }),
  on('message.delivered', {messageId}),
  on('message.read', {messageId}),
  on('customer.left'),
  on('customer.returned'),
  on('mail.received', {mail: letter}),
  on('mail.queued', {mail: letter}),
  on('mail.sent', {mailId: messageId}),
  on('mail.failed', {mailId: messageId, failure: fc.string()}),
];

/** Something that a newer sender may say. */
const unknown: fc.Arbitrary<Happening> = on('future.fact', {agentId, whatever: fc.anything()});
const named: fc.Arbitrary<Happening> = fc
  .constantFrom('toString', 'constructor', '__proto__', 'valueOf')
  .chain((type) => on(type));

const happening = fc.oneof(
  {weight: 8, arbitrary: fc.oneof(...aboutInteraction)},
  {weight: 1, arbitrary: fc.oneof(...aboutDesk)},
  {weight: 1, arbitrary: fc.oneof(unknown, named)},
);

/** A stream: a snapshot with a call in a consult and a chat, then anything, now and then a new snapshot. */
const stream: fc.Arbitrary<readonly Fact[]> = fc
  .array(fc.tuple(happening, instant, fc.nat(60)), {maxLength: 80})
  .map((items) => {
    const start = hydrated(1, {
      interactions: [callIn('hears-consulted'), chat({id: 'i2'}), mail({id: 'i3'})],
    });
    return items.reduce<Fact[]>(
      (facts, [one, at, chance], index) =>
        facts.concat(
          chance === 0
            ? hydrated(index + 2, {interactions: [callIn('conference')]})
            : fact(index + 2, one, at),
        ),
      [start],
    );
  });

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
