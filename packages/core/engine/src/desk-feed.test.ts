import fc from 'fast-check';
import {describe, expect, it, vi} from 'vitest';
import {
  EMPTY_DESK,
  reduce,
  type DeskState,
  type Fact,
  type FactType,
  type Interaction,
  type Who,
} from '@deskwire/domain';
import {replay} from './apply.js';
import {audienceOf} from './audience.js';
import type {Centre} from './centre.js';
import {DeskFeed} from './desk-feed.js';
import {same} from './same.js';
import {snapshotFor} from './snapshot.js';
import type {Step} from './step.js';
import {agentOf, Hall} from './test-kit/hall.js';
import {play, stormHall, type Move} from './test-kit/storm.js';

const ANN: Who = {kind: 'agent', agentId: 'ann'};
const BOB: Who = {kind: 'agent', agentId: 'bob'};

/** A desk or a customer's page that is told everything by its feed. */
class Desk {
  readonly feed: DeskFeed;
  readonly told: Fact[] = [];
  state: DeskState = EMPTY_DESK;

  constructor(
    readonly who: Who,
    hall: Hall,
  ) {
    this.feed = new DeskFeed(who, 'epoch');
    this.hydrate(hall);
  }

  hydrate({centre, now}: Hall): void {
    this.hear([this.feed.hydrate(centre, now)]);
  }

  hear(facts: readonly Fact[]): void {
    this.told.push(...facts);
    for (const fact of facts) this.state = reduce(this.state, fact);
  }

  /** The types of what was told since an earlier count. */
  since(count: number): readonly FactType[] {
    return this.told.slice(count).map(({type}) => type);
  }
}

/** Tells every desk what each step came to. */
const connect = (hall: Hall, ...whos: readonly Who[]): readonly Desk[] => {
  const desks = whos.map((who) => new Desk(who, hall));
  hall.watch = (before, {centre, facts}) => {
    for (const fact of facts) for (const desk of desks) desk.hear(desk.feed.push(before, centre, fact));
  };
  return desks;
};

const customerOf = (interactionId: string): Who => ({kind: 'customer', interactionId});

describe("an agent's feed", () => {
  it('shows a contact when it connects, tells what becomes of it, and hides it when it is done', () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')]}).available('ann', 'bob');
    const [ann, bob] = connect(hall, ANN, BOB);
    const interactionId = hall.handled('chat', 'ann');
    hall.do(customerOf(interactionId), {type: 'message.send', interactionId, text: 'Hello'});
    hall.do('ann', {type: 'interaction.end', interactionId});
    hall.do('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    expect(ann?.since(1)).toEqual([
      'interaction.shown',
      'engagement.offered',
      'engagement.accepted',
      'leg.joined',
      'call.connected',
      'message.posted',
      'interaction.ended',
      'wrap-up.started',
      'wrap-up.submitted',
      'interaction.hidden',
    ]);
    expect(bob?.since(1)).toEqual([]);
  });

  it('hides what was missed from the first agent and shows it to the next, with who had it before', () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')]}).available('ann', 'bob');
    const [ann, bob] = connect(hall, ANN, BOB);
    const id = hall.rings('voice', 'ann');
    const count = ann?.told.length ?? 0;
    hall.pass(20);
    expect(ann?.since(count)).toEqual(['engagement.left', 'interaction.hidden', 'agent.state-changed']);
    expect(bob?.since(1)).toEqual(['interaction.shown']);
    expect(bob?.state.interactions.get(id)?.engagements).toMatchObject([
      {agent: {id: 'ann'}, left: 'missed'},
      {agent: {id: 'bob'}, phase: 'connecting'},
    ]);
  });

  it('tells of the own state and handset only', () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')]}).available('ann', 'bob');
    const [ann, bob] = connect(hall, ANN, BOB);
    hall.do('ann', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    hall.tell({type: 'handset.changed', agentId: 'ann', handset: {offHook: true}});
    hall.tell({type: 'agent.disconnected', agentId: 'ann'});
    expect(ann?.since(1)).toEqual(['agent.state-changed', 'handset.changed']);
    expect(bob?.since(1)).toEqual([]);
  });

  it('carries the id of the command, so that its sender knows the answer', () => {
    const hall = new Hall().available('ann');
    const [ann] = connect(hall, ANN);
    const interactionId = hall.handled('voice', 'ann');
    const {facts} = hall.give('ann', {type: 'call.hold', interactionId});
    expect(ann?.told.at(-1)).toMatchObject({type: 'call.held', cause: facts[0]?.cause});
  });

  it('says a fact once, and nothing that the snapshot contains', () => {
    const hall = new Hall().available('ann');
    const steps: [Centre, Step][] = [];
    hall.watch = (before, step) => steps.push([before, step]);
    hall.rings('chat', 'ann');
    const ann = new Desk(ANN, hall);
    hall.do('ann', {type: 'interaction.accept', interactionId: 'chat-1'});
    const tellAll = () => {
      for (const [before, {centre, facts}] of steps) {
        for (const fact of facts) ann.hear(ann.feed.push(before, centre, fact));
      }
    };
    tellAll();
    tellAll();
    expect(ann.since(1)).toEqual(['engagement.accepted', 'leg.joined', 'call.connected']);
    expect(ann.feed.cursor).toEqual({epoch: 'epoch', seq: 4});
    ann.hydrate(hall);
    expect(ann.feed.cursor.seq).toBe(5);
    expect(ann.state.interactions.size).toBe(1);
  });

  it('shows a desk of nobody nothing', () => {
    const hall = new Hall();
    const [nobody] = connect(hall, {kind: 'agent', agentId: 'nobody'});
    hall.available('ann').rings('chat', 'ann');
    expect(nobody?.since(1)).toEqual([]);
    expect(nobody?.state).toMatchObject({presence: {state: 'signed-out'}});
  });
});

describe("a customer's feed", () => {
  const chat = () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')]}).available('ann', 'bob');
    const [page] = connect(hall, customerOf('c'));
    return {hall, page, seen: (): Interaction | undefined => page?.state.interactions.get('c')};
  };

  it('shows the conversation, who joins it, and its end, but nothing of offers and wrap-up', () => {
    const {hall, page, seen} = chat();
    hall.rings('chat', 'ann', 'c');
    hall.pass(30);
    expect(page?.since(1)).toEqual(['interaction.shown']);
    expect(seen()?.engagements).toEqual([]);
    hall.tell({type: 'station.ringing', interactionId: 'c', agentId: 'bob'});
    hall.do('bob', {type: 'interaction.accept', interactionId: 'c'});
    expect(seen()).toMatchObject({
      talk: {kind: 'together'},
      engagements: [
        {
          agent: {id: 'bob', name: 'BOB'},
          role: 'owner',
          phase: 'active',
          since: hall.now,
          acceptedAt: hall.now,
        },
      ],
    });
    hall.do('bob', {type: 'message.send', interactionId: 'c', text: 'Hello'});
    hall.do('bob', {type: 'interaction.end', interactionId: 'c'});
    expect(page?.since(1)).toEqual([
      'interaction.shown',
      'interaction.shown',
      'message.posted',
      'interaction.ended',
      'interaction.shown',
    ]);
    expect(seen()).toMatchObject({ending: {by: 'agent'}, engagements: [], talk: {kind: 'none'}});
    hall.do('bob', {type: 'wrap-up.submit', interactionId: 'c', reasonIds: ['resolved']});
    expect(page?.told).toHaveLength(6);
    expect(seen()?.content).toMatchObject({transcript: {messages: [{text: 'Hello'}]}});
  });

  it('shows no other conversation', () => {
    const {hall, page} = chat();
    hall.handled('chat', 'ann', 'other');
    hall.do('ann', {type: 'message.send', interactionId: 'other', text: 'Hello'});
    expect(page?.since(1)).toEqual([]);
  });

  it('knows that they wait on hold, and not why', () => {
    const {hall, seen} = chat();
    hall.handled('voice', 'ann', 'c');
    hall.do('ann', {type: 'call.hold', interactionId: 'c'});
    expect(seen()?.talk).toEqual({kind: 'hold', since: hall.now, heldSince: hall.now});
    hall.do('ann', {type: 'call.resume', interactionId: 'c'});
    expect(seen()?.talk.kind).toBe('together');
  });

  it('shows of the tenant only what a page needs', () => {
    const hall = new Hall();
    const {tenant, profile} = snapshotFor(hall.centre, customerOf('c'));
    expect(profile).toBeUndefined();
    expect([tenant.id, tenant.name, tenant.queues, tenant.entryPoints]).toEqual(['t', 'Tenant', [], []]);
    expect(JSON.stringify(tenant)).not.toMatch(/Callback|Lunch/);
  });
});

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
