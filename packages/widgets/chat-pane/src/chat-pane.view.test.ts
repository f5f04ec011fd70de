import {describe, expect, it} from 'vitest';
import {permit, reduce, type DeskState, type Interaction} from '@deskwire/domain';
import {
  AGENT,
  aDesk,
  aMessage,
  anActive,
  anEngagement,
  aWrapUp,
  chatOf,
  factLog,
  inPhase,
  NOON,
  someCapabilities,
} from '@deskwire/testing/fixtures.js';

import {selectOwnChatId, viewChat, type ChatView} from './chat-pane.view.js';

const view = (state: DeskState, id = 'chat-1'): ChatView | undefined =>
  viewChat(state, state.interactions.get(id), (ask) =>
    permit(state, ask, {kind: 'agent', agentId: AGENT.id}),
  );
const viewOf = (interaction: Interaction, set: Parameters<typeof aDesk>[1] = {}): ChatView => {
  const shown = view(aDesk([interaction], set), interaction.id);
  if (!shown) throw new Error('nothing is shown');
  return shown;
};
const aChat = (set: Partial<Interaction> = {}): Interaction => anActive({channel: 'chat', ...set});
const leftAt = (at: number): Pick<Interaction, 'content'> => ({
  content: {kind: 'chat', transcript: {messages: [aMessage()], earlier: 0, customerLeftAt: at}},
});

describe('which chat the pane follows by itself', () => {
  it('takes the newest active chat, social ones included, else the newest in wrap-up', () => {
    const old = aChat({id: 'old', createdAt: NOON});
    const social = anActive({id: 'social', channel: 'social', createdAt: NOON + 1});
    const call = anActive({id: 'call', createdAt: NOON + 2});
    const over = aWrapUp({id: 'over', channel: 'chat', createdAt: NOON + 3});
    expect(selectOwnChatId(aDesk([old, social, call, over]))).toBe('social');
    expect(selectOwnChatId(aDesk([call, over]))).toBe('over');
    expect(selectOwnChatId(aDesk([call]))).toBeUndefined();
  });
});

describe('what the pane says about the chat', () => {
  it('names the customer once', () => {
    const {name, email, queue} = viewOf(aChat());
    expect({name, email, queue}).toEqual({name: 'Hana Seo', email: 'hana@example.com', queue: 'Support'});
    const nameless = viewOf(aChat({customer: {email: 'hana@example.com'}}));
    expect(nameless.name).toBe('hana@example.com');
    expect(nameless).not.toHaveProperty('email');
  });

  it('shows nothing of a call, nor of a chat of somebody else', () => {
    expect(view(aDesk([anActive()]), 'voice-1')).toBeUndefined();
    expect(view(aDesk([aChat({engagements: []})]))).toBeUndefined();
  });

  it('names its state', () => {
    const states = (['connecting', 'offered', 'active', 'wrap-up', 'done'] as const).map(
      (phase) => viewOf(inPhase(phase, {id: 'chat-1', channel: 'chat'})).chip,
    );
    expect(states).toEqual(['connecting', 'waiting', 'active', 'wrap-up', 'ended']);
    expect(viewOf(aChat(leftAt(NOON))).chip).toBe('customer-left');
    const talk = {kind: 'conference', by: AGENT.id, legs: ['leg'], since: NOON} as const;
    expect(viewOf(aChat({talk})).chip).toBe('conference');
  });

  it('tells in the log that the customer left, and that the chat ended', () => {
    const ending = {at: NOON + 9, by: 'agent', reason: 'ended'} as const;
    expect(viewOf(aWrapUp({channel: 'chat', ...leftAt(NOON + 5), ending})).happened).toEqual([
      {kind: 'customer-left', at: NOON + 5},
      {kind: 'ended', at: NOON + 9},
    ]);
  });
});

describe('what the agent can do', () => {
  it('writes and ends an active chat', () => {
    const shown = viewOf(aChat());
    expect(shown.actions.end).toEqual({command: 'interaction.end', label: 'end'});
    expect(shown).not.toHaveProperty('closed');
  });

  it('only ends it once the customer has left', () => {
    const shown = viewOf(aChat(leftAt(NOON)));
    expect(shown.actions.end).toEqual({command: 'interaction.end', label: 'end'});
    expect(shown.closed).toEqual({why: 'customer-left'});
  });

  it('does neither before it is accepted, nor after it ended', () => {
    const offered = viewOf(inPhase('offered', {id: 'chat-1', channel: 'chat'}));
    expect([offered.actions, offered.closed]).toEqual([{more: []}, {why: 'not-accepted'}]);
    const over = viewOf(aWrapUp({channel: 'chat'}));
    expect([over.actions, over.closed]).toEqual([{more: []}, {why: 'ended'}]);
  });

  it('is told in the words of the refusal where the backend cannot write', () => {
    const capabilities = someCapabilities({commands: ['interaction.end']});
    const {closed} = viewOf(aChat(), {capabilities});
    expect(closed).toMatchObject({why: 'refused', refusal: {code: 'DW_CAPABILITY_MISSING'}});
  });

  it('does not end what another agent owns', () => {
    const engagements = [anEngagement({role: 'conferenced', phase: 'active', acceptedAt: NOON})];
    expect(viewOf(aChat({engagements})).actions.end).not.toMatchObject({command: 'interaction.end'});
  });
});

describe('what is unread', () => {
  it('counts what the customer wrote since the last look, in an active chat only', () => {
    const content = chatOf(
      aMessage({id: '1', at: NOON}),
      aMessage({id: '2', at: NOON + 2}),
      aMessage({id: '3', at: NOON + 3, from: {kind: 'agent', id: AGENT.id, name: AGENT.name}}),
    );
    const chat = aChat({content});
    expect(viewOf(chat).unread).toBe(2);
    const seen = factLog({seq: 1}).say({
      type: 'engagement.read',
      interactionId: 'chat-1',
      agentId: AGENT.id,
      readAt: NOON,
    });
    const after = view(reduce(aDesk([chat]), seen));
    expect([after?.unread, after?.readAt]).toEqual([1, NOON]);
    expect(viewOf(aWrapUp({channel: 'chat', content})).unread).toBe(0);
  });
});

describe('older messages', () => {
  it('are offered only where the backend can give them', () => {
    const content = {kind: 'chat', transcript: {messages: [aMessage()], earlier: 40}} as const;
    expect(viewOf(aChat({content})).earlier).toBe(40);
    const capabilities = someCapabilities({features: []});
    expect(viewOf(aChat({content}), {capabilities}).earlier).toBe(0);
  });
});
