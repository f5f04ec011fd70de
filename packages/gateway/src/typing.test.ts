import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {ServerMessage} from '@deskwire/protocol';

import type {WireDesk} from './test-support/desk.js';
import {Harness, pass} from './test-support/harness.js';
import {phaseOf} from './test-support/look.js';

type Typing = Extract<ServerMessage, {type: 'typing'}>;

const typingOf = (desk: WireDesk): readonly Typing[] =>
  desk.messages.filter((one): one is Typing => one.type === 'typing');

describe('who writes, over the wire', {timeout: 20_000}, () => {
  let harness: Harness;
  let time: number;
  let yoon: WireDesk;
  let park: WireDesk;
  let visitor: WireDesk;
  let id: string;

  beforeEach(async () => {
    time = Date.now();
    harness = await Harness.start({now: () => time});
    yoon = await harness.available('yoon');
    const visit = await harness.visit({name: 'Kim'});
    id = visit.interactionId;
    visitor = await harness.open(visit.token);
    await yoon.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    park = await harness.desk('park');
  });
  afterEach(() => harness.stop());

  const says = (desk: WireDesk, isTyping = true, interactionId = id) =>
    desk.say({type: 'typing', interactionId, isTyping});
  const accept = () => yoon.do({type: 'interaction.accept', interactionId: id});
  /** Everything that was said before is told by now. */
  const settle = async (...desks: readonly WireDesk[]) => {
    for (const desk of desks)
      await desk.query({type: 'messages.before', interactionId: id, messageId: 'x', limit: 1});
    await pass(20);
  };

  it('[CHAT-14] is told to the other side, by name, and to nobody else', async () => {
    await accept();
    says(visitor);
    await yoon.message('typing');
    says(yoon);
    await visitor.message('typing');
    await settle(visitor, yoon, park);
    expect(typingOf(yoon)).toEqual([
      {type: 'typing', interactionId: id, isTyping: true, from: {kind: 'customer', name: 'Kim'}},
    ]);
    expect(typingOf(visitor)).toEqual([
      {type: 'typing', interactionId: id, isTyping: true, from: {kind: 'agent', id: 'yoon', name: '윤지호'}},
    ]);
    expect(typingOf(park)).toEqual([]);
    // It is no fact: nothing of it is stored.
    expect(JSON.stringify(await harness.gateway.core.store.factsOf(id))).not.toContain('typing');
  });

  it('[CHAT-14] is told to a second desk of the agent, and to the agent who joins', async () => {
    await accept();
    const second = await harness.desk('yoon');
    await park.do({type: 'agent.set-state', to: {state: 'available'}});
    const to = {kind: 'agent', agentId: 'park'} as const;
    await yoon.do({type: 'conference.start', interactionId: id, to});
    await park.interaction('the request', (one) => phaseOf(one, 'park') === 'offered');
    says(visitor);
    await second.message('typing');
    await settle(visitor, park);
    expect(typingOf(park)).toEqual([]);
    await park.do({type: 'interaction.accept', interactionId: id});
    says(park);
    await visitor.message('typing');
    await yoon.until('the colleague', () => typingOf(yoon).some(({from}) => from.kind === 'agent'));
    expect(typingOf(visitor).map(({from}) => from)).toEqual([
      {kind: 'agent', id: 'park', name: expect.any(String)},
    ]);
  });

  it('is nobody’s who is not in the conversation', async () => {
    says(yoon);
    await settle(yoon, visitor);
    expect(typingOf(visitor)).toEqual([]);
    await accept();
    says(park);
    says(visitor, true, 'another');
    const other = await harness.visit({name: 'Lee'});
    const stranger = await harness.open(other.token);
    says(stranger);
    await settle(park, visitor, yoon);
    expect([typingOf(yoon), typingOf(visitor)]).toEqual([[], []]);
    expect([park.closed, visitor.closed, stranger.closed]).toEqual([undefined, undefined, undefined]);
  });

  it('is thinned out: what is known already is not told again', async () => {
    await accept();
    says(visitor, false);
    for (let at = 0; at < 5; at += 1) says(visitor);
    await yoon.message('typing');
    await settle(visitor, yoon);
    expect(typingOf(yoon)).toHaveLength(1);
    time += 3_000;
    says(visitor);
    says(visitor, false);
    says(visitor, false);
    await settle(visitor, yoon);
    expect(typingOf(yoon).map(({isTyping}) => isTyping)).toEqual([true, true, false]);
  });

  it('comes only so often from one viewer, who is told nothing and goes on', async () => {
    await accept();
    for (let at = 0; at < 30; at += 1) says(visitor, at % 2 === 0);
    await settle(visitor, yoon);
    expect(typingOf(yoon).length).toBeLessThanOrEqual(12);
    expect(visitor.messages.some(({type}) => type === 'rejected')).toBe(false);
    await visitor.do({type: 'message.send', interactionId: id, text: 'Hello'});
  });

  it('is answered where it cannot be read', async () => {
    visitor.say({type: 'typing', interactionId: id});
    expect((await visitor.message('rejected')).refusal).toMatchObject({
      code: 'DW_WIRE_MALFORMED',
      params: {field: 'isTyping'},
    });
  });
});
