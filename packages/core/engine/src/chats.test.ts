import {describe, expect, it} from 'vitest';
import type {Message, Who} from '@deskwire/domain';
import {Hall} from './test-kit/hall.js';

const chatting = (channel: 'chat' | 'social' = 'chat') => {
  const hall = new Hall().available('ann');
  const interactionId = hall.handled(channel, 'ann');
  const customer: Who = {kind: 'customer', interactionId};
  const say = (who: string | Who, text: string) => hall.do(who, {type: 'message.send', interactionId, text});
  const messages = (): readonly Message[] => {
    const {content} = hall.interaction(interactionId);
    return content.kind === 'chat' ? content.transcript.messages : [];
  };
  return {hall, interactionId, customer, say, messages};
};

describe('a conversation', () => {
  it.each(['chat', 'social'] as const)('carries text both ways, with names (%s)', (channel) => {
    const {hall, customer, say, messages} = chatting(channel);
    say('ann', 'How can I help?');
    hall.now += 1;
    say(customer, 'My order is late');
    expect(messages()).toMatchObject([
      {text: 'How can I help?', from: {kind: 'agent', id: 'ann', name: 'ANN'}, at: hall.now - 1},
      {text: 'My order is late', from: {kind: 'customer', name: 'Hana'}, at: hall.now},
    ]);
  });

  it('names a message by its command, and posts one id once', () => {
    const {hall, interactionId, customer, messages} = chatting();
    const input = {
      kind: 'command',
      who: customer,
      id: 'mine',
      command: {type: 'message.send', interactionId, text: 'Hello'},
    } as const;
    expect(hall.run(input).facts).toMatchObject([{type: 'message.posted', cause: 'mine'}]);
    expect(hall.run(input)).toMatchObject({facts: [], result: {ok: true}});
    expect(messages().map(({id}) => id)).toEqual(['mine']);
  });

  it('takes what the customer writes before anybody accepts', () => {
    const hall = new Hall();
    const interactionId = hall.arrive('chat');
    const customer: Who = {kind: 'customer', interactionId};
    expect(hall.do(customer, {type: 'message.send', interactionId, text: 'Anybody?'})).toEqual([
      'message.posted',
    ]);
  });

  it('refuses what is empty, too long, or has a file that no store knows', () => {
    const {hall, interactionId} = chatting();
    const send = {type: 'message.send', interactionId, text: 'Here'} as const;
    expect(hall.refused('ann', {...send, text: ' \n'})).toBe('DW_MESSAGE_EMPTY');
    expect(hall.refused('ann', {...send, text: 'x'.repeat(1_001)})).toBe('DW_MESSAGE_TOO_LONG');
    expect(hall.refused('ann', {...send, attachmentIds: ['f']})).toBe('DW_FILE_UNKNOWN');
  });

  it('belongs to its own customer alone', () => {
    const {hall, interactionId, customer} = chatting();
    const other: Who = {kind: 'customer', interactionId: hall.arrive('chat', 'other')};
    const send = {type: 'message.send', interactionId, text: 'Hello'} as const;
    expect(hall.refused(other, send)).toBe('DW_INTERACTION_UNKNOWN');
    expect(hall.refused(customer, {type: 'interaction.end', interactionId})).toBe('DW_ROLE_CUSTOMER');
    expect(hall.refused('ann', {type: 'customer.leave', interactionId})).toBe('DW_ROLE_AGENT');
  });
});

describe('what was read and delivered', () => {
  it('is kept for the agent as one moment', () => {
    const {hall, interactionId, customer, say} = chatting();
    say(customer, 'Hello');
    hall.do('ann', {type: 'interaction.read', interactionId});
    expect(hall.engagement(interactionId, 'ann')?.readAt).toBe(hall.now);
  });

  it('is kept for the customer on each message of the agent, once', () => {
    const {hall, interactionId, customer, say, messages} = chatting();
    say('ann', 'One');
    say(customer, 'Two');
    say('ann', 'Three');
    const read = {type: 'interaction.read', interactionId} as const;
    expect(hall.do(customer, read)).toEqual(['message.read', 'message.read']);
    expect(messages().map(({readAt}) => readAt)).toEqual([hall.now, undefined, hall.now]);
    expect(hall.do(customer, read)).toEqual([]);
  });

  it('is kept when the device of the customer has a message, once', () => {
    const {hall, interactionId, say, messages} = chatting();
    say('ann', 'One');
    const messageId = messages()[0]?.id ?? '';
    const delivered = {type: 'message.delivered', interactionId, messageId} as const;
    expect(hall.tell(delivered)).toEqual(['message.delivered']);
    expect(messages()[0]?.deliveredAt).toBe(hall.now);
    expect(hall.tell(delivered)).toEqual([]);
    expect(hall.tell({...delivered, messageId: 'none'})).toEqual([]);
    expect(hall.tellRefused({...delivered, interactionId: 'none'})).toBe('DW_INTERACTION_UNKNOWN');
  });
});

describe('a customer who leaves', () => {
  it('is marked as gone; the agent can write no more and ends it', () => {
    const {hall, interactionId, customer} = chatting();
    expect(hall.do(customer, {type: 'customer.leave', interactionId})).toEqual(['customer.left']);
    expect(hall.refused('ann', {type: 'message.send', interactionId, text: 'Still there?'})).toBe(
      'DW_CHAT_CUSTOMER_LEFT',
    );
    expect(hall.do('ann', {type: 'interaction.end', interactionId})).toEqual([
      'interaction.ended',
      'wrap-up.started',
    ]);
    expect(hall.refused(customer, {type: 'message.send', interactionId, text: 'Wait'})).toBe(
      'DW_INTERACTION_ENDED',
    );
  });

  it('is marked as gone when the page says so for good, once', () => {
    const {hall, interactionId} = chatting();
    expect(hall.tell({type: 'customer.gone', interactionId})).toEqual(['customer.left']);
    expect(hall.tell({type: 'customer.gone', interactionId})).toEqual([]);
  });

  it('is back when they write again before the end', () => {
    const {hall, interactionId, customer, say} = chatting();
    hall.do(customer, {type: 'customer.leave', interactionId});
    expect(say(customer, 'One more thing')).toEqual(['customer.returned', 'message.posted']);
    expect(say('ann', 'Yes?')).toEqual(['message.posted']);
  });

  it('abandons what nobody has accepted, waiting or ringing', () => {
    const hall = new Hall();
    const waiting = hall.arrive('chat', 'c1');
    hall.do({kind: 'customer', interactionId: waiting}, {type: 'customer.leave', interactionId: waiting});
    expect(hall.facts.at(-1)).toMatchObject({ending: {by: 'customer', reason: 'abandoned'}});
    hall.available('ann');
    const ringing = hall.rings('chat', 'ann', 'c2');
    hall.do({kind: 'customer', interactionId: ringing}, {type: 'customer.leave', interactionId: ringing});
    expect(hall.since(hall.facts.length - 2)).toEqual(['interaction.ended', 'engagement.left']);
    expect([hall.centre.interactions.size, hall.agent('ann').presence.state]).toEqual([0, 'available']);
  });
});
