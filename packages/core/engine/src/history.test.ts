import {describe, expect, it} from 'vitest';
import {
  reduceInteraction,
  isInteractionFact,
  type HistoryEntry,
  type Interaction,
  type Who,
} from '@deskwire/domain';
import {
  answerHistory,
  answerRemoteHistory,
  isHistoryQuery,
  type History,
  type HistoryQuery,
} from './history.js';
import {
  byRecency,
  customerEntryOf,
  historyChannelOf,
  historyCursor,
  historyPage,
  ownEntryOf,
  readHistoryCursor,
} from './history-page.js';
import {answerQuery} from './queries.js';
import {isSameCustomer} from './same-customer.js';
import {Hall} from './test-kit/hall.js';
import {agentOf, OPENING, type HallOptions} from './test-kit/house.js';

const ANN: Who = {kind: 'agent', agentId: 'ann'};
const BOB: Who = {kind: 'agent', agentId: 'bob'};

const hallOf = (options: HallOptions = {}) =>
  new Hall({agents: [agentOf('ann'), agentOf('bob')], features: ['history'], ...options}).available(
    'ann',
    'bob',
  );

/** Whoever else there is steps aside, so that a contact comes to this agent. */
const onlyTo = (hall: Hall, agentId: string): Hall => {
  for (const other of ['ann', 'bob']) {
    const to =
      other === agentId ? ({state: 'available'} as const) : ({state: 'idle', reasonId: 'lunch'} as const);
    hall.do(other, {type: 'agent.set-state', to});
  }
  return hall;
};

/** Everything that ever happened, as a simulator would remember it. */
const pastOf = (hall: Hall): readonly Interaction[] => {
  const found = new Map<string, Interaction>();
  for (const fact of hall.facts.filter(isInteractionFact)) {
    const now = reduceInteraction(found.get(fact.interactionId), fact);
    if (now) found.set(now.id, now);
  }
  return [...found.values()];
};

const isRow = (row: HistoryEntry | undefined): row is HistoryEntry => row !== undefined;

const memoryOf = (hall: Hall): History => {
  const {tenant} = hall.config;
  return {
    mine: ({agentId, channel, ...range}) =>
      historyPage(
        pastOf(hall)
          .map((one) => ownEntryOf(one, tenant, agentId))
          .filter(isRow)
          .filter((row) => channel === undefined || historyChannelOf(row.channel) === channel)
          .sort(byRecency),
        range,
      ),
    ofCustomer: ({customer, except, ...range}) =>
      historyPage(
        pastOf(hall)
          .filter((one) => one.id !== except && isSameCustomer(one.customer, customer))
          .map((one) => customerEntryOf(one, tenant))
          .filter(isRow)
          .sort(byRecency),
        range,
      ),
    contact: (id) => pastOf(hall).find((one) => one.id === id),
  };
};

const ask = (hall: Hall, query: HistoryQuery, who: Who = ANN) => {
  const outcome = answerHistory(hall.centre, who, query, memoryOf(hall), hall.now);
  return outcome.ok ? outcome.answer : outcome.refusal.code;
};

const rows = (answer: ReturnType<typeof ask>): readonly HistoryEntry[] =>
  typeof answer === 'object' && 'entries' in answer ? answer.entries : [];

const ids = (answer: ReturnType<typeof ask>) => rows(answer).map(({interactionId}) => interactionId);

const finish = (hall: Hall, interactionId: string, agentId = 'ann') => {
  hall.now += 60_000;
  hall.do(agentId, {type: 'interaction.end', interactionId});
  hall.do(agentId, {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
};

const MINE = {type: 'history.mine', limit: 10} as const;

describe('the past', () => {
  it('of an agent is what is over for them, newest first, by channel', () => {
    const hall = hallOf();
    finish(hall, onlyTo(hall, 'ann').handled('voice', 'ann', 'one'));
    finish(hall, onlyTo(hall, 'bob').handled('chat', 'bob', 'bobs'), 'bob');
    finish(hall, onlyTo(hall, 'ann').handled('chat', 'ann', 'two'));
    onlyTo(hall, 'bob').handled('email', 'bob', 'open');
    expect(ask(hall, MINE)).toMatchObject({
      entries: [
        {interactionId: 'two', channel: 'chat', agent: {id: 'ann'}, seconds: 60, reasons: ['Resolved']},
        {interactionId: 'one', channel: 'voice', customer: {name: 'Hana'}, queue: {id: 'calls'}},
      ],
    });
    expect(ids(ask(hall, {...MINE, channel: 'voice'}))).toEqual(['one']);
    expect(ids(ask(hall, MINE, BOB))).toEqual(['bobs']);
  });

  it('holds what was missed, with why, and not yet what is still wrapped up', () => {
    const hall = hallOf();
    const missed = onlyTo(hall, 'ann').rings('voice', 'ann');
    hall.do('ann', {type: 'interaction.decline', interactionId: missed});
    expect(rows(ask(hall, MINE))).toMatchObject([{interactionId: missed, outcome: 'declined', reasons: []}]);
    const chat = onlyTo(hall, 'bob').handled('chat', 'bob');
    hall.do('bob', {type: 'interaction.end', interactionId: chat});
    expect(ids(ask(hall, MINE, BOB))).toEqual([]);
  });

  it('of a customer is what is over of the same one, asked by who has to do with them now', () => {
    const hall = hallOf();
    finish(hall, onlyTo(hall, 'bob').handled('voice', 'bob', 'one'), 'bob');
    hall.tell({type: 'customer.gone', interactionId: onlyTo(hall, 'ann').rings('voice', 'ann', 'two')});
    const now = onlyTo(hall, 'ann').handled('chat', 'ann', 'now');
    const query = {type: 'history.customer', interactionId: now, limit: 10} as const;
    expect(rows(ask(hall, query))).toMatchObject([
      {interactionId: 'two', outcome: 'withdrawn'},
      {interactionId: 'one', agent: {id: 'bob'}},
    ]);
    expect(ask(hall, query, BOB)).toBe('DW_INTERACTION_UNKNOWN');
    expect(ask(hall, {...query, interactionId: 'one'}, BOB)).toBe('DW_INTERACTION_UNKNOWN');
  });

  it('is nobody’s where nothing is known of the customer', () => {
    const hall = hallOf();
    const arrival = {
      type: 'contact.arrived',
      channel: 'voice',
      customer: {},
      entryPointId: 'to-calls',
    } as const;
    hall.tell({...arrival, interactionId: 'x'});
    const asked: string[] = [];
    const memory = {...memoryOf(hall), ofCustomer: () => (asked.push('asked'), {entries: []})};
    const query = {type: 'history.customer', interactionId: 'x', limit: 1} as const;
    expect(answerHistory(hall.centre, ANN, query, memory, 0)).toEqual({ok: true, answer: {entries: []}});
    expect(asked).toEqual([]);
  });
});

describe('what was said', () => {
  const write = (hall: Hall, interactionId: string, ...texts: readonly string[]) => {
    for (const text of texts)
      hall.do({kind: 'customer', interactionId}, {type: 'message.send', interactionId, text});
  };
  const told = (answer: ReturnType<typeof ask>) =>
    typeof answer === 'object' && 'content' in answer && answer.content.kind === 'chat'
      ? [answer.content.transcript.messages.map(({text}) => text), answer.content.transcript.earlier]
      : answer;

  it('is read in pages by who talked, and by who has the customer now', () => {
    const hall = hallOf();
    const interactionId = onlyTo(hall, 'bob').handled('chat', 'bob', 'past');
    write(hall, interactionId, 'a', 'b', 'c');
    finish(hall, interactionId, 'bob');
    const own = {type: 'history.content', interactionId, limit: 2} as const;
    const newest = ask(hall, own, BOB);
    expect(newest).toMatchObject({entry: {interactionId, agent: {id: 'bob'}}});
    expect(JSON.stringify(newest)).not.toContain('"cad"');
    expect(told(newest)).toEqual([['b', 'c'], 1]);
    const content = typeof newest === 'object' && 'content' in newest ? newest.content : undefined;
    const before = content?.kind === 'chat' ? (content.transcript.messages[0]?.id ?? '') : '';
    expect(told(ask(hall, {...own, before}, BOB))).toEqual([['a'], 0]);
    expect(ask(hall, {...own, before: 'gone'}, BOB)).toBe('DW_INPUT_INVALID');
    const now = onlyTo(hall, 'ann').handled('chat', 'ann', 'now');
    expect(told(ask(hall, {...own, customerOf: now}))).toEqual([['b', 'c'], 1]);
  });

  it('is not for who only missed it, who has another customer, or who made the number up', () => {
    const hall = hallOf();
    const interactionId = onlyTo(hall, 'bob').handled('chat', 'bob', 'past');
    finish(hall, interactionId, 'bob');
    const own = {type: 'history.content', interactionId, limit: 2} as const;
    expect(ask(hall, own)).toBe('DW_HISTORY_UNKNOWN');
    expect(ask(hall, {...own, interactionId: 'nothing'})).toBe('DW_HISTORY_UNKNOWN');
    expect(ask(hall, {...own, customerOf: 'past'})).toBe('DW_INTERACTION_UNKNOWN');
    onlyTo(hall, 'ann').tell({
      type: 'contact.arrived',
      interactionId: 'stranger',
      channel: 'chat',
      customer: {email: 'other@example.com'},
      entryPointId: 'to-chats',
    });
    expect(ask(hall, {...own, customerOf: 'stranger'})).toBe('DW_HISTORY_UNKNOWN');
    const missed = onlyTo(hall, 'ann').rings('voice', 'ann', 'missed');
    hall.do('ann', {type: 'interaction.decline', interactionId: missed});
    expect(ask(hall, {...own, interactionId: missed})).toBe('DW_HISTORY_UNKNOWN');
  });
});

describe('who may ask', () => {
  const others: readonly (readonly [string, HallOptions, Who, string])[] = [
    ['a backend without a past', {features: []}, ANN, 'DW_CAPABILITY_MISSING'],
    ['a customer', {}, {kind: 'customer', interactionId: 'x'}, 'DW_ROLE_CUSTOMER'],
    ['a stranger', {}, {kind: 'agent', agentId: 'zoe'}, 'DW_AGENT_SIGNED_OUT'],
    [
      'a profile that forbids it',
      {agents: [agentOf('ann', {permissions: []}), agentOf('bob')]},
      ANN,
      'DW_PERMISSION_DENIED',
    ],
  ];

  it.each(others)('%s is refused', async (_, options, who, code) => {
    const hall = hallOf(options);
    const queries: readonly HistoryQuery[] = [
      MINE,
      {type: 'history.customer', interactionId: 'x', limit: 1},
      {type: 'history.content', interactionId: 'x', limit: 1},
    ];
    for (const query of queries) {
      expect(ask(hall, query, who)).toBe(code);
      const never = () => Promise.reject(new Error('asked'));
      const remote = {mine: never, ofCustomer: never, contact: never};
      expect(await answerRemoteHistory(hall.centre, who, query, remote, 0)).toMatchObject({refusal: {code}});
      expect(isHistoryQuery(query)).toBe(true);
      expect(answerQuery(hall.centre, ANN, query)).toMatchObject({refusal: {code: 'DW_CAPABILITY_MISSING'}});
    }
  });

  it('an agent who signed out is refused', () => {
    const hall = hallOf();
    hall.do('ann', {type: 'agent.sign-out'});
    expect(ask(hall, MINE)).toBe('DW_AGENT_SIGNED_OUT');
  });

  it('a store is asked the same as a memory', async () => {
    const hall = hallOf();
    finish(hall, onlyTo(hall, 'ann').handled('voice', 'ann', 'one'));
    const now = onlyTo(hall, 'ann').handled('chat', 'ann', 'now');
    const memory = memoryOf(hall);
    const remote = {
      mine: (asked: Parameters<History['mine']>[0]) => Promise.resolve(memory.mine(asked)),
      ofCustomer: (asked: Parameters<History['ofCustomer']>[0]) => Promise.resolve(memory.ofCustomer(asked)),
      contact: (id: string) => Promise.resolve(memory.contact(id)),
    };
    const queries: readonly HistoryQuery[] = [
      MINE,
      {type: 'history.customer', interactionId: now, limit: 1},
      {type: 'history.content', interactionId: 'one', limit: 1},
    ];
    for (const query of queries) {
      const outcome = await answerRemoteHistory(hall.centre, ANN, query, remote, hall.now);
      expect(outcome).toEqual(answerHistory(hall.centre, ANN, query, memory, hall.now));
      expect(outcome.ok).toBe(true);
    }
  });
});

describe('pages', () => {
  it('go on where the last one ended, whatever is added in front', () => {
    const hall = hallOf();
    for (const id of ['a', 'b', 'c']) finish(hall, onlyTo(hall, 'ann').handled('voice', 'ann', id));
    const first = ask(hall, {...MINE, limit: 2});
    expect(ids(first)).toEqual(['c', 'b']);
    finish(hall, onlyTo(hall, 'ann').handled('voice', 'ann', 'd'));
    const after = typeof first === 'object' && 'next' in first ? first.next : undefined;
    const second = ask(hall, {...MINE, limit: 2, ...(after === undefined ? {} : {after})});
    expect([ids(second), second]).toEqual([['a'], {entries: [expect.anything()]}]);
  });

  it('are no longer than the limit, whatever was asked for', () => {
    const hall = hallOf();
    for (let index = 0; index < 103; index += 1)
      finish(hall, onlyTo(hall, 'ann').handled('voice', 'ann', `i-${index.toString()}`));
    const count = (limit: number) => ids(ask(hall, {...MINE, limit})).length;
    expect([count(1_000), count(0), count(-3), count(Number.NaN), count(2.9)]).toEqual([100, 1, 1, 1, 2]);
  });

  it('keep ties apart, and refuse a cursor that never was one', () => {
    const place = (interactionId: string) => ({at: OPENING, interactionId});
    expect(readHistoryCursor(historyCursor(place('a.b')))).toEqual(place('a.b'));
    expect([place('a'), place('c'), place('b')].sort(byRecency).map((one) => one.interactionId)).toEqual([
      'c',
      'b',
      'a',
    ]);
    for (const after of ['', '.', 'lw', 'LW.x', 'zzzzzzzzzzzz.x', "x';--"]) {
      expect(ask(hallOf(), {...MINE, after})).toBe('DW_INPUT_INVALID');
    }
  });
});
