import fc from 'fast-check';
import {describe, expect, it, vi} from 'vitest';
import type {DeskState, Fact, Interaction, Who} from '@deskwire/domain';
import {replay} from './apply.js';
import {audienceOf} from './audience.js';
import type {Centre} from './centre.js';
import {same} from './same.js';
import {snapshotFor} from './snapshot.js';
import type {Step} from './step.js';
import {customerOf, Desk} from './test-kit/desk.js';
import type {Hall} from './test-kit/hall.js';
import {play, stormHall, type Move} from './test-kit/storm.js';

// Storms are long, and the machine may be busy with something else.
vi.setConfig({testTimeout: 60_000});

// Storms: every agent, and a page for every conversation from the moment it arrived; some hydrate again in between.

const nat = fc.noBias(fc.nat({max: 999}));
const storm: fc.Arbitrary<readonly Move[]> = fc.array(fc.tuple(nat, nat, nat, nat), {
  minLength: 100,
  maxLength: 250,
});
const weather = (body: (moves: readonly Move[]) => void, numRuns: number): void =>
  fc.assert(fc.property(storm, body), {seed: 7_141_118, numRuns});

type Tell = (desk: Desk, before: Centre, step: Step) => void;

const byStep: Tell = (desk, before, {centre, facts}) => {
  for (const fact of facts) desk.hear(desk.feed.push(before, centre, fact));
};

/** The centre after each single fact, as a host that applies them one by one has it. */
const byFact: Tell = (desk, before, {facts}) => {
  let last = before;
  for (const fact of facts) {
    const next = replay(last, [fact]);
    desk.hear(desk.feed.push(last, next, fact));
    last = next;
  }
};

const toAudience: Tell = (desk, before, {centre, facts}) => {
  for (const fact of facts) {
    const concerns = audienceOf(before, centre, fact).some((who) => same(who, desk.who));
    if (concerns) desk.hear(desk.feed.push(before, centre, fact));
  }
};

/** A storm with desks that listen; `look` sees every desk after every move. */
const listen = (moves: readonly Move[], tell: Tell, look: (desk: Desk, hall: Hall) => void): void => {
  const hall = stormHall();
  const desks = hall.config.agents.map(({id}) => new Desk({kind: 'agent', agentId: id}, hall));
  hall.watch = (before, step) => {
    for (const desk of desks) tell(desk, before, step);
    for (const fact of step.facts) {
      if (fact.type === 'interaction.created') desks.push(new Desk(customerOf(fact.interactionId), hall));
    }
  };
  for (const move of moves) {
    play(hall, move);
    if (move[3] % 50 === 0) desks[move[1] % desks.length]?.hydrate(hall);
    for (const desk of desks) look(desk, hall);
  }
};

/** What a desk would know that began now. */
const fresh = ({who, state}: Desk, {centre}: Hall): DeskState => {
  const {interactions, ...header} = snapshotFor(centre, who);
  return {
    ...header,
    ...(state.cursor ? {cursor: state.cursor} : {}),
    interactions: new Map(interactions.map((one) => [one.id, one])),
  };
};

/** A customer keeps a conversation that the centre has let go, to read it. */
const isLetGo = ({who}: Desk, {centre}: Hall): boolean =>
  who.kind === 'customer' && !centre.interactions.has(who.interactionId);

/** Facts about an interaction that was not shown, or that is hidden again. */
const untimely = (told: readonly Fact[]): readonly Fact[] => {
  let shown = new Set<string>();
  return told.filter((fact) => {
    if (fact.type === 'desk.hydrated') shown = new Set(fact.snapshot.interactions.map(({id}) => id));
    if (!('interactionId' in fact)) return false;
    if (fact.type === 'interaction.shown') shown.add(fact.interactionId);
    const isShown = shown.has(fact.interactionId);
    if (fact.type === 'interaction.hidden') shown.delete(fact.interactionId);
    return !isShown;
  });
};

describe('in a storm', () => {
  it.each([
    ['step by step', byStep],
    ['fact by fact', byFact],
    ['told only what concerns it', toAudience],
  ])('a desk knows at every moment what a fresh snapshot would say (%s)', (_, tell) => {
    weather((moves) => {
      listen(moves, tell, (desk, hall) => {
        if (!isLetGo(desk, hall)) expect(desk.state).toEqual(fresh(desk, hall));
      });
    }, 25);
  });

  it('what a desk is told is counted without a gap', () => {
    weather((moves) => {
      const desks = new Set<Desk>();
      listen(moves, byStep, (desk) => desks.add(desk));
      for (const {told, feed} of desks) {
        expect(told.map(({seq}) => seq)).toEqual(told.map((_, index) => index + 1));
        expect(feed.cursor.seq).toBe(told.length);
      }
    }, 40);
  });

  it('a customer keeps what they saw last, and it is over', () => {
    weather((moves) => {
      const kept: (Interaction | undefined)[] = [];
      listen(moves, byStep, (desk, hall) => {
        if (isLetGo(desk, hall)) kept.push(...desk.state.interactions.values());
      });
      expect(kept.filter((one) => one?.ending === undefined)).toEqual([]);
    }, 40);
  });

  it('an agent is told of a contact only between its showing and its hiding, and has a part in it', () => {
    weather((moves) => {
      const wrong: unknown[] = [];
      const agents = new Set<Desk>();
      listen(moves, byStep, (desk) => {
        if (desk.who.kind === 'agent') agents.add(desk);
        const {agentId} = desk.who as Extract<Who, {kind: 'agent'}>;
        for (const one of desk.who.kind === 'agent' ? desk.state.interactions.values() : []) {
          const phase = one.engagements.find(({agent}) => agent.id === agentId)?.phase ?? 'done';
          if (phase === 'done') wrong.push([agentId, one.id]);
        }
      });
      for (const {told} of agents) wrong.push(...untimely(told));
      expect(wrong).toEqual([]);
    }, 30);
  });

  it('a customer never sees data of the call, queues, offers, wrap-up or another conversation', () => {
    const hidden =
      /SECRET|"(queue|entryPointId|wrapUp\w*|expiresAt|dn|team|muted|left)":|to-\w+s"|resolved"|"(connecting|offered|wrap-up)"|engagement\.|leg\.|call\.|recording\.|cad\./;
    weather((moves) => {
      const pages = new Set<Desk>();
      listen(moves, byStep, (desk) => {
        if (desk.who.kind === 'customer') pages.add(desk);
      });
      for (const {who, told} of pages) {
        const facts = told.map((fact) => (fact.type === 'desk.hydrated' ? fact.snapshot.interactions : fact));
        expect(JSON.stringify(facts)).not.toMatch(hidden);
        const about = told.flatMap((fact) => ('interactionId' in fact ? [fact.interactionId] : []));
        expect(about.filter((id) => who.kind === 'customer' && id !== who.interactionId)).toEqual([]);
      }
    }, 40);
  });
});
