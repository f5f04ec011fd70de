import {describe, expect, it} from 'vitest';
import {EMPTY_DESK, type DeskState, type HistoryEntry, type Interaction} from '@deskwire/domain';
import {wordFaults} from '@deskwire/kit';
import {
  AGENT,
  anActive,
  anEngagement,
  aRequest,
  aWrapUp,
  fakeStream,
  NOON,
  QUEUE,
  aProfile,
  someCapabilities,
} from '@deskwire/testing';

import {contentWords} from './content.messages.js';
import {historyWords} from './history.messages.js';
import {
  entryView,
  followedContact,
  historyGap,
  isInTab,
  itemsOf,
  oldestDone,
  openContacts,
  startOfDay,
} from './history.view.js';
import {numberCardWords} from './number-card.messages.js';

const HOUR = 3_600_000;

const anEntry = (set: Partial<HistoryEntry> = {}): HistoryEntry => ({
  interactionId: 'past-1',
  channel: 'voice',
  origin: 'inbound',
  customer: {name: 'Hana Seo', number: '+821048271934', email: 'hana@example.com'},
  queue: QUEUE,
  agent: AGENT,
  at: NOON,
  seconds: 411,
  reasons: [{en: 'Resolved', ko: '해결됨'}],
  ...set,
});

const deskOf = (...interactions: readonly Interaction[]): DeskState => fakeStream({interactions}).state;

describe('the rows of a history', () => {
  it('begins a new day where it began for the reader', () => {
    const midnight = startOfDay(NOON);
    const entries = [midnight + HOUR, midnight, midnight - 1, midnight - 30 * HOUR].map((at, index) =>
      anEntry({interactionId: `past-${index}`, at}),
    );
    expect(itemsOf(entries, 'mine').map(({kind}) => kind)).toEqual([
      'day',
      'entry',
      'entry',
      'day',
      'entry',
      'day',
      'entry',
    ]);
    expect(itemsOf(entries, 'customer').map(({kind}) => kind)).toEqual(['entry', 'entry', 'entry', 'entry']);
  });

  it('gives every row a key of its own, the same one each time', () => {
    const entries = [anEntry(), anEntry({interactionId: 'past-2', at: NOON - 48 * HOUR})];
    const keys = itemsOf(entries, 'mine').map(({key}) => key);
    expect(new Set(keys).size).toBe(4);
    expect(itemsOf([...entries], 'mine').map(({key}) => key)).toEqual(keys);
  });

  it('names the customer in the own list, else number, address or id', () => {
    const titles = [
      {name: 'Hana Seo', number: '+821048271934'},
      {name: ' ', number: '+821048271934'},
      {email: 'hana@example.com'},
      {id: 'visitor-7'},
      {},
    ].map((customer) => entryView(anEntry({customer}), 'mine'));
    expect(titles.map(({title}) => title)).toEqual([
      'Hana Seo',
      '+821048271934',
      'hana@example.com',
      'visitor-7',
      undefined,
    ]);
    expect(titles.map(({isNumberTitle}) => isNumberTitle)).toEqual([false, true, false, false, false]);
  });

  it('says in the list of a customer what it was about, and who had it', () => {
    const mail = entryView(anEntry({channel: 'email', subject: 'Refund'}), 'customer');
    expect(mail).toMatchObject({title: 'Refund', queue: 'Support', agent: AGENT.name});
    expect(mail.subject).toBeUndefined();
    const call = entryView(anEntry(), 'customer');
    expect(call).toMatchObject({title: 'Support', agent: AGENT.name});
    expect(call.queue).toBeUndefined();
    expect(entryView(anEntry(), 'mine').agent).toBeUndefined();
  });

  it('offers a number of calls only', () => {
    expect(entryView(anEntry(), 'mine').number).toBe('+821048271934');
    expect(entryView(anEntry({channel: 'chat'}), 'mine').number).toBeUndefined();
    expect(entryView(anEntry({customer: {name: 'Withheld'}}), 'mine').number).toBeUndefined();
  });

  it('says why nobody talked, and how a call came to be where it did not simply come in', () => {
    const {seconds: _, ...missed} = anEntry({outcome: 'missed', reasons: []});
    expect(entryView(missed, 'mine')).toMatchObject({outcome: 'missed'});
    expect(entryView(missed, 'mine').seconds).toBeUndefined();
    expect(entryView(anEntry({origin: 'campaign'}), 'mine').origin).toBe('campaign');
    expect(entryView(anEntry(), 'mine').origin).toBeUndefined();
  });

  it('opens of the own ones those that the agent had, and every one of a customer', () => {
    const {seconds: _, ...missed} = anEntry({channel: 'social', outcome: 'missed'});
    expect(entryView(missed, 'mine').opens).toBeUndefined();
    expect(entryView(missed, 'customer').opens).toBe('chat');
    expect(entryView(anEntry(), 'mine').opens).toBe('voice');
  });

  it('lists social contacts under chats', () => {
    const social = anEntry({channel: 'social'});
    expect(['all', 'voice', 'chat', 'email'].map((tab) => isInTab(social, tab as 'all'))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('whether there is a history', () => {
  const state = deskOf();
  it('needs a desk, a backend that keeps it and a profile that allows it', () => {
    expect(historyGap(EMPTY_DESK)).toBe('connecting');
    expect(historyGap(state)).toBeUndefined();
    expect(historyGap({...state, capabilities: someCapabilities({features: []})})).toBe('capability');
    expect(historyGap({...state, profile: aProfile({permissions: ['outdial']})})).toBe('permission');
  });
});

describe('which contacts a history follows', () => {
  it('notices one that is done, and when the oldest of those began', () => {
    const call = anActive({id: 'call', createdAt: NOON - 5});
    const chat = anActive({id: 'chat', channel: 'chat', createdAt: NOON - 9});
    const before = openContacts(deskOf(call, chat));
    expect(oldestDone(before, openContacts(deskOf(call, chat)))).toBeUndefined();
    expect(oldestDone(before, openContacts(deskOf(call)))).toBe(NOON - 9);
    expect(oldestDone(before, openContacts(deskOf()))).toBe(NOON - 9);
    expect(oldestDone([], before)).toBeUndefined();
  });

  it('stays with the customer with whom the agent talks while others ask', () => {
    const active = anActive({id: 'active', createdAt: NOON - 60});
    const request = aRequest({id: 'request', createdAt: NOON});
    const wrapUp = aWrapUp({id: 'wrap-up', createdAt: NOON - 90});
    const follow = (...all: readonly Interaction[]) => followedContact(deskOf(...all), AGENT.id);
    expect(follow(active, request, wrapUp)).toBe('active');
    expect(follow(request, wrapUp)).toBe('wrap-up');
    expect(follow(request)).toBe('request');
    expect(follow(active, anActive({id: 'newer', createdAt: NOON}))).toBe('newer');
    expect(follow(anActive({id: 'done', engagements: [anEngagement({phase: 'done'})]}))).toBeUndefined();
    expect(follow()).toBeUndefined();
  });
});

describe('the words of a history', () => {
  it('are whole in both languages', () => {
    expect([historyWords, contentWords, numberCardWords].flatMap((words) => wordFaults(words))).toEqual([]);
  });
});
