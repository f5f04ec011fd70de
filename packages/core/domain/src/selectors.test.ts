import {describe, expect, it} from 'vitest';
import type {Message} from './content.js';
import {EMPTY_DESK, type DeskState} from './desk-state.js';
import type {Interaction, Phase} from './interaction.js';
import {PHASES} from './interaction.js';
import type {Presence} from './presence.js';
import {
  customerName,
  legState,
  selectAgentId,
  selectAvailability,
  selectRequests,
  selectTasks,
  unreadCount,
} from './selectors.js';
import {
  AGENT,
  agentLeg,
  call,
  callIn,
  chat,
  CUSTOMER,
  CUSTOMER_LEG,
  engagement,
  mail,
  PARK,
  TALKS,
  YOON,
  type TalkName,
} from './test-kit/make.js';

const AVAILABLE: Presence = {state: 'available', since: 100};
const desk = (interactions: readonly Interaction[], presence: Presence = AVAILABLE): DeskState => ({
  ...EMPTY_DESK,
  viewer: AGENT,
  presence,
  interactions: new Map(interactions.map((one) => [one.id, one])),
});
const inPhase = (id: string, phase: Phase, more: Partial<Interaction> = {}): Interaction =>
  call({id, engagements: [engagement({phase})], ...more});

describe('legs', () => {
  const talking: Readonly<Record<TalkName, readonly [customer: string, agent2: string]>> = {
    none: ['talking', 'talking'],
    together: ['talking', 'talking'],
    hold: ['held', 'talking'],
    requested: ['held', 'talking'],
    'hears-consulted': ['held', 'talking'],
    'hears-customer': ['talking', 'held'],
    'conference-requested': ['talking', 'talking'],
    conference: ['talking', 'talking'],
  };
  it.each(Object.keys(TALKS) as TalkName[])('R39 in %s', (name) => {
    const one = callIn(name);
    expect([legState(one, CUSTOMER_LEG), legState(one, agentLeg(PARK))]).toEqual(talking[name]);
    expect(legState(one, agentLeg(YOON))).toBe('talking');
  });

  it('R39 a leg that is not joined is what it is', () => {
    const one = callIn('hold');
    expect(legState(one, {...CUSTOMER_LEG, presence: 'gone'})).toBe('gone');
    expect(legState(one, {...CUSTOMER_LEG, presence: 'ringing'})).toBe('ringing');
  });
});

describe('availability', () => {
  it('R80 is what the agent chose while nothing is open', () => {
    expect(selectAvailability(desk([]))).toBe(AVAILABLE);
    expect(selectAvailability(desk([inPhase('a', 'offered'), inPhase('b', 'done')]))).toBe(AVAILABLE);
  });

  it('R80 is Engaged while anything is active, on the call where there is one, since the first', () => {
    const first = chat({id: 'a', engagements: [engagement({acceptedAt: 2_000, since: 2_000})]});
    const second = call({id: 'b', engagements: [engagement({acceptedAt: 3_000, since: 3_000})]});
    const wrapping = inPhase('c', 'wrap-up');
    expect(selectAvailability(desk([wrapping, first]))).toEqual({
      state: 'engaged',
      channel: 'chat',
      since: 2_000,
    });
    expect(selectAvailability(desk([first, second]))).toEqual({
      state: 'engaged',
      channel: 'voice',
      since: 2_000,
    });
  });

  it('R80 is Wrap-up when only that is left, since the earliest', () => {
    const early = call({id: 'a', engagements: [engagement({phase: 'wrap-up', since: 4_000})]});
    const late = call({id: 'b', engagements: [engagement({phase: 'wrap-up', since: 5_000})]});
    expect(selectAvailability(desk([late, early]))).toEqual({state: 'wrap-up', since: 4_000});
  });

  it.each([
    {state: 'rona', since: 1, interactionId: 'i1', channel: 'chat'},
    {state: 'signed-out', since: 1},
  ] as const)('R80 $state comes before everything', (presence) => {
    expect(selectAvailability(desk([call()], presence))).toBe(presence);
  });

  it('R80 takes no account of the work of others', () => {
    expect(selectAvailability(desk([call({engagements: [engagement({agent: PARK})]})]))).toBe(AVAILABLE);
  });
});

describe('lists', () => {
  it('R81 tasks: everything open, newest arrival first', () => {
    const tasks = PHASES.map((phase, index) => inPhase(phase, phase, {createdAt: index}));
    const stranger = call({id: 'x', engagements: [engagement({agent: PARK})]});
    expect(selectTasks(desk([...tasks, stranger])).map(({id}) => id)).toEqual([
      'wrap-up',
      'active',
      'offered',
      'connecting',
    ]);
  });

  it('R82 tray: emails, social, chats, calls; oldest first within each', () => {
    const request = (id: string, channel: Interaction['channel'], createdAt: number) =>
      inPhase(id, createdAt % 2 ? 'offered' : 'connecting', {channel, createdAt});
    const state = desk([
      request('call-late', 'voice', 9),
      request('call-early', 'voice', 1),
      request('chat', 'chat', 2),
      request('social', 'social', 3),
      request('mail-late', 'email', 8),
      request('mail-early', 'email', 4),
      inPhase('active', 'active', {createdAt: 0}),
    ]);
    expect(selectRequests(state).map(({id}) => id)).toEqual([
      'mail-early',
      'mail-late',
      'social',
      'chat',
      'call-early',
      'call-late',
    ]);
  });

  it('R81 R82 the same arrival is ordered by id, and never changes', () => {
    const both = [inPhase('a', 'offered'), inPhase('b', 'offered')];
    for (const order of [both, [...both].reverse()]) {
      expect(selectTasks(desk(order)).map(({id}) => id)).toEqual(['b', 'a']);
      expect(selectRequests(desk(order)).map(({id}) => id)).toEqual(['a', 'b']);
    }
  });

  it('R81 a page of a customer has no tasks', () => {
    const state = {...desk([call()]), viewer: CUSTOMER};
    expect(selectAgentId(state)).toBeUndefined();
    expect(selectTasks(state)).toEqual([]);
  });
});

describe('unread', () => {
  const said = (at: number, kind: 'customer' | 'system'): Message => ({
    id: `${at}`,
    at,
    from: {kind},
    text: 'x',
  });
  const messages = [said(1, 'customer'), said(2, 'system'), said(3, 'customer'), said(4, 'customer')];
  const conversation = (readAt?: number) =>
    chat({
      content: {kind: 'chat', transcript: {messages, earlier: 0}},
      engagements: [engagement(readAt === undefined ? {acceptedAt: 9} : {readAt})],
    });

  it.each([
    [undefined, 3],
    [1, 2],
    [2, 2],
    [3, 1],
    [4, 0],
  ])('R83 a chat read up to %s has %d', (readAt, count) => {
    expect(unreadCount(conversation(readAt), YOON.id)).toBe(count);
  });

  it('R83 a mail is seen by accepting it; a later one of the thread counts', () => {
    const letter = (at: number, direction: 'in' | 'out') => ({
      id: `${at}`,
      messageId: `<${at}@x>`,
      at,
      direction,
      from: {address: 'a@x'},
      to: [],
      cc: [],
      subject: '',
      text: '',
      attachments: [],
    });
    const thread = {mails: [letter(1, 'in'), letter(20, 'out'), letter(30, 'in')]};
    const content = {kind: 'email', thread} as const;
    expect(unreadCount(mail({content, engagements: [engagement({phase: 'offered'})]}), YOON.id)).toBe(2);
    expect(unreadCount(mail({content, engagements: [engagement({acceptedAt: 10})]}), YOON.id)).toBe(1);
    expect(
      unreadCount(mail({content, engagements: [engagement({acceptedAt: 10, readAt: 30})]}), YOON.id),
    ).toBe(0);
    expect(unreadCount(call(), YOON.id)).toBe(0);
  });
});

describe('the heading', () => {
  it.each([
    [{name: 'Kim', number: '1', email: 'e', id: 'c'}, 'Kim'],
    [{name: ' ', number: '1', email: 'e'}, '1'],
    [{email: 'e', id: 'c'}, 'e'],
    [{id: 'c'}, 'c'],
    [{}, 'i1'],
  ])('R84 of %j is %s', (customer, heading) => {
    expect(customerName(call({customer}))).toBe(heading);
  });
});
