import {afterEach, describe, expect, it} from 'vitest';
import {fakeClock, FAKE_START} from '@deskwire/testing';
import type {Message} from '@deskwire/domain';
import {sampleLongChat} from '../sample/bot-chat.js';
import {longTalk} from '../sample/long-talk.js';
import type {ChatArrival} from '../scripts.js';
import {SAMPLE_LANGUAGES} from '../sample/words.js';
import {Stage} from '../test-kit/stage.js';
import {OlderMessages} from './older-messages.js';

const opened: Stage[] = [];
afterEach(() => {
  for (const {simulator} of opened.splice(0)) simulator.close();
});

const open = async (arrival: ChatArrival) => {
  const stage = new Stage(fakeClock());
  opened.push(stage);
  const desk = await stage.desk('yoon');
  const id = await stage.chat(desk, arrival);
  const transcript = () => {
    const {content} = desk.interaction(id);
    if (content.kind !== 'chat') throw new Error('no chat');
    return content.transcript;
  };
  const before = async (messageId: string, limit: number) => {
    const asked = desk.query({type: 'messages.before', interactionId: id, messageId, limit});
    await stage.clock.pass(0);
    const result = await asked;
    return result.ok ? result.answer : result.refusal.code;
  };
  /** Everything, from the newest page to the oldest. */
  const all = async (limit: number): Promise<readonly Message[]> => {
    const {messages, earlier} = transcript();
    let found = messages;
    let left = earlier;
    while (left > 0) {
      const page = await before(found[0]?.id ?? '', limit);
      if (typeof page === 'string') throw new Error(page);
      expect(page.earlier).toBe(left - page.messages.length);
      found = [...page.messages, ...found];
      left = page.earlier;
    }
    return found;
  };
  return {stage, desk, id, transcript, before, all};
};

const talk = longTalk({
  id: 'c',
  language: 'en',
  length: 1_000,
  until: FAKE_START,
  customerName: 'Kang',
  agents: [
    {id: 'yoon', name: 'Yoon'},
    {id: 'park', name: 'Park'},
  ],
});

describe('a talk of years', () => {
  it('is in order, in the past, each message once, found by its id', () => {
    const all = Array.from({length: talk.length}, (_, index) => talk.at(index));
    const times = all.map(({at}) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(FAKE_START);
    expect(new Set(all.map(({id}) => id)).size).toBe(1_000);
    expect(all.every(({id}, index) => talk.indexOf(id) === index)).toBe(true);
    expect(new Set(all.flatMap(({from}) => (from.kind === 'agent' ? from.id : [])))).toEqual(
      new Set(['yoon', 'park']),
    );
    expect(talk.at(7)).toEqual(talk.at(7));
  });

  it('has nothing that it does not have', () => {
    for (const id of ['', 'c-earlier-0', 'c-earlier-1001', 'c-earlier-x', 'c-earlier-1.5', 'd-earlier-1'])
      expect(talk.indexOf(id)).toBe(-1);
    expect(() => talk.at(1_000)).toThrow(RangeError);
    expect(() => talk.at(-1)).toThrow(RangeError);
  });

  it('goes on in lines that were said', () => {
    const said = ['a', 'b', 'c'].map((id): Message => ({id, at: 1, from: {kind: 'customer'}, text: id}));
    const older = new OlderMessages(talk, said).first(1_002);
    expect(older.length).toBe(1_002);
    expect(older.slice(998).map(({id}) => id)).toEqual(['c-earlier-999', 'c-earlier-1000', 'a', 'b']);
    expect(older.upTo('b')).toMatchObject({before: 801});
    expect(older.upTo('b').messages.at(-1)?.id).toBe('b');
    expect(older.upTo('c').messages.at(-1)?.id).toBe('b');
    expect(older.upTo('c-earlier-3').messages.map(({id}) => id)).toEqual([
      'c-earlier-1',
      'c-earlier-2',
      'c-earlier-3',
    ]);
  });
});

describe('a chat that has gone on for years', () => {
  it.each(SAMPLE_LANGUAGES)('gives its messages page by page, without a gap, in %s', async (language) => {
    const {all, transcript, before} = await open(sampleLongChat(language, 1_234));
    expect(transcript()).toMatchObject({earlier: 1_185});
    expect(transcript().messages).toHaveLength(50);
    const found = await all(200);
    expect(found).toHaveLength(1_235);
    expect(new Set(found.map(({id}) => id)).size).toBe(1_235);
    const times = found.map(({at}) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(/[가-힣]/.test(found.map(({text}) => text).join(''))).toBe(language === 'ko');
    expect(await before('nobody said that', 50)).toBe('DW_INPUT_INVALID');
  });

  it('mixes with what was said to the assistant', async () => {
    const lines = Array.from({length: 70}, (_, index) => ({from: 'bot', text: `${index}`}) as const);
    const {all} = await open({text: 'Now', script: {before: lines, earlierMessages: 100}});
    const found = await all(30);
    expect(found).toHaveLength(171);
    expect(found.slice(100, 102).map(({text}) => text)).toEqual(['0', '1']);
  });

  it('of 100,000 messages is as quick', async () => {
    const begun = performance.now();
    const {transcript, before} = await open(sampleLongChat('en'));
    expect(transcript().earlier).toBe(99_951);
    let messageId = transcript().messages[0]?.id ?? '';
    for (let count = 0; count < 100; count += 1) {
      const page = await before(messageId, 50);
      if (typeof page === 'string') throw new Error(page);
      messageId = page.messages[0]?.id ?? '';
    }
    expect(await before(messageId, 1)).toMatchObject({earlier: 99_951 - 5_001});
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('is for those who take part in it', async () => {
    const {stage, id, transcript} = await open(sampleLongChat('en', 500));
    const messageId = transcript().messages[0]?.id ?? '';
    const ask = async (agentId: string) => {
      const desk = await stage.desk(agentId);
      const asked = desk.query({type: 'messages.before', interactionId: id, messageId, limit: 5});
      await stage.clock.pass(0);
      return asked;
    };
    expect(await ask('park')).toMatchObject({refusal: {code: 'DW_INTERACTION_UNKNOWN'}});
    const page = await stage.page(id);
    const own = page.query({type: 'messages.before', interactionId: id, messageId, limit: 5});
    await stage.clock.pass(0);
    expect(await own).toMatchObject({ok: true, answer: {earlier: 446}});
  });

  it('is in the history from its beginning', async () => {
    const {stage, desk, id} = await open(sampleLongChat('en', 300));
    await stage.does(desk, {type: 'interaction.end', interactionId: id});
    const asked = desk.query({type: 'history.content', interactionId: id, limit: 100});
    await stage.clock.pass(0);
    expect(await asked).toMatchObject({ok: true, answer: {content: {transcript: {earlier: 201}}}});
  });

  it('holds no card number, however old', async () => {
    const card = {from: 'customer', text: 'It is 4111 1111 1111 1111'} as const;
    const lines = [card, ...Array.from({length: 80}, () => ({from: 'bot', text: 'And then?'}) as const)];
    const {all} = await open({text: 'Now', script: {before: lines}});
    const [first] = await all(50);
    expect(first?.text).not.toMatch(/1111/);
    expect(first?.redactions).toHaveLength(1);
  });
});
