import {describe, expect, it} from 'vitest';
import type {Author, Message} from '@deskwire/domain';
import {refuse} from '@deskwire/domain';

import {logRows, type LogInput, type LogRow, type TurnRow} from './log-rows.js';

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
const rowsOf = (set: Partial<LogInput>): readonly LogRow[] =>
  logRows({
    viewer: {kind: 'agent', id: 'agent-1', name: 'Mina Park'},
    messages: [],
    earlier: 0,
    outgoing: [],
    events: [],
    foldsBot: true,
    ...set,
  });
const kinds = (rows: readonly LogRow[]): readonly string[] => rows.map(({kind}) => kind);
const turns = (rows: readonly LogRow[]): readonly TurnRow[] => rows.filter((row) => row.kind === 'turn');

describe('turns', () => {
  it('say the author once, until somebody else writes, time passes or a day ends', () => {
    const rows = rowsOf({
      messages: [
        say(customer),
        say(customer, NOON + MINUTE),
        say(me, NOON + 2 * MINUTE),
        say(me, NOON + 9 * MINUTE),
        say(me, NOON + DAY),
      ],
    });
    expect(turns(rows).map(({continues}) => continues)).toEqual([false, true, false, false, false]);
    expect(turns(rows).map(({mine}) => mine)).toEqual([false, false, true, true, true]);
  });

  it('tell two agents apart', () => {
    const other: Author = {kind: 'agent', id: 'agent-2', name: 'Leo Brandt'};
    const rows = turns(rowsOf({messages: [say(me), say(other)]}));
    expect(rows.map(({mine, continues}) => [mine, continues])).toEqual([
      [true, false],
      [false, false],
    ]);
  });

  it('are seen from the other side by the customer', () => {
    const rows = turns(rowsOf({viewer: {kind: 'customer'}, messages: [say(me), say(customer)]}));
    expect(rows.map(({mine}) => mine)).toEqual([false, true]);
    expect(rows[0]).not.toHaveProperty('delivery');
  });
});

describe('days', () => {
  it('begin with a rule', () => {
    const rows = rowsOf({messages: [say(customer), say(customer, NOON + DAY)]});
    expect(kinds(rows)).toEqual(['day', 'turn', 'day', 'turn']);
  });
});

describe('the assistant’s part', () => {
  const talk = [say(bot), say(customer), say(bot), say(customer, NOON + MINUTE), say(me, NOON + 2 * MINUTE)];

  it('is one block up to its last message; what the customer wrote after it is not in it', () => {
    const rows = rowsOf({messages: talk});
    expect(kinds(rows)).toEqual(['bot', 'day', 'turn', 'turn']);
    expect(rows[0]).toMatchObject({count: 3, from: NOON, to: NOON});
  });

  it('counts what is not loaded yet', () => {
    expect(rowsOf({messages: talk, earlier: 40})[0]).toMatchObject({count: 43});
  });

  it('is no block where an agent wrote before, nor for the customer', () => {
    expect(kinds(rowsOf({messages: [say(me), say(bot)]}))).toEqual(['day', 'turn', 'turn']);
    expect(kinds(rowsOf({messages: talk, foldsBot: false}))).toEqual([
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
      rowsOf({
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
    const [before] = turns(rowsOf({outgoing}));
    const [after] = turns(rowsOf({outgoing, messages: [say(me, NOON, {id: 'command-1', text: 'hello'})]}));
    expect([before?.key, before?.delivery]).toEqual(['command-1', 'sending']);
    expect([after?.key, after?.delivery]).toEqual(['command-1', 'sent']);
  });

  it('says of each failed message that it failed, and why', () => {
    const refusal = refuse('DW_SEND_TIMEOUT');
    const rows = turns(
      rowsOf({
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
    const rows = rowsOf({messages: [say(customer), say(customer, NOON + 2 * MINUTE)], events});
    expect(kinds(rows)).toEqual(['day', 'turn', 'rule', 'turn']);
    expect(turns(rows)[1]?.continues).toBe(false);
  });

  it('tell what the system wrote', () => {
    expect(kinds(rowsOf({messages: [say({kind: 'system'}, NOON, {text: 'Moved to Billing'})]}))).toEqual([
      'day',
      'rule',
    ]);
  });

  it('mark where the new messages of the other side begin', () => {
    const messages = [say(customer), say(me, NOON + 1), say(customer, NOON + 2), say(customer, NOON + 3)];
    const rows = rowsOf({messages, newSince: NOON + 1});
    expect(kinds(rows)).toEqual(['day', 'turn', 'turn', 'new', 'turn', 'turn']);
    expect(rows[3]).toMatchObject({count: 2});
    expect(kinds(rowsOf({messages, newSince: NOON + 3}))).not.toContain('new');
  });
});
