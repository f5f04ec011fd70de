import {describe, expect, it} from 'vitest';
import {NOON} from '@deskwire/testing/fixtures.js';

import {newsOf, type TalkLanguage} from './conversation-news.js';
import type {ChatView} from './conversation.view.js';

const language = {
  t: (key: string, params?: object) => [key, ...Object.values(params ?? {})].join(' '),
} as unknown as TalkLanguage;

const chat = (set: Partial<ChatView> = {}): ChatView => ({
  phase: 'talking',
  interactionId: 'chat-1',
  visitor: {},
  company: '',
  agents: [],
  wasServed: false,
  messages: [],
  earlier: 0,
  writing: [],
  occurrences: [],
  unread: [],
  readAt: 0,
  own: 0,
  isReconnecting: false,
  canWrite: true,
  canLeave: true,
  ...set,
});
const joined = {kind: 'joined', key: 'j', at: NOON, name: 'Mina'} as const;
const left = {kind: 'left', key: 'l', at: NOON, name: 'Mina'} as const;
const over = {kind: 'endedByAgent', key: 'ended', at: NOON} as const;
const news = (before: ChatView | undefined, now: ChatView, sawLoss = false) =>
  newsOf(before, now, sawLoss, language);

describe('what is read out', () => {
  it('is who comes and goes, and the end, once', () => {
    expect(news(chat(), chat({occurrences: [joined]}))).toEqual(['joined Mina']);
    expect(news(chat({occurrences: [joined]}), chat({occurrences: [joined, left]}))).toEqual([
      'agentLeft Mina',
    ]);
    expect(news(chat(), chat({phase: 'over', occurrences: [over]}))).toEqual(['endedByAgent']);
    expect(news(chat({occurrences: [over]}), chat({occurrences: [over]}))).toEqual([]);
  });

  it('is nothing of what was there before the page', () => {
    expect(news(undefined, chat({occurrences: [joined]}))).toEqual([]);
    expect(news(chat({interactionId: 'chat-0'}), chat({occurrences: [joined]}))).toEqual([]);
  });

  it('is that one waits, at first and again', () => {
    expect(news(undefined, chat({phase: 'waiting'}))).toEqual(['soon']);
    expect(news(chat({phase: 'waiting'}), chat({phase: 'waiting'}))).toEqual([]);
    const waitsAgain = chat({phase: 'waiting', wasServed: true, occurrences: [joined, left]});
    expect(news(chat({occurrences: [joined]}), waitsAgain)).toEqual(['agentLeft Mina', 'soonAgain']);
  });

  it('is that the connection is back, for who was shown that it was lost', () => {
    const lost = chat({isReconnecting: true});
    expect(news(lost, chat(), true)).toEqual(['restored']);
    expect(news(lost, chat(), false)).toEqual([]);
    expect(news(lost, lost, true)).toEqual([]);
    const loss = {code: 'DW_AUTH_EXPIRED', kind: 'transport'} as const;
    expect(news(lost, chat({loss}), true)).toEqual([]);
  });
});
