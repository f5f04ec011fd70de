import {describe, expect, it} from 'vitest';
import {refuse, type DeskState, type Interaction} from '@deskwire/domain';
import {wordFaults} from '@deskwire/kit';
import type {ConnectionStatus} from '@deskwire/stream';
import {AGENT, aDesk, aMessage, anActive, anInteraction, NOON} from '@deskwire/testing/fixtures.js';

import {visitorWords} from './visitor-chat.messages.js';
import {selectVisit, unseenIn, viewVisit, type VisitInput} from './visit.view.js';

const viewer = {kind: 'customer', interactionId: 'chat-1'} as const;
const theirs = aMessage({id: 'a1', from: {kind: 'agent', id: AGENT.id, name: AGENT.name}});
const bot = aMessage({id: 'b1', from: {kind: 'bot', name: 'Robi'}});
const chat = (set: Partial<Interaction> = {}): Interaction =>
  anActive({
    channel: 'chat',
    content: {kind: 'chat', transcript: {messages: [aMessage({id: 'm1'})], earlier: 0}},
    ...set,
  });
const over = chat({engagements: [], ending: {at: NOON, by: 'agent', reason: 'ended'}});

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

const input = (state: DeskState | undefined, set: Partial<VisitInput> = {}): VisitInput => ({
  state,
  connection: state && {state: 'live', since: NOON},
  interaction: state && selectVisit(state),
  start: {status: 'idle'},
  aside: undefined,
  ...set,
});
const desk = (interaction?: Interaction): DeskState => aDesk(interaction ? [interaction] : [], {viewer});

describe('which conversation it is', () => {
  it('is the visitor’s own', () => {
    const other = anInteraction({id: 'chat-2', channel: 'chat'});
    expect(selectVisit(aDesk([chat(), other], {viewer}))?.id).toBe('chat-1');
  });

  it('is none on an agent’s desk', () => {
    expect(selectVisit(aDesk([chat()]))).toBeUndefined();
  });
});

describe('before a conversation', () => {
  it('is the form where there is no stream, no conversation, or an agent’s desk', () => {
    const form = {phase: 'form', isStarting: false, canReturn: false};
    expect(viewVisit(input(undefined))).toEqual(form);
    expect(viewVisit(input(desk()))).toEqual(form);
    expect(viewVisit(input(aDesk([chat()])))).toEqual(form);
  });

  it('is on its way while a stream has said nothing', () => {
    const untold = {...desk(), viewer: undefined} as unknown as DeskState;
    expect(viewVisit(input(untold))).toEqual({phase: 'connecting', isReconnecting: false});
    expect(viewVisit(input(untold, {connection: lost}))).toEqual({phase: 'connecting', isReconnecting: true});
  });

  it('stays the form from the start until the conversation is there', () => {
    const untold = {...desk(), viewer: undefined} as unknown as DeskState;
    for (const status of ['starting', 'started'] as const) {
      expect(viewVisit(input(untold, {start: {status}}))).toMatchObject({phase: 'form', isStarting: true});
    }
  });

  it('says why it could not begin, at the host’s or at the backend’s word', () => {
    const refusal = refuse('DW_WIRE_RATE');
    expect(viewVisit(input(undefined, {start: {status: 'failed', refusal}}))).toEqual({
      phase: 'form',
      isStarting: false,
      refusal,
      canReturn: false,
    });
    const connection = closed('DW_AUTH_EXPIRED');
    expect(viewVisit(input(desk(), {connection, start: {status: 'started'}}))).toMatchObject({
      phase: 'form',
      isStarting: false,
      refusal: {code: 'DW_AUTH_EXPIRED'},
    });
  });

  it('is the form again for another chat, with a way back', () => {
    const aside = 'chat-1';
    expect(viewVisit(input(desk(over), {aside}))).toEqual({
      phase: 'form',
      isStarting: false,
      canReturn: true,
    });
    const connection = closed('DW_WIRE_REPLACED');
    const asking = viewVisit(input(desk(over), {aside, connection, start: {status: 'started'}}));
    expect(asking).toEqual({phase: 'form', isStarting: true, canReturn: true});
  });
});

describe('a conversation that is there', () => {
  it('is shown, also when it is over and when the server has forgotten it', () => {
    for (const one of [chat(), over]) expect(viewVisit(input(desk(one)))).toEqual({phase: 'chat'});
    expect(viewVisit(input(desk(), {interaction: chat()}))).toEqual({phase: 'chat'});
  });

  it('counts what an agent wrote and the visitor has not seen', () => {
    const of = (...messages: (typeof theirs)[]) =>
      unseenIn(chat({content: {kind: 'chat', transcript: {messages, earlier: 0}}}));
    expect(of(bot, theirs, {...theirs, id: 'a2'}, {...theirs, id: 'a0', readAt: NOON})).toBe(2);
    expect(of(bot)).toBe(0);
    expect(unseenIn(undefined)).toBe(0);
  });
});

describe('the words', () => {
  it('are complete in both languages', () => {
    expect(wordFaults(visitorWords)).toEqual([]);
  });
});
