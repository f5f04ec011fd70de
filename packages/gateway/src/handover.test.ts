import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Message} from '@deskwire/domain';

import type {WireDesk} from './test-support/desk.js';
import {Harness, pass} from './test-support/harness.js';
import {phaseOf, textsOf} from './test-support/look.js';
import {findPlanted} from './test-support/planted.js';

const TOKEN = 'an-integration-token-of-more-than-32-characters';

interface Answer {
  readonly status: number;
  readonly interactionId?: string;
  readonly token?: string;
  readonly refusal?: {readonly code: string; readonly params?: object};
}

describe('a bot that hands a talk over', {timeout: 20_000}, () => {
  let harness: Harness;
  let yoon: WireDesk;
  beforeEach(async () => {
    harness = await Harness.start({
      flowToken: TOKEN,
      flowLimits: {wrong: {burst: 3, perSecond: 0.01}, right: {burst: 100, perSecond: 1}},
    });
    yoon = await harness.available('yoon');
  });
  afterEach(() => harness.stop());

  const handOver = async (body: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await harness.post('/api/chats', body, {authorization: `Bearer ${TOKEN}`, ...headers});
    return {status: response.status, ...((await response.json()) as object)};
  };
  const messages = async (id: string): Promise<readonly Message[]> => {
    const {content} = await yoon.interaction(
      'the offer',
      (one) => one.id === id && phaseOf(one, 'yoon') === 'offered',
    );
    return content.kind === 'chat' ? content.transcript.messages : [];
  };

  it('[CHAT-1] is read by the agent, each side labelled, and the visitor goes on in the same talk', async () => {
    const at = Date.now() - 60_000;
    const {
      status,
      interactionId = '',
      token = '',
    } = await handOver({
      entryPointId: 'website',
      customer: {id: 'C-7', name: '김하나', email: 'Hana@customer.example', number: '+82 2-1555-0142'},
      subject: 'Refund',
      botName: '한빛 도우미',
      transcript: [
        {from: 'bot', text: '무엇을 도와드릴까요?', at},
        {from: 'customer', text: '<b>환불</b> 문의', at: at + 1_000},
        {from: 'bot', text: 'I am connecting you.'},
      ],
    });
    expect(status).toBe(201);
    expect(await messages(interactionId)).toMatchObject([
      {from: {kind: 'bot', name: '한빛 도우미'}, text: '무엇을 도와드릴까요?', at},
      {from: {kind: 'customer', name: '김하나'}, text: '<b>환불</b> 문의', at: at + 1_000},
      {from: {kind: 'bot', name: '한빛 도우미'}, text: 'I am connecting you.', at: at + 1_000},
    ]);
    expect(yoon.state.interactions.get(interactionId)).toMatchObject({
      subject: 'Refund',
      customer: {id: 'C-7', name: '김하나', email: 'hana@customer.example', number: '+82215550142'},
    });
    const visitor = await harness.open(token);
    expect(textsOf(visitor.state.interactions.get(interactionId))).toHaveLength(3);
    await visitor.do({type: 'message.send', interactionId, text: 'Still there'});
    await yoon.until('it', () => textsOf(yoon.state.interactions.get(interactionId)).includes('Still there'));
  });

  it('needs nothing but the token', async () => {
    const {status, interactionId = ''} = await handOver({});
    expect(status).toBe(201);
    expect(await messages(interactionId)).toEqual([]);
  });

  it('is the same chat when it asks again with the same key, and no second one when that is over', async () => {
    const key = {'idempotency-key': 'bot-session-1'};
    const first = await handOver({transcript: [{from: 'bot', text: 'Hello'}]}, key);
    const again = await handOver({transcript: [{from: 'bot', text: 'Hello'}]}, key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.interactionId).toBe(first.interactionId);
    const other = await handOver({}, {'idempotency-key': 'bot-session-2'});
    expect(other.interactionId).not.toBe(first.interactionId);
    const visitor = await harness.open(first.token ?? '');
    await visitor.do({type: 'customer.leave', interactionId: first.interactionId ?? ''});
    await yoon.until('it to be gone', () => !yoon.state.interactions.has(first.interactionId ?? ''));
    expect(await handOver({}, key)).toMatchObject({status: 409, refusal: {code: 'DW_INTERACTION_ENDED'}});
    expect(await handOver({}, {'idempotency-key': 'a b'})).toMatchObject({
      status: 400,
      refusal: {params: {field: 'idempotency-key'}},
    });
  });

  it.each([
    [{entryPointId: 'hotline'}, 'entryPointId'],
    [{customer: {name: 'a\nb'}}, 'customer.name'],
    [{customer: {email: 'no address'}}, 'customer.email'],
    [{customer: {number: 'call me'}}, 'customer.number'],
    [{customer: {vip: true}}, 'customer.vip'],
    [{transcript: [{from: 'agent', text: 'forged'}]}, 'transcript.0.from'],
    [{transcript: [{from: 'bot', text: ' \n'}]}, 'transcript.0.text'],
    [{transcript: [{from: 'bot', text: 'x'.repeat(4_001)}]}, 'transcript.0.text'],
    [{transcript: [{from: 'bot', text: 'x', at: Date.now() + 3_600_000}]}, 'transcript.0.at'],
    [
      {
        transcript: [
          {from: 'bot', text: 'x', at: 5},
          {from: 'bot', text: 'x', at: 4},
        ],
      },
      'transcript.1.at',
    ],
    [{transcript: Array.from({length: 201}, () => ({from: 'bot', text: 'x'}))}, 'transcript'],
    [{botName: ''}, 'botName'],
  ])('is refused with the name of what is wrong: %#', async (body, field) => {
    expect(await handOver(body)).toMatchObject({
      status: 400,
      refusal: {code: 'DW_INPUT_INVALID', params: {field}},
    });
    await pass(50);
    expect(yoon.state.interactions.size).toBe(0);
  });

  it('is nobody without the token, and is slowed down when it guesses', async () => {
    const {token} = await harness.visit();
    for (const authorization of ['', `Bearer ${token}`, 'Bearer guess']) {
      expect(await handOver({}, {authorization})).toMatchObject({status: 401});
    }
    expect(await handOver({}, {authorization: 'Bearer guess'})).toMatchObject({status: 429});
  });

  it('[CHAT-8] said or took card numbers that nobody reads, now or later, split or whole', async () => {
    const {interactionId = '', token = ''} = await handOver({
      customer: {name: 'Kim 5105105105105100'},
      subject: 'About 5105105105105100',
      botName: 'Bot 5105105105105100',
      transcript: [
        {from: 'customer', text: 'my card is 4111-1111-1111-1111'},
        {from: 'bot', text: 'Was it 4111111111111111?'},
        {from: 'customer', text: 'the other one: 5500 0000'},
      ],
    });
    await messages(interactionId);
    const visitor = await harness.open(token);
    const cursor = visitor.state.cursor;
    await yoon.do({type: 'interaction.accept', interactionId});
    await visitor.do({type: 'message.send', interactionId, text: '0000'});
    await visitor.do({type: 'message.send', interactionId, text: '0004, thanks'});
    await yoon.until('the redaction', () => yoon.facts.some(({type}) => type === 'message.redacted'));
    await yoon.until('the end of it', () =>
      textsOf(yoon.state.interactions.get(interactionId)).some((text) => text.endsWith(', thanks')),
    );
    const seen = textsOf(yoon.state.interactions.get(interactionId)).join('\n');
    expect(seen).not.toMatch(/1111|5500|0004/);
    expect(seen).toContain('my card is ••••');
    // A page that comes back is not told again what was taken out meanwhile.
    visitor.cut();
    const back = await harness.open(token, cursor);
    await back.until('the facts', () => back.facts.some(({type}) => type === 'message.redacted'));
    expect(JSON.stringify(back.messages)).not.toMatch(/5500 0000|0004, thanks/);
    await pass(1_100);
    const planted = {
      whole: '4111-1111-1111-1111',
      same: '4111111111111111',
      name: '5105105105105100',
      split: 'one: 5500 0000',
    };
    expect(
      findPlanted(planted, {directories: [harness.data], texts: {log: harness.logLines.join('')}}),
    ).toEqual([]);
    await yoon.do({type: 'interaction.end', interactionId});
    await yoon.do({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    await yoon.until('it to be gone', () => !yoon.state.interactions.has(interactionId));
    const past = await yoon.query({type: 'history.content', interactionId, limit: 10});
    const told = past.ok ? JSON.stringify(past.answer) : '';
    expect(told).toContain('the other one: ••••');
    expect(told).not.toMatch(/1111|5500|0004|5105/);
    expect(findPlanted(planted, {directories: [harness.data]})).toEqual([]);
  });
});
