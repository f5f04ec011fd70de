import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {EMPTY_DESK, reduce, type DeskState, type Fact, type Happening} from '@deskwire/domain';
import {
  AGENT,
  aMail,
  aMessage,
  anActive,
  anInteraction,
  aRequest,
  aSnapshot,
  factLog,
  NOON,
  QUEUE,
} from '@deskwire/testing/fixtures.js';
import {FakePort} from '@deskwire/testing/ports.js';
import {createStream} from './desk-stream.js';

const ids = ['one', 'two', 'three', 'four', 'five'];
const interactionId = fc.constantFrom(...ids);
const agentId = fc.constantFrom(AGENT.id, 'agent-2');
const legId = fc.constantFrom('leg-customer', 'leg-agent-1', 'leg-3');
const channel = fc.constantFrom('voice', 'chat', 'email');
const whole = fc
  .tuple(interactionId, channel, fc.constantFrom(anInteraction, aRequest, anActive))
  .map(([id, kind, make]) => make({id, channel: kind}));
const snapshot = fc
  .uniqueArray(whole, {selector: ({id}) => id})
  .map((interactions) => aSnapshot({interactions}));

const on = <T extends object>(type: string, rest: fc.Arbitrary<T>) =>
  fc.tuple(interactionId, rest).map(([id, more]) => ({type, interactionId: id, ...more}));
const by = fc.record({agentId});
const text = fc.string({maxLength: 5});

/** Facts of every family, in any order, about interactions that exist or not; some of a type that nobody knows. */
const happening = fc.oneof(
  fc
    .tuple(interactionId, whole)
    .map(([id, one]) => ({type: 'interaction.shown', interactionId: id, interaction: {...one, id}})),
  on('interaction.hidden', fc.constant({})),
  on('interaction.queued', fc.constant({queue: QUEUE})),
  on('interaction.ended', fc.constant({ending: {at: NOON, by: 'agent', reason: 'ended'}})),
  on('engagement.reserved', fc.constant({agent: AGENT, role: 'owner'})),
  on('engagement.offered', by),
  on('engagement.accepted', by),
  on('engagement.left', fc.record({agentId, reason: fc.constantFrom('missed', 'ended')})),
  on('wrap-up.started', by),
  on('wrap-up.submitted', fc.record({agentId, reasonIds: fc.constant(['resolved']), auto: fc.boolean()})),
  on('leg.joined', fc.record({legId, party: fc.constant({kind: 'customer'})})),
  on('leg.left', fc.record({legId})),
  on('call.connected', by),
  on('call.held', by),
  on('call.resumed', by),
  on('call.muted', by),
  on('recording.started', fc.constant({})),
  on(
    'message.posted',
    fc.record({message: fc.tuple(text, text).map(([id, words]) => aMessage({id, text: words}))}),
  ),
  on('message.read', fc.record({messageId: text})),
  on('mail.received', fc.record({mail: text.map((id) => aMail({id}))})),
  on('customer.left', fc.constant({})),
  on('call.levitated', fc.record({height: fc.integer()})),
  fc.record({
    type: fc.constant('agent.state-changed'),
    agentId,
    presence: fc.constant({state: 'idle', reasonId: 'lunch', since: NOON}),
  }),
  fc.record({type: fc.constant('handset.changed'), agentId, handset: fc.record({offHook: fc.boolean()})}),
  fc.record({type: fc.constant('moon.rose'), phase: fc.integer()}),
) as fc.Arbitrary<unknown> as fc.Arbitrary<Happening>;

/** A session: a snapshot, then happenings and now and then another snapshot; some facts are told twice. */
const session = fc
  .tuple(
    snapshot,
    fc.array(
      fc.tuple(fc.oneof({weight: 30, arbitrary: happening}, {weight: 1, arbitrary: snapshot}), fc.nat(4)),
    ),
  )
  .map(([first, rest]): readonly Fact[] => {
    const log = factLog();
    const told: Fact[] = [log.hydrated(first)];
    for (const [what, back] of rest) {
      told.push('type' in what ? log.say(what) : log.hydrated(what));
      const again = told.at(-1 - back);
      if (back > 2 && again) told.push(again);
    }
    return told;
  });

const plain = ({interactions, ...header}: DeskState) => ({...header, interactions: new Map(interactions)});

describe("the stream and the domain's reduce", () => {
  it('come to the same state, however the facts are batched', () => {
    fc.assert(
      fc.property(session, fc.array(fc.integer({min: 1, max: 7})), (facts, sizes) => {
        const port = new FakePort();
        const stream = createStream(port);
        stream.connect();
        port.last.live();
        let expected: DeskState = EMPTY_DESK;
        for (let at = 0, turn = 0; at < facts.length; turn += 1) {
          const batch = facts.slice(at, (at += sizes[turn % (sizes.length || 1)] ?? 1));
          expected = batch.reduce(reduce, expected);
          port.last.tell(...batch);
          expect(plain(stream.snapshot())).toEqual(plain(expected));
        }
        expect(port.sessions).toHaveLength(1);
        stream.close();
      }),
      {numRuns: 300, seed: 42},
    );
  });

  it('tell a watcher every state that its interaction is in after a batch', () => {
    fc.assert(
      fc.property(session, (facts) => {
        const port = new FakePort();
        const stream = createStream(port);
        const heard = new Map<string, unknown>();
        for (const id of ids) stream.interaction(id).subscribe((one) => heard.set(id, one));
        stream.connect();
        port.last.live();
        for (const fact of facts) {
          port.last.tell(fact);
          for (const id of ids) expect(heard.get(id)).toBe(stream.snapshot().interactions.get(id));
        }
        stream.close();
      }),
      {numRuns: 100, seed: 43},
    );
  });
});
