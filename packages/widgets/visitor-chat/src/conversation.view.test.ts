import {describe, expect, it} from 'vitest';
import {
  permit,
  refuse,
  type DeskState,
  type Ending,
  type Interaction,
  type Message,
  type Transcript,
} from '@deskwire/domain';
import {wordFaults} from '@deskwire/kit';
import type {ConnectionStatus} from '@deskwire/stream';
import {
  AGENT,
  aDesk,
  aMessage,
  anActive,
  anEngagement,
  NOON,
  OTHER_AGENT,
  someCapabilities,
} from '@deskwire/testing/fixtures.js';

import {attend} from './attendance.js';
import {talkWords} from './conversation.messages.js';
import {viewChat, type ChatInput, type ChatView} from './conversation.view.js';

const viewer = {kind: 'customer', interactionId: 'chat-1'} as const;
const mine = aMessage({id: 'm1', at: NOON});
const theirs = (id: string, set: Partial<Message> = {}): Message =>
  aMessage({id, from: {kind: 'agent', id: AGENT.id, name: AGENT.name}, at: NOON + 1_000, ...set});

const chat = (set: Partial<Interaction> = {}, transcript: Partial<Transcript> = {}): Interaction =>
  anActive({
    channel: 'chat',
    content: {kind: 'chat', transcript: {messages: [mine], earlier: 0, ...transcript}},
    ...set,
  });
const waiting = (set: Partial<Interaction> = {}): Interaction => chat({engagements: [], ...set});
const ended = (by: Ending['by'], reason: Ending['reason'] = 'ended') =>
  chat({engagements: [], ending: {at: NOON + 5_000, by, reason}});

const live: ConnectionStatus = {state: 'live', since: NOON};
const lost: ConnectionStatus = {
  state: 'lost',
  since: NOON,
  attempt: 1,
  loss: {refusal: refuse('DW_SEND_OFFLINE'), final: false},
};
const closed = (code: 'DW_WIRE_REPLACED' | 'DW_AUTH_EXPIRED'): ConnectionStatus => ({
  state: 'closed',
  since: NOON,
  loss: {refusal: refuse(code), final: true},
});

const look = (interaction: Interaction, state: DeskState, set: Partial<ChatInput> = {}): ChatView =>
  viewChat({
    interaction,
    isGone: false,
    company: 'Example',
    connection: live,
    attendance: attend([], interaction, NOON),
    writing: [],
    returnedFrom: undefined,
    permit: (ask) => permit(state, ask, viewer),
    ...set,
  });
const see = (interaction: Interaction, set: Partial<ChatInput> = {}): ChatView =>
  look(interaction, aDesk([interaction], {viewer}), set);

describe('a conversation', () => {
  it('waits for an agent, and says when it is another one', () => {
    expect(see(waiting())).toMatchObject({
      phase: 'waiting',
      agents: [],
      wasServed: false,
      company: 'Example',
    });
    const before = attend([], chat(), NOON);
    expect(see(waiting(), {attendance: before}).wasServed).toBe(true);
    const content: Interaction['content'] = {
      kind: 'chat',
      transcript: {messages: [mine, theirs('a1')], earlier: 0},
    };
    expect(see(waiting({content})).wasServed).toBe(true);
  });

  it('names everybody who is there', () => {
    const other = anEngagement({agent: OTHER_AGENT, role: 'conferenced', phase: 'active'});
    const engagements = [anEngagement({phase: 'active', acceptedAt: NOON}), other];
    expect(see(chat({engagements})).agents).toEqual([AGENT.name, OTHER_AGENT.name]);
  });

  it('can be written in and left while it lasts', () => {
    expect(see(chat())).toMatchObject({phase: 'talking', canWrite: true, canLeave: true});
    expect(see(waiting())).toMatchObject({canWrite: true, canLeave: true});
    expect(see(ended('agent'))).toMatchObject({phase: 'over', canWrite: false, canLeave: false});
  });

  it('offers nothing that the backend cannot do', () => {
    const capabilities = someCapabilities({commands: ['message.send']});
    const state = aDesk([chat()], {viewer, capabilities});
    expect(look(chat(), state)).toMatchObject({canWrite: true, canLeave: false});
  });

  it('is over for who left, until they come back', () => {
    const left = chat({}, {customerLeftAt: NOON + 9});
    expect(see(left)).toMatchObject({phase: 'left', canWrite: false, canLeave: false, leftAt: NOON + 9});
    expect(see(left, {returnedFrom: NOON + 9})).toMatchObject({phase: 'talking', canWrite: true});
    expect(see(left, {returnedFrom: NOON + 8}).phase).toBe('left');
  });

  it.each([
    ['agent', 'ended', 'endedByAgent'],
    ['customer', 'ended', 'endedByYou'],
    ['customer', 'abandoned', 'endedByYou'],
    ['system', 'unanswered', 'unanswered'],
    ['system', 'failed', 'ended'],
  ] as const)('ended by %s, %s, is told as %s', (by, reason, kind) => {
    expect(see(ended(by, reason)).occurrences.at(-1)).toMatchObject({kind, at: NOON + 5_000});
  });

  it('tells who came and went, and that the visitor left', () => {
    const attendance = [
      {agentId: 'a', name: 'Mina', joinedAt: NOON, leftAt: NOON + 3},
      {agentId: 'b', name: 'Leo', joinedAt: NOON + 4},
    ];
    const {occurrences} = see(chat({}, {customerLeftAt: NOON + 5}), {attendance});
    expect(occurrences.map(({kind, at}) => [kind, at - NOON])).toEqual([
      ['joined', 0],
      ['left', 3],
      ['joined', 4],
      ['youLeft', 5],
    ]);
    expect(new Set(occurrences.map(({key}) => key)).size).toBe(4);
  });

  it('counts what the visitor has not seen of the agent, and nothing else', () => {
    const bot = aMessage({id: 'b', from: {kind: 'bot', name: 'Robi'}});
    const messages = [bot, mine, theirs('a1', {readAt: NOON + 2_000}), theirs('a2'), theirs('a3')];
    const {unread, readAt, own} = see(chat({}, {messages}));
    expect(unread.map(({id}) => id)).toEqual(['a2', 'a3']);
    expect(readAt).toBe(NOON + 1_000);
    expect(own).toBe(1);
  });

  it('names the agents who write, while somebody is there', () => {
    const writing = [{kind: 'agent', id: AGENT.id, name: AGENT.name} as const, {kind: 'customer'} as const];
    expect(see(chat(), {writing}).writing).toEqual([AGENT.name]);
    expect(see(ended('agent'), {writing}).writing).toEqual([]);
  });

  it('says that it reconnects, and goes on', () => {
    expect(see(chat(), {connection: lost})).toMatchObject({phase: 'talking', isReconnecting: true});
    expect(see(ended('agent'), {connection: lost}).isReconnecting).toBe(false);
  });

  it('can only be read where there is no way back', () => {
    const view = see(chat(), {connection: closed('DW_WIRE_REPLACED')});
    expect(view).toMatchObject({phase: 'over', canWrite: false, loss: {code: 'DW_WIRE_REPLACED'}});
    expect(see(ended('agent'), {connection: closed('DW_AUTH_EXPIRED')})).not.toHaveProperty('loss');
  });

  it('is kept to be read when the server has forgotten it', () => {
    const view = look(chat(), aDesk([], {viewer}), {isGone: true});
    expect(view).toMatchObject({phase: 'over', canWrite: false, canLeave: false, messages: [mine]});
  });
});

describe('the words', () => {
  it('are complete in both languages', () => {
    expect(wordFaults(talkWords)).toEqual([]);
  });
});
