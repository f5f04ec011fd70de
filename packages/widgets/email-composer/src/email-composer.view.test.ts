import {describe, expect, it} from 'vitest';
import {
  EMPTY_DESK,
  permit,
  reduce,
  type DeskSnapshot,
  type DeskState,
  type Interaction,
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
      answers: [],
    });
  });

  it('fixes To and Subject of a reply', () => {
    expect(see(mail())?.reply).toMatchObject({
      inReplyTo: 'mail-1',
      to: [{name: 'Hana Seo', address: 'hana@example.com'}],
      subject: 'Re: My order',
    });
  });

  it('answers the newest mail that came in; what stands before it is folded, newest first', () => {
    const third = aMail({id: 'mail-3', at: NOON + 3, text: 'And now?'});
    const view = see(mail({content: threadOf(aMail(), answer, third)}));
    expect(view?.mail?.id).toBe('mail-3');
    expect(view?.reply?.inReplyTo).toBe('mail-3');
    expect(view?.earlier.map(({id}) => id)).toEqual(['mail-2', 'mail-1']);
    expect(view?.answers).toEqual([]);
  });

  it('shows what was sent in answer, with where it stands', () => {
    const view = see(mail({content: threadOf(aMail(), answer)}));
    expect(view?.answers.map(({id, delivery}) => [id, delivery])).toEqual([['mail-2', 'sent']]);
    expect(view?.reply?.inReplyTo).toBe('mail-1');
  });

  it('says when a mail was cut', () => {
    expect(see(mail({content: threadOf(aMail({truncated: true}))}))?.mail?.isCut).toBe(true);
  });

  it('offers neither reply nor end outside of handling', () => {
    for (const make of [aRequest, aWrapUp]) {
      const view = see(make({channel: 'email'}));
      expect([view?.reply, view?.end]).toEqual([undefined, undefined]);
    }
  });

  it('hides what the backend cannot do', () => {
    const view = see(mail(), {capabilities: someCapabilities({commands: ['interaction.end']})});
    expect(view?.reply).toBeUndefined();
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
    expect(wordFaults(emailWords)).toEqual([]);
  });
});
