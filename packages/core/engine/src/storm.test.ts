import fc from 'fast-check';
import {describe, expect, it, vi} from 'vitest';
import {CHANNELS, engagementOf, isOpen, type Channel, type Fact, type Interaction} from '@deskwire/domain';
import {applyFact, replay} from './apply.js';
import {createCentre, type AgentState, type Centre, type Waiting} from './centre.js';
import {deadlinesOfAgent, deadlinesOfInteraction} from './deadlines.js';
import {byAge, Draft} from './draft.js';
import {canTake, isIn} from './routing.js';
import {same} from './same.js';
import {soughtIn} from './seeking.js';
import type {Hall} from './test-kit/hall.js';
import {foresee, linesOf} from './test-kit/oracle.js';
import {perform, play, read, stormHall, type Move} from './test-kit/storm.js';

// Storms are long, and the machine may be busy with something else.
vi.setConfig({testTimeout: 60_000});

/** Every number as likely as every other: small ones would have everybody do the same few things. */
const nat = fc.noBias(fc.nat({max: 999}));
const storm: fc.Arbitrary<readonly Move[]> = fc.array(fc.tuple(nat, nat, nat, nat), {
  minLength: 100,
  maxLength: 250,
});

const weather = (body: (moves: readonly Move[]) => void, numRuns: number): void =>
  fc.assert(fc.property(storm, body), {seed: 20_261_120, numRuns});

/** Plays a storm and looks at the hall after every move. */
const through = (moves: readonly Move[], look: (hall: Hall, before: Centre, facts: number) => void): Hall => {
  const hall = stormHall();
  for (const move of moves) {
    const {centre, facts} = hall;
    const count = facts.length;
    play(hall, move);
    look(hall, centre, count);
  }
  return hall;
};

const CURRENT: readonly string[] = ['connecting', 'offered', 'active'];
const ownersOf = ({engagements}: Interaction): readonly string[] =>
  engagements
    .filter(({role, phase}) => role === 'owner' && CURRENT.includes(phase))
    .map(({agent}) => agent.id);

/** Neither an agent nor an outside number has it, and it is not over. */
const isLoose = (one: Interaction): boolean =>
  !one.ending &&
  ownersOf(one).length === 0 &&
  !one.legs.some(({party, presence}) => party.kind === 'number' && presence !== 'gone');

const countOf = ({work}: AgentState, channel: Channel): number =>
  work.filter((one) => one.channel === channel).length;

describe('the same storm twice', () => {
  it('comes to the same facts', () => {
    weather((moves) => {
      expect(through(moves, () => {}).facts).toEqual(through(moves, () => {}).facts);
    }, 20);
  });

  it('reaches everything that the engine can tell', () => {
    const told = new Set<string>();
    weather((moves) => {
      for (const {type} of through(moves, () => {}).facts) told.add(type);
    }, 400);
    expect([...told].sort()).toEqual([
      'agent.connected',
      'agent.disconnected',
      'agent.state-changed',
      'cad.changed',
      'cad.defined',
      'cad.overwritten',
      'call-guide.submitted',
      'call.connected',
      'call.dtmf-sent',
      'call.held',
      'call.muted',
      'call.resumed',
      'call.unmuted',
      'conference.failed',
      'conference.left',
      'conference.requested',
      'conference.started',
      'consult.accepted',
      'consult.ended',
      'consult.failed',
      'consult.held',
      'consult.requested',
      'consult.resumed',
      'consult.ringing',
      'customer.left',
      'customer.returned',
      'engagement.accepted',
      'engagement.left',
      'engagement.offered',
      'engagement.read',
      'engagement.reserved',
      'handset.changed',
      'interaction.created',
      'interaction.ended',
      'interaction.queued',
      'interaction.transferred',
      'leg.joined',
      'leg.left',
      'leg.ringing',
      'mail.failed',
      'mail.queued',
      'mail.recalled',
      'mail.received',
      'mail.sent',
      'message.delivered',
      'message.posted',
      'message.read',
      'outdial.failed',
      'recording.paused',
      'recording.resumed',
      'recording.started',
      'recording.stopped',
      'wrap-up.extended',
      'wrap-up.started',
      'wrap-up.submitted',
    ]);
  });
});

describe('replay', () => {
  it('makes the very centre that the steps made, at every moment', () => {
    weather((moves) => {
      const opening = stormHall();
      let replayed = replay(createCentre(opening.config), opening.facts);
      through(moves, (hall, _, count) => {
        replayed = replay(replayed, hall.facts.slice(count));
        expect(replayed).toEqual({...hall.centre, config: replayed.config});
      });
    }, 40);
  });

  it('makes it from nothing, at every moment', () => {
    weather((moves) => {
      through(moves, ({centre, config, facts}) => {
        expect(replay(createCentre(config), facts)).toEqual(centre);
      });
    }, 8);
  });
});

const plain = ({agents, interactions, waiting, flows, contacts, deadlines, seq}: Centre) => ({
  agents: [...agents],
  interactions: [...interactions],
  waiting: [...waiting],
  flows: [...flows],
  marks: [...contacts.marks],
  fronts: [...contacts.fronts],
  deadlines,
  seq,
});

describe('facts and centres', () => {
  it('are counted without a gap, and no step touches the centre before it', () => {
    weather((moves) => {
      const past: {readonly centre: Centre; readonly copy: unknown}[] = [];
      const {facts} = through(moves, ({centre}) => past.push({centre, copy: structuredClone(plain(centre))}));
      expect(facts.map(({seq}) => seq)).toEqual(facts.map((_, index) => index + 1));
      for (const {centre, copy} of past) expect(plain(centre)).toEqual(copy);
    }, 15);
  });
});

/** Collects what is wrong after each move; a storm must leave nothing. */
const never = (
  wrongs: (hall: Hall, before: Centre, facts: number) => readonly string[],
  numRuns = 100,
): void =>
  weather((moves) => {
    const found: string[] = [];
    through(moves, (hall, before, facts) => found.push(...wrongs(hall, before, facts)));
    expect(found).toEqual([]);
  }, numRuns);

const overloaded = (agent: AgentState): readonly string[] =>
  CHANNELS.filter((channel) => countOf(agent, channel) > agent.profile.capacity[channel]).map(
    (channel) => `${agent.profile.id} has too much ${channel}`,
  );

const couldTake = (centre: Centre, {interactionId, queueId, channel, avoid}: Waiting): readonly string[] =>
  [...centre.agents.values()]
    .filter((agent) => agent.profile.queueIds.includes(queueId) && canTake(agent, channel))
    .filter((agent) => agent.profile.id !== avoid && !isIn(agent, interactionId))
    .map(({profile}) => `${profile.id} could take ${interactionId}`);

/** Who makes a call is not asked whether they can take it: they have asked for it themselves. */
const isOwnCall = ({origin, legs, engagements}: Interaction, agentId: string): boolean =>
  (origin === 'outdial' || origin === 'campaign') &&
  legs.every(({presence, party}) => party.kind !== 'customer' || presence !== 'joined') &&
  engagements.every(({agent}) => agent.id === agentId);

const wronglyReserved = (draft: Draft, fact: Fact): readonly string[] => {
  const one = 'interactionId' in fact ? draft.interactions.get(fact.interactionId) : undefined;
  if (fact.type === 'engagement.offered') {
    const {state} = draft.agents.get(fact.agentId)?.presence ?? {};
    return state === 'rona' && one && !isOwnCall(one, fact.agentId)
      ? [`${fact.agentId} in RONA was offered ${fact.interactionId}`]
      : [];
  }
  if (fact.type !== 'engagement.reserved') return [];
  const agent = draft.agents.get(fact.agent.id);
  if (one && isOwnCall(one, fact.agent.id)) return [];
  return agent && one && canTake(agent, one.channel) ? [] : [`${fact.agent.id} was reserved`];
};

const workOf = (open: readonly Interaction[], agentId: string) =>
  open.flatMap((one) => {
    const engagement = engagementOf(one, agentId);
    return engagement && isOpen(engagement)
      ? [{interactionId: one.id, channel: one.channel, phase: engagement.phase}]
      : [];
  });

const byTime = (a: {readonly at: number}, b: {readonly at: number}): number => a.at - b.at;

describe('at every moment of a storm', () => {
  it('nobody has more than their profile allows, and no contact has two owners', () => {
    never(({centre}) => [
      ...[...centre.agents.values()].flatMap(overloaded),
      ...[...centre.interactions.values()]
        .filter((one) => ownersOf(one).length > 1)
        .map(({id}) => `${id} has two owners`),
    ]);
  });

  it('a contact waits once, exactly while nobody has it or a queue looks for somebody to consult, oldest first', () => {
    never(({centre, config: {tenant}}) => {
      const lines = [...centre.waiting.values()];
      const waiting = lines.flat().map(({interactionId, role}) => `${interactionId} ${role}`);
      const expected = [...centre.interactions.values()].flatMap((one) => [
        ...(isLoose(one) ? [`${one.id} owner`] : []),
        ...(soughtIn(one, tenant) === undefined ? [] : [`${one.id} consulted`]),
      ]);
      return [
        ...(same(waiting.toSorted(), expected.toSorted())
          ? []
          : [`${waiting.join()} for ${expected.join()}`]),
        ...lines.filter((line) => !same(line, [...line].sort(byAge))).map(() => 'a line out of order'),
      ];
    });
  });

  it('there are never more lines outside than admin allows', () => {
    never(({centre}) => (linesOf(centre) > centre.config.tenant.callLimits.tenant ? ['too many lines'] : []));
  });

  it('a contact waits only where nobody can take it', () => {
    never(({centre}) => [...centre.waiting.values()].flat().flatMap((one) => couldTake(centre, one)));
  });

  it('nobody is reserved who is not available, connected, free and able to ring', () => {
    never(({facts}, before, count) => {
      const draft = new Draft(before);
      return facts.slice(count).flatMap((fact) => {
        const wrong = wronglyReserved(draft, fact);
        applyFact(draft, fact);
        return wrong;
      });
    });
  });

  it('what is remembered beside the interactions is what follows from them', () => {
    weather((moves) => {
      through(moves, ({centre, config: {tenant}}) => {
        const open = [...centre.interactions.values()];
        const agents = [...centre.agents.values()];
        const deadlines = [
          ...open.flatMap((one) => deadlinesOfInteraction(one, tenant)),
          ...agents.flatMap((one) => deadlinesOfAgent(one, tenant)),
        ].sort(byTime);
        expect([new Set(centre.deadlines), centre.deadlines.map(({at}) => at)]).toEqual([
          new Set(deadlines),
          deadlines.map(({at}) => at),
        ]);
        expect(centre.lines).toBe(linesOf(centre));
        expect(agents.map(({work}) => new Set(work))).toEqual(
          agents.map(({profile}) => new Set(workOf(open, profile.id))),
        );
      });
    }, 30);
  });

  it('an interaction is there exactly while somebody or some mail needs it', () => {
    never(({centre}) =>
      [...centre.interactions.values()]
        .filter(({ending, engagements, content}) => {
          const sending =
            content.kind === 'email' && content.thread.mails.some(({delivery}) => delivery === 'sending');
          return ending && !engagements.some(isOpen) && !sending;
        })
        .map(({id}) => `${id} is left over`),
    );
  });
});

const isOf =
  (cause: string) =>
  (fact: Fact): boolean =>
    fact.cause === cause;

describe('a command in a storm', () => {
  it('R100 is done exactly where permit allows it and nothing is typed wrongly, and tells its fact', () => {
    const counts = {done: 0, refused: 0};
    weather((moves) => {
      const hall = stormHall();
      for (const move of moves) {
        hall.now += 1;
        const played = read(hall, move);
        if (played.kind !== 'command') {
          perform(hall, played, move);
          continue;
        }
        const {centre} = hall;
        const foreseen = foresee(centre, played.who, played.command, hall.now);
        const input = {...played, id: `x-${hall.now.toString()}`};
        const {result, facts, centre: after} = hall.run(input);
        expect(result.ok ? 'ok' : result.refusal.code).toBe(foreseen);
        if (!result.ok) expect([after === centre, facts]).toEqual([true, []]);
        // To save what is there already changes nothing.
        else if (played.who.kind === 'agent' && played.command.type !== 'cad.save')
          expect(facts.some(isOf(input.id))).toBe(true);
        counts[result.ok ? 'done' : 'refused'] += 1;
      }
    }, 120);
    expect(Math.min(counts.done, counts.refused)).toBeGreaterThan(500);
  });
});
