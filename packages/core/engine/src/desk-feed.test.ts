import {describe, expect, it} from 'vitest';
import type {Interaction, Who} from '@deskwire/domain';
import type {Centre} from './centre.js';
import {snapshotFor} from './snapshot.js';
import type {Step} from './step.js';
import {customerOf, Desk} from './test-kit/desk.js';
import {Hall} from './test-kit/hall.js';
import {agentOf} from './test-kit/house.js';

const ANN: Who = {kind: 'agent', agentId: 'ann'};
const BOB: Who = {kind: 'agent', agentId: 'bob'};

/** Tells every desk what each step came to. */
const connect = (hall: Hall, ...whos: readonly Who[]): readonly Desk[] => {
  const desks = whos.map((who) => new Desk(who, hall));
  hall.watch = (before, {centre, facts}) => {
    for (const fact of facts) for (const desk of desks) desk.hear(desk.feed.push(before, centre, fact));
  };
  return desks;
};

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
