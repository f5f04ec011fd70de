import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import {DEMO_CONFIG} from './config/demo.js';
import {withRingSeconds} from './config/gateway-config.js';
import {Harness, pass} from './test-support/harness.js';
import {phaseOf, textsOf} from './test-support/look.js';

describe('a chat over the wire', {timeout: 20_000}, () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start({config: withRingSeconds(DEMO_CONFIG, 2), chat: {graceSeconds: 2}});
  });
  afterEach(() => harness.stop());

  it("[CHAT-4] goes from the visitor to the agent and back, the assistant before it, under the agent's name", async () => {
    const yoon = await harness.available('yoon');
    const {interactionId, token} = await harness.visit({
      name: 'Kim',
      email: 'kim@customer.example',
      question: 'Where is my parcel?',
      language: 'en',
    });
    const visitor = await harness.open(token);
    const offered = await yoon.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    expect(offered.id).toBe(interactionId);
    expect(offered.customer).toEqual({name: 'Kim', email: 'kim@customer.example'});
    expect(offered.queue?.name).toBe('Web support');
    const {content} = offered;
    expect(content.kind === 'chat' && content.transcript.messages.map(({from}) => from.kind)).toEqual([
      'bot',
      'customer',
      'bot',
    ]);
    await yoon.do({type: 'interaction.accept', interactionId});
    await visitor.do({type: 'message.send', interactionId, text: 'Hello?'});
    await yoon.do({type: 'message.send', interactionId, text: 'On its way.'});
    const seen = await visitor.interaction('the reply', (one) => textsOf(one).includes('On its way.'));
    const messages = seen.content.kind === 'chat' ? seen.content.transcript.messages : [];
    expect(messages.at(-1)?.from).toEqual({kind: 'agent', id: 'yoon', name: '윤지호'});
    expect(textsOf(seen).slice(1)).toEqual([
      'Where is my parcel?',
      'I am connecting you to an agent.',
      'Hello?',
      'On its way.',
    ]);
  });

  it('[ARR-6] [STATE-4] rings at who waited longest, and goes on to the next one when nobody answers', async () => {
    const yoon = await harness.available('yoon');
    await pass(5);
    const park = await harness.available('park');
    const {interactionId, token} = await harness.visit();
    await harness.open(token);
    await yoon.interaction('the first offer', (one) => phaseOf(one, 'yoon') === 'offered');
    expect(park.state.interactions.size).toBe(0);
    await park.interaction('the second offer', (one) => phaseOf(one, 'park') === 'offered');
    expect(yoon.state.presence).toMatchObject({state: 'rona', interactionId, channel: 'chat'});
    expect(yoon.state.interactions.size).toBe(0);
    await park.do({type: 'interaction.accept', interactionId});
    const second = await harness.visit();
    await pass(300);
    expect(yoon.state.interactions.size).toBe(0);
    await yoon.do({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    expect(yoon.state.presence).toMatchObject({state: 'idle', reasonId: 'lunch'});
    await park.interaction('the second chat', ({id}) => id === second.interactionId);
  });

  it('a visitor who goes away has left after a while, and one who comes back has not', async () => {
    const yoon = await harness.available('yoon');
    const {interactionId, token} = await harness.visit();
    const visitor = await harness.open(token);
    await yoon.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    await yoon.do({type: 'interaction.accept', interactionId});
    visitor.cut();
    await pass(300);
    const back = await harness.open(token);
    await pass(2_200);
    expect(yoon.facts.some(({type}) => type === 'customer.left')).toBe(false);
    back.cut();
    await yoon.fact('customer.left');
    expect(await yoon.refused({type: 'message.send', interactionId, text: 'Still there?'})).toBe(
      'DW_CHAT_CUSTOMER_LEFT',
    );
  });

  it('tells a visitor nothing of queue, data or other contacts', async () => {
    const yoon = await harness.available('yoon');
    const {interactionId, token} = await harness.visit();
    const visitor = await harness.open(token);
    const other = await harness.visit({name: 'Somebody else'});
    await yoon.interaction('both', (one) => one.id === other.interactionId);
    await yoon.do({type: 'interaction.accept', interactionId});
    await visitor.interaction('the agent', ({engagements}) => engagements.length > 0);
    const heard = JSON.stringify(visitor.messages);
    expect(heard).not.toContain(other.interactionId);
    expect(heard).not.toContain('Somebody else');
    expect(heard).not.toContain('Web support');
    expect(heard).not.toContain('7001');
  });
});
