import {describe, expect, it} from 'vitest';
import type {Message, Query, Who} from '@deskwire/domain';
import {answerQuery, type Archive} from './queries.js';
import {Hall} from './test-kit/hall.js';
import {agentOf, type HallOptions} from './test-kit/house.js';

const ANN: Who = {kind: 'agent', agentId: 'ann'};
const ABC = [
  agentOf('ann'),
  agentOf('bob'),
  agentOf('cho', {capacity: {voice: 0, chat: 1, social: 1, email: 1}}),
];
const hallOf = (options: HallOptions = {}) =>
  new Hall({agents: ABC, ...options}).available('ann', 'bob', 'cho');

const ask = <Q extends Query>(hall: Hall, query: Q, who: Who = ANN, archive?: Archive) => {
  const outcome = answerQuery(hall.centre, who, query, archive);
  return outcome.ok ? outcome.answer : outcome.refusal.code;
};

const states = (hall: Hall, interactionId?: string) => {
  const answer = ask(hall, {
    type: 'directory.agents',
    ...(interactionId === undefined ? {} : {interactionId}),
  });
  if (typeof answer === 'string' || !('agents' in answer)) return answer;
  return Object.fromEntries(
    answer.agents.map(({agent, state, canReceive}) => [agent.id, [state, canReceive]]),
  );
};

describe('R121 the list of agents', () => {
  it('is of the others, for the channel that it is asked for', () => {
    const hall = hallOf();
    const chat = hall.handled('chat', 'ann');
    expect(states(hall)).toEqual({bob: ['available', true], cho: ['available', false]});
    expect(states(hall, chat)).toEqual({bob: ['available', true], cho: ['available', true]});
  });

  it('says what they do, and whether they can take it', () => {
    const hall = hallOf();
    const call = hall.handled('voice', 'ann');
    const chat = hall.handled('chat', 'bob');
    expect(states(hall, call)).toMatchObject({bob: ['engaged', true]});
    hall.do('bob', {type: 'interaction.end', interactionId: chat});
    expect(states(hall, call)).toMatchObject({bob: ['wrap-up', false]});
    hall.do('bob', {type: 'wrap-up.submit', interactionId: chat, reasonIds: ['resolved']});
    hall.do('bob', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    expect(ask(hall, {type: 'directory.agents'})).toMatchObject({
      agents: [
        {agent: {id: 'bob', name: 'BOB', dn: 'bob'}, state: 'idle', reason: 'Lunch', canReceive: false},
        {},
      ],
    });
    hall.do('bob', {type: 'agent.sign-out'});
    expect(states(hall, call)).toMatchObject({bob: ['signed-out', false]});
  });

  it('agrees with what becomes of the command, whoever is asked for', () => {
    const hall = hallOf();
    const call = hall.handled('voice', 'ann');
    hall.handled('chat', 'bob');
    hall.do('cho', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    const listed = states(hall, call) as Record<string, [string, boolean]>;
    for (const [agentId, [, canReceive]] of Object.entries(listed)) {
      const start = {type: 'consult.start', interactionId: call, to: {kind: 'agent', agentId}} as const;
      expect([agentId, hall.give('ann', start).result.ok]).toEqual([agentId, canReceive]);
      if (canReceive) hall.do('ann', {type: 'consult.cancel', interactionId: call});
    }
  });

  it('shows an agent in RONA as that, and one who rings as available but not free', () => {
    const hall = hallOf();
    const call = hall.handled('voice', 'ann');
    const other = hall.rings('voice', 'bob', 'other');
    expect(states(hall, call)).toMatchObject({bob: ['available', false]});
    hall.do('bob', {type: 'interaction.decline', interactionId: other});
    expect(states(hall, call)).toMatchObject({bob: ['rona', false]});
  });
});

describe('R121 the lists of queues, entry points and numbers', () => {
  it('are all, or those that a contact could go to', () => {
    const hall = new Hall().available('ann');
    const call = hall.handled('voice', 'ann');
    const mail = hall.arrive('email');
    const ids = (query: Query) => {
      const answer = ask(hall, query);
      if (typeof answer === 'string') return answer;
      const rows = 'queues' in answer ? answer.queues : 'entryPoints' in answer ? answer.entryPoints : [];
      return rows.map(({id}) => id);
    };
    expect(ids({type: 'directory.queues'})).toEqual(['calls', 'experts', 'chats', 'posts', 'mails']);
    expect(ids({type: 'directory.queues', interactionId: call})).toEqual(['calls', 'experts']);
    expect(ids({type: 'directory.queues', interactionId: mail})).toEqual(['mails']);
    expect(ids({type: 'directory.entry-points', interactionId: call})).toEqual(['to-calls', 'to-experts']);
    expect(ask(hall, {type: 'directory.entry-points', interactionId: call})).toMatchObject({
      entryPoints: [{id: 'to-calls', name: 'Calls', number: '1588-0420'}, {}],
    });
  });

  it('the address book is as admin wrote it', () => {
    const numbers = [{name: 'Warehouse', number: '+82 32-555-0119'}];
    expect(ask(hallOf({numbers}), {type: 'directory.numbers'})).toEqual({numbers});
    expect(ask(hallOf(), {type: 'directory.numbers'})).toEqual({numbers: []});
  });

  it('are not for customers, strangers, or those who are not in the contact', () => {
    const hall = hallOf();
    const call = hall.handled('voice', 'ann');
    const bob: Who = {kind: 'agent', agentId: 'bob'};
    const nobody: Who = {kind: 'agent', agentId: 'nobody'};
    for (const type of ['directory.agents', 'directory.queues', 'directory.entry-points'] as const) {
      expect(ask(hall, {type, interactionId: call}, bob)).toBe('DW_INTERACTION_UNKNOWN');
      expect(ask(hall, {type}, {kind: 'customer', interactionId: call})).toBe('DW_ROLE_CUSTOMER');
      expect(ask(hall, {type}, nobody)).toBe('DW_AGENT_SIGNED_OUT');
    }
    expect(ask(hall, {type: 'directory.games'} as unknown as Query)).toBe('DW_CAPABILITY_MISSING');
  });
});

describe('R121 earlier messages', () => {
  const message = (id: string): Message => ({id, at: 0, from: {kind: 'bot', name: 'B'}, text: id});
  const archive: Archive = () => ['a', 'b', 'c'].map(message);
  const before = (messageId: string, limit: number): Query => ({
    type: 'messages.before',
    interactionId: 'chat-1',
    messageId,
    limit,
  });
  const idsOf = (answer: unknown) =>
    typeof answer === 'string' ? answer : (answer as {messages: Message[]}).messages.map(({id}) => id);

  it('come in pages, out of the archive and the transcript alike, to both who talk', () => {
    const hall = hallOf();
    const interactionId = hall.handled('chat', 'ann');
    const customer: Who = {kind: 'customer', interactionId};
    hall.do(customer, {type: 'message.send', interactionId, text: 'Hello'});
    const {content} = hall.interaction(interactionId);
    const [own = message('none')] = content.kind === 'chat' ? content.transcript.messages : [];
    for (const who of [ANN, customer]) {
      expect(ask(hall, before(own.id, 2), who, archive)).toMatchObject({
        messages: [{id: 'b'}, {id: 'c'}],
        earlier: 1,
      });
      expect(ask(hall, before('b', 9), who, archive)).toMatchObject({messages: [{id: 'a'}], earlier: 0});
      expect(idsOf(ask(hall, before('a', 0.5), who, archive))).toEqual([]);
    }
    expect(idsOf(ask(hall, before(own.id, 5)))).toEqual([]);
    expect(ask(hall, before('gone', 5))).toBe('DW_INPUT_INVALID');
    expect(ask(hall, before(own.id, 5), {kind: 'agent', agentId: 'bob'})).toBe('DW_INTERACTION_UNKNOWN');
    expect(ask(hall, before(own.id, 5), {kind: 'customer', interactionId: 'other'})).toBe(
      'DW_INTERACTION_UNKNOWN',
    );
  });

  it('are of chats only', () => {
    const hall = hallOf();
    const interactionId = hall.handled('voice', 'ann');
    expect(ask(hall, {type: 'messages.before', interactionId, messageId: 'a', limit: 1})).toBe(
      'DW_INTERACTION_UNKNOWN',
    );
  });
});
