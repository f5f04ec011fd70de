import {describe, expect, it} from 'vitest';
import type {Author, Message} from '@deskwire/domain';
import {refuse} from '@deskwire/domain';

import type {LogInput, LogItem, TurnRow} from './log-rows.js';
import {Timeline} from './timeline.js';

const NOON = new Date(2026, 0, 15, 12).getTime();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const me: Author = {kind: 'agent', id: 'agent-1', name: 'Mina Park'};
const customer: Author = {kind: 'customer', name: 'Hana Seo'};
const bot: Author = {kind: 'bot', name: 'Robi'};

let ids = 0;
const say = (from: Author, at = NOON, set: Partial<Message> = {}): Message => ({
  id: `message-${(ids += 1)}`,
  at,
  from,
  text: 'text',
  ...set,
});
const INPUT: LogInput = {
  viewer: {kind: 'agent', id: 'agent-1', name: 'Mina Park'},
  messages: [],
  earlier: 0,
  outgoing: [],
  events: [],
  foldsBot: true,
};
const timelineOf = (set: Partial<LogInput>, isBotOpen = false): Timeline =>
  new Timeline({...INPUT, ...set}, isBotOpen);
const itemsOf = (set: Partial<LogInput>, isBotOpen = false): readonly LogItem[] => {
  const timeline = timelineOf(set, isBotOpen);
  return timeline.items(0, timeline.length);
};
/** What stands one under the other. */
const kinds = (items: readonly LogItem[]): readonly string[] =>
  items.flatMap(({marks, row}) => [...marks.map(({kind}) => kind), row.kind]);
const turns = (items: readonly LogItem[]): readonly TurnRow[] =>
  items.flatMap(({row}) => (row.kind === 'turn' ? [row] : []));

describe('turns', () => {
  it('say the author once, until somebody else writes, time passes or a day ends', () => {
    const items = itemsOf({
      messages: [
        say(customer),
        say(customer, NOON + MINUTE),
        say(me, NOON + 2 * MINUTE),
        say(me, NOON + 9 * MINUTE),
        say(me, NOON + DAY),
      ],
    });
    expect(turns(items).map(({continues}) => continues)).toEqual([false, true, false, false, false]);
    expect(turns(items).map(({mine}) => mine)).toEqual([false, false, true, true, true]);
  });

  it('tell two agents apart', () => {
    const other: Author = {kind: 'agent', id: 'agent-2', name: 'Leo Brandt'};
    const rows = turns(itemsOf({messages: [say(me), say(other)]}));
    expect(rows.map(({mine, continues}) => [mine, continues])).toEqual([
      [true, false],
      [false, false],
    ]);
  });

  it('are seen from the other side by the customer', () => {
    const rows = turns(itemsOf({viewer: {kind: 'customer'}, messages: [say(me), say(customer)]}));
    expect(rows.map(({mine}) => mine)).toEqual([false, true]);
    expect(rows[0]).not.toHaveProperty('delivery');
  });
});

describe('days', () => {
  it('begin with a rule', () => {
    const items = itemsOf({messages: [say(customer), say(customer, NOON + DAY)]});
    expect(kinds(items)).toEqual(['day', 'turn', 'day', 'turn']);
  });
});

describe('the assistant’s part', () => {
  const talk = [say(bot), say(customer), say(bot), say(customer, NOON + MINUTE), say(me, NOON + 2 * MINUTE)];

  it('is one block up to its last message; what the customer wrote after it is not in it', () => {
    const items = itemsOf({messages: talk});
    expect(kinds(items)).toEqual(['bot', 'day', 'turn', 'turn']);
    expect(items[0]?.row).toMatchObject({count: 3, from: NOON, to: NOON});
  });

  it('counts what is not loaded yet', () => {
    expect(itemsOf({messages: talk, earlier: 40})[0]?.row).toMatchObject({count: 43});
  });

  it('is its messages as well where it is open; the last one closes it', () => {
    const items = itemsOf({messages: talk, earlier: 40}, true);
    expect(kinds(items)).toEqual(['bot', 'turn', 'turn', 'turn', 'day', 'turn', 'turn']);
    expect(items.map(({block}) => block)).toEqual(['bot', 'bot', 'bot', 'bot-end', undefined, undefined]);
    expect(items.map(({position}) => position)).toEqual([1, 42, 43, 44, 45, 46]);
  });

  it('is no block where an agent wrote before, nor for the customer', () => {
    expect(kinds(itemsOf({messages: [say(me), say(bot)]}))).toEqual(['day', 'turn', 'turn']);
    expect(kinds(itemsOf({messages: talk, foldsBot: false}))).toEqual([
      'day',
      'turn',
      'turn',
      'turn',
      'turn',
      'turn',
    ]);
  });
});

describe('delivery', () => {
  it('is said on the last message of each state only', () => {
    const rows = turns(
      itemsOf({
        messages: [
          say(me, NOON, {deliveredAt: NOON, readAt: NOON}),
          say(me, NOON, {deliveredAt: NOON}),
          say(me, NOON, {deliveredAt: NOON}),
          say(customer),
          say(me),
        ],
      }),
    );
    expect(rows.map(({delivery}) => delivery)).toEqual(['read', undefined, 'delivered', undefined, 'sent']);
  });

  it('goes from sending to sent in the same row', () => {
    const outgoing = [{id: 'command-1', text: 'hello', since: NOON}];
    const stateOf = (items: readonly LogItem[]): readonly unknown[] =>
      items.map(({key, row}) => [key, row.kind === 'turn' && row.delivery]);
    expect(stateOf(itemsOf({outgoing}))).toEqual([['command-1', 'sending']]);
    const messages = [say(me, NOON, {id: 'command-1', text: 'hello'})];
    expect(stateOf(itemsOf({outgoing, messages}))).toEqual([['command-1', 'sent']]);
  });

  it('says of each failed message that it failed, and why', () => {
    const refusal = refuse('DW_SEND_TIMEOUT');
    const rows = turns(
      itemsOf({
        outgoing: [
          {id: 'a', text: 'one', since: NOON, refusal},
          {id: 'b', text: 'two', since: NOON, refusal},
        ],
      }),
    );
    expect(rows.map(({delivery, refusal}) => [delivery, refusal?.code])).toEqual([
      ['failed', 'DW_SEND_TIMEOUT'],
      ['failed', 'DW_SEND_TIMEOUT'],
    ]);
  });
});

describe('rules across the log', () => {
  it('stand at their time, and end a turn', () => {
    const events = [{key: 'left', at: NOON + MINUTE, text: 'Customer left the chat'}];
    const items = itemsOf({messages: [say(customer), say(customer, NOON + 2 * MINUTE)], events});
    expect(kinds(items)).toEqual(['day', 'turn', 'rule', 'turn']);
    expect(turns(items)[1]?.continues).toBe(false);
  });

  it('tell what the system wrote', () => {
    expect(kinds(itemsOf({messages: [say({kind: 'system'}, NOON, {text: 'Moved to Billing'})]}))).toEqual([
      'day',
      'rule',
    ]);
  });

  it('mark where the new messages of the other side begin', () => {
    const messages = [say(customer), say(me, NOON + 1), say(customer, NOON + 2), say(customer, NOON + 3)];
    const items = itemsOf({messages, newSince: NOON + 1});
    expect(kinds(items)).toEqual(['day', 'turn', 'turn', 'new', 'turn', 'turn']);
    expect(items[2]?.marks).toEqual([{kind: 'new', count: 2}]);
    expect(kinds(itemsOf({messages, newSince: NOON + 3}))).not.toContain('new');
  });
});

describe('a place in the log', () => {
  const messages = [say(customer), say(me), say(customer, NOON + 5)];
  const outgoing = [{id: 'out', text: 'hello', since: NOON + 9}];
  const events = [{key: 'left', at: NOON + 7, text: 'Customer left the chat'}];

  it('has a key, by which it is found', () => {
    const timeline = timelineOf({messages, outgoing, events});
    const keys = Array.from({length: timeline.length}, (_, index) => timeline.keyAt(index));
    expect(keys).toEqual([...messages.map(({id}) => id), 'event left', 'out']);
    keys.forEach((key, index) => {
      expect([timeline.indexOf(key), timeline.indexOf(key, 0, index)]).toEqual([index, index]);
    });
    expect([timeline.indexOf('gone'), timeline.keyAt(-1), timeline.keyAt(5)]).toEqual([-1, '', '']);
  });

  it('is counted from the first message, loaded or not', () => {
    const timeline = timelineOf({messages, earlier: 97, outgoing});
    expect([timeline.total, timeline.items(0, 1)[0]?.position]).toEqual([101, 98]);
  });
});

/** Numbers that look random and are the same in every run. */
const seeded = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const someInput = (random: (below: number) => number): LogInput => {
  let at = NOON;
  const pass = (): number => (at += random(4) === 0 ? random(DAY) : random(3 * MINUTE));
  const authors: readonly Author[] = [customer, me, bot, {...me, id: 'agent-2'}, {kind: 'system'}];
  const count = random(30);
  const messages = Array.from({length: count}, (_, index) => {
    const from = authors[index < 8 ? random(2) * 2 : random(authors.length)] ?? customer;
    const set = random(2) ? {deliveredAt: at} : {};
    return say(from, pass(), random(3) ? set : {...set, readAt: at});
  });
  const events = Array.from({length: random(4)}, (_, index) => ({
    key: `${index}`,
    at: NOON + random(Math.max(1, at - NOON)),
    text: 'something',
  }));
  const outgoing = Array.from({length: random(3)}, (_, index) => ({
    id: random(2) ? `out-${index}` : (messages.at(-1)?.id ?? 'out'),
    text: 'hello',
    since: at + index,
  }));
  const newSince = random(2) ? {newSince: NOON + random(Math.max(1, at - NOON))} : {};
  return {...INPUT, messages, events, outgoing, earlier: random(9), foldsBot: random(2) === 0, ...newSince};
};

/** The same, told the long way: everything is put one under the other, from the first to the last. */
const plainly = (input: LogInput): readonly string[] => {
  const lines: string[] = [];
  const {messages, events, outgoing, viewer, newSince = Infinity, foldsBot} = input;
  const agent = messages.findIndex(({from}) => from.kind === 'agent');
  const before = agent === -1 ? messages : messages.slice(0, agent);
  const skip = foldsBot ? before.findLastIndex(({from}) => from.kind === 'bot') + 1 : 0;
  if (skip > 0) lines.push(`bot ${skip + input.earlier}`);
  const isOwn = ({from}: Message): boolean =>
    from.kind === 'agent' && from.id === (viewer as {id: string}).id;
  const state = ({readAt, deliveredAt}: Message): string =>
    readAt === undefined ? (deliveredAt === undefined ? 'sent' : 'delivered') : 'read';
  const isNew = ({at, from}: Message): boolean => at > newSince && from.kind === 'customer';
  const rest = messages.slice(skip);
  const things: {at: number; event?: string; message?: Message; isOut?: boolean}[] = [];
  const waiting = [...events].sort((a, b) => a.at - b.at);
  for (const message of rest) {
    while (waiting[0] && waiting[0].at < message.at) {
      const event = waiting.shift();
      if (event) things.push({at: event.at, event: event.key});
    }
    things.push({at: message.at, message});
  }
  things.push(...waiting.map(({at, key}) => ({at, event: key})));
  for (const {id, since, text} of outgoing) {
    if (messages.some((message) => message.id === id)) continue;
    things.push({at: since, message: {id, at: since, text, from: me}, isOut: true});
  }
  let day = 0;
  let wasTold = false;
  let above: Message | undefined;
  for (const {at, event, message, isOut} of things) {
    const midnight = new Date(at).setHours(0, 0, 0, 0);
    if (midnight !== day) {
      lines.push('day');
      above = undefined;
    }
    day = midnight;
    if (!message) {
      lines.push(`event ${event}`);
      above = undefined;
      continue;
    }
    if (!wasTold && !isOut && isNew(message)) {
      wasTold = true;
      lines.push(`new ${rest.filter(isNew).length}`);
      above = undefined;
    }
    if (message.from.kind === 'system') lines.push(`rule ${message.id}`);
    else {
      const isSame = JSON.stringify(above?.from) === JSON.stringify(message.from);
      const goesOn = above && isSame && at - above.at < 5 * MINUTE;
      const later = messages.slice(messages.indexOf(message) + 1).find(isOwn);
      const isQuiet = later && state(later) === state(message);
      const told = isOut ? 'sending' : isOwn(message) && !isQuiet ? state(message) : '';
      lines.push(`${message.id} ${goesOn ? 'goes on' : 'begins'} ${told}`);
    }
    above = message;
  }
  return lines;
};

const told = (items: readonly LogItem[]): readonly string[] =>
  items.flatMap(({key, marks, row}) => {
    const above = marks.map((mark) => (mark.kind === 'day' ? 'day' : `new ${mark.count}`));
    if (row.kind === 'bot') return [...above, `bot ${row.count}`];
    if (row.kind === 'rule') return [...above, key.startsWith('event ') ? key : `rule ${key}`];
    return [...above, `${key} ${row.continues ? 'goes on' : 'begins'} ${row.delivery ?? ''}`];
  });

describe('any log at all', () => {
  it('is what is told the long way, item by item', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const input = someInput(seeded(seed));
      expect(told(itemsOf(input)), `seed ${seed}`).toEqual(plainly(input));
    }
  });
});
