import {describe, expect, it} from 'vitest';
import {
  EMPTY_DESK,
  permit,
  reduce,
  type DeskSnapshot,
  type DeskState,
  type Interaction,
  type Mail,
} from '@deskwire/domain';
import {wordFaults} from '@deskwire/kit';
import {
  AGENT,
  aMail,
  anActive,
  aRequest,
  aWrapUp,
  factLog,
  NOON,
  someCapabilities,
  threadOf,
} from '@deskwire/testing/fixtures.js';

import {ccWords} from './cc-field.messages.js';
import {composeWords} from './compose.messages.js';
import {emailWords} from './email-composer.messages.js';
import {selectOwnMailId, viewEmail} from './email-composer.view.js';

const desk = (interactions: readonly Interaction[], set: Partial<DeskSnapshot> = {}): DeskState =>
  reduce(EMPTY_DESK, factLog().hydrated({interactions, ...set}));

const see = (interaction: Interaction, set?: Partial<DeskSnapshot>) => {
  const state = desk([interaction], set);
  return viewEmail(state, interaction, (ask) => permit(state, ask, {kind: 'agent', agentId: AGENT.id}));
};

const mail = (set: Partial<Interaction> = {}) => anActive({channel: 'email', ...set});
const answer = aMail({id: 'mail-2', direction: 'out', delivery: 'sent', at: NOON + 2});

describe('what the mail pane shows', () => {
  it('names the sender, the subject and the queue, and the text', () => {
    expect(see(mail())).toMatchObject({
      name: 'Hana Seo',
      subject: 'My order',
      queue: 'Support',
      chip: 'active',
      mail: {text: 'Where is my order?', from: {address: 'hana@example.com'}},
      earlier: [],
      later: [],
    });
  });

  it('fixes To and Subject of a reply', () => {
    expect(see(mail())?.compose).toMatchObject({
      inReplyTo: 'mail-1',
      to: [{name: 'Hana Seo', address: 'hana@example.com'}],
      subject: 'Re: My order',
    });
  });

  it('knows who else gets a reply to all: everybody once, neither the sender nor the contact centre', () => {
    const first = aMail({
      to: [{address: 'Help@example.com'}, {name: 'Ops', address: 'ops@example.com'}],
      cc: [{address: 'OPS@example.com'}, {address: 'hana@example.com'}, {address: 'boss@example.com'}],
    });
    const compose = see(mail({content: threadOf(first), dnis: 'help@example.com'}))?.compose;
    expect(compose?.others.map(({address}) => address)).toEqual(['ops@example.com', 'boss@example.com']);
    expect(compose?.own).toEqual(['help@example.com']);
  });

  it('answers the newest mail that came in; what stands before it is folded, newest first', () => {
    const third = aMail({id: 'mail-3', at: NOON + 3, text: 'And now?'});
    const view = see(mail({content: threadOf(aMail(), answer, third)}));
    expect(view?.mail?.id).toBe('mail-3');
    expect(view?.compose?.inReplyTo).toBe('mail-3');
    expect(view?.earlier.map(({id}) => id)).toEqual(['mail-2', 'mail-1']);
    expect(view?.later).toEqual([]);
  });

  it('answers nobody who only says that a mail did not arrive', () => {
    const bounce = aMail({id: 'mail-3', at: NOON + 3, notice: 'bounce'});
    const view = see(mail({content: threadOf(aMail(), answer, bounce)}));
    expect([view?.mail?.id, view?.compose?.inReplyTo, view?.notice?.id]).toEqual([
      ...['mail-1', 'mail-1', 'mail-3'],
    ]);
    expect(view?.later.map(({id}) => id)).toEqual(['mail-2', 'mail-3']);
    expect(see(mail({content: threadOf(bounce)}))?.mail?.id).toBe('mail-3');
  });

  it('shows what was sent in answer, with where it stands', () => {
    const at = (set: Partial<Mail>) => see(mail({content: threadOf(aMail(), {...answer, ...set})}));
    expect(at({})?.later.map(({id, delivery}) => [id, delivery])).toEqual([['mail-2', 'sent']]);
    expect([at({})?.leaving, at({})?.failed]).toEqual([undefined, undefined]);
    expect(at({delivery: 'sending', leavesAt: NOON + 9})?.leaving?.id).toBe('mail-2');
    expect(at({delivery: 'sending'})?.leaving).toBeUndefined();
    expect(at({delivery: 'failed'})?.failed?.id).toBe('mail-2');
  });

  it('offers neither reply, nor transfer, nor end outside of handling', () => {
    for (const make of [aRequest, aWrapUp]) {
      const view = see(make({channel: 'email'}));
      expect([view?.compose, view?.transfer, view?.end]).toEqual([undefined, undefined, undefined]);
    }
  });

  it('hides what the backend cannot do', () => {
    const view = see(mail(), {capabilities: someCapabilities({commands: ['interaction.end']})});
    expect(view?.compose).toBeUndefined();
    expect(view?.end).toEqual({});
  });

  it('is not for calls, nor for what belongs to others', () => {
    expect(see(anActive({channel: 'voice'}))).toBeUndefined();
    expect(see(mail({engagements: []}))).toBeUndefined();
  });
});

describe('which mail the pane follows by itself', () => {
  it('is the newest active one, then the newest in wrap-up, never a request', () => {
    const request = aRequest({id: 'r', channel: 'email', createdAt: NOON + 9});
    const old = mail({id: 'a'});
    const young = mail({id: 'b', createdAt: NOON + 5});
    const done = aWrapUp({id: 'w', channel: 'email', createdAt: NOON + 7});
    expect(selectOwnMailId(desk([request, old, young, done]))).toBe('b');
    expect(selectOwnMailId(desk([request, done]))).toBe('w');
    expect(selectOwnMailId(desk([request]))).toBeUndefined();
  });
});

describe('its words', () => {
  it('are there in both languages', () => {
    for (const words of [emailWords, composeWords, ccWords]) expect(wordFaults(words)).toEqual([]);
  });
});
