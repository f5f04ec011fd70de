import {afterEach, describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import {createProfile, type Answers, type HistoryEntry, type Query} from '@deskwire/domain';
import type {SimulatorOptions} from './options.js';
import {sampleCall, samplePlainChat} from './sample/people.js';
import {SAMPLE_LANGUAGES} from './sample/words.js';
import {Stage} from './test-kit/stage.js';
import {TestDesk} from './test-kit/desk.js';

const opened: Stage[] = [];
afterEach(() => {
  for (const {simulator} of opened.splice(0)) simulator.close();
});

const open = async (options: SimulatorOptions = {}) => {
  const stage = new Stage(fakeClock(), options);
  opened.push(stage);
  const {simulator, clock} = stage;
  const desk = await stage.desk('yoon');
  const ask = async <Q extends Query>(query: Q, from = desk): Promise<Answers[Q['type']] | string> => {
    const asked = from.query(query);
    await clock.pass(0);
    const result = await asked;
    return result.ok ? result.answer : result.refusal.code;
  };
  const page = async (query: Extract<Query, {type: 'history.mine' | 'history.customer'}>) => {
    const answer = await ask(query);
    if (typeof answer === 'string') throw new Error(answer);
    return answer;
  };
  /** Every row, asked for in pages of this size. */
  const all = async (query: Omit<Extract<Query, {type: 'history.mine'}>, 'limit'>, limit = 7) => {
    const rows: HistoryEntry[] = [];
    let after: string | undefined;
    do {
      const {entries, next} = await page({...query, limit, ...(after === undefined ? {} : {after})});
      rows.push(...entries);
      after = next;
    } while (after !== undefined);
    return rows;
  };
  /** A call or a chat that is over and wrapped up. */
  const handles = async (interactionId: string, ...reasonIds: readonly string[]) => {
    await clock.pass(600);
    await stage.does(desk, {type: 'interaction.accept', interactionId});
    await clock.pass(90_000);
    await stage.does(desk, {type: 'interaction.end', interactionId});
    await clock.pass(5_000);
    await stage.does(desk, {type: 'wrap-up.submit', interactionId, reasonIds});
    return interactionId;
  };
  return {stage, simulator, clock, desk, ask, page, all, handles};
};

const MINE = {type: 'history.mine'} as const;
const newestFirst = (rows: readonly HistoryEntry[]) => rows.map(({at}) => at).toSorted((a, b) => b - a);

describe('the past of the sample', () => {
  it.each(SAMPLE_LANGUAGES)(
    'is there in %s: calls, chats, mails, newest first, each once',
    async (language) => {
      const {all} = await open({language});
      const rows = await all(MINE);
      expect(rows).toHaveLength(20);
      expect(rows.map(({at}) => at)).toEqual(newestFirst(rows));
      expect(new Set(rows.map(({interactionId}) => interactionId)).size).toBe(20);
      expect(new Set(rows.map(({channel}) => channel))).toEqual(new Set(['voice', 'chat', 'email']));
      expect(rows.some(({outcome}) => outcome === 'missed')).toBe(true);
      expect(rows.every(({agent}) => agent?.id === 'yoon')).toBe(true);
      for (const {customer} of rows) expect(/[가-힣]/.test(customer.name ?? '')).toBe(language === 'ko');
    },
  );

  it('has its tabs', async () => {
    const {all} = await open();
    const [calls, chats, mails] = await Promise.all(
      (['voice', 'chat', 'email'] as const).map((channel) => all({...MINE, channel})),
    );
    expect(calls?.every(({channel}) => channel === 'voice')).toBe(true);
    expect(mails?.every(({subject = ''}) => subject !== '')).toBe(true);
    expect((calls?.length ?? 0) + (chats?.length ?? 0) + (mails?.length ?? 0)).toBe(20);
  });

  it('tells what was said, to whoever had it', async () => {
    const {all, ask} = await open();
    const [chat] = await all({...MINE, channel: 'chat'});
    const [mail] = await all({...MINE, channel: 'email'});
    const content = (interactionId = '') => ask({type: 'history.content', interactionId, limit: 50});
    expect(await content(chat?.interactionId)).toMatchObject({
      entry: chat,
      content: {kind: 'chat', transcript: {earlier: 0}},
    });
    const thread = await content(mail?.interactionId);
    if (typeof thread === 'string' || thread.content.kind !== 'email') throw new Error('no mail');
    expect(thread.content.thread.mails.map(({direction}) => direction).slice(0, 2)).toEqual(['in', 'out']);
    const others = Array.from({length: 60}, (_, index) => `past-${index + 1}`);
    const answers = await Promise.all(others.map((id) => content(id)));
    expect(answers.filter((answer) => answer === 'DW_HISTORY_UNKNOWN').length).toBeGreaterThan(30);
    expect(await content('past-61')).toBe('DW_HISTORY_UNKNOWN');
    expect(await content('past-0')).toBe('DW_HISTORY_UNKNOWN');
  });

  it('may be none, and belongs to whatever agents there are', async () => {
    expect(await (await open({pastContacts: 0})).all(MINE)).toEqual([]);
    const alone = await open({agents: [createProfile({id: 'yoon', name: 'Yoon', queueIds: []})]});
    expect(await alone.all(MINE)).toHaveLength(60);
  });

  it('of 100,000 contacts is as quick', async () => {
    const {page, ask} = await open({pastContacts: 100_000});
    const begun = performance.now();
    let after: string | undefined;
    for (let count = 0; count < 20; count += 1) {
      const {entries, next} = await page({...MINE, limit: 100, ...(after === undefined ? {} : {after})});
      expect(entries).toHaveLength(100);
      after = next;
    }
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(await ask({type: 'history.content', interactionId: 'past-100000', limit: 5})).not.toBe(
      'DW_INPUT_INVALID',
    );
    const [oldest] = (await page({...MINE, after: `0.x`, limit: 1})).entries;
    expect(oldest).toBeUndefined();
  });
});

describe('the past of the story', () => {
  it('begins when the own part is over, with time and reason', async () => {
    const {simulator, all, handles, page} = await open();
    const first = await page({...MINE, limit: 1});
    const id = await handles(simulator.callArrives(sampleCall('en')), 'resolved');
    const rows = await all(MINE);
    expect(rows).toHaveLength(21);
    expect(rows[0]).toMatchObject({
      interactionId: id,
      seconds: 90,
      reasons: [{en: 'Resolved', ko: '해결됨'}],
      customer: {number: '+821048271934'},
    });
    const further = await page({...MINE, limit: 1, after: first.next ?? ''});
    expect(further.entries[0]?.interactionId).toBe(rows[2]?.interactionId);
  });

  it('is that of the customer, whatever way they came', async () => {
    const {stage, simulator, clock, desk, page, ask, handles} = await open();
    const before = await handles(simulator.chatArrives({...samplePlainChat('en'), text: 'Hi'}), 'resolved');
    const again = simulator.chatArrives(samplePlainChat('en'));
    await clock.pass(600);
    await stage.does(desk, {type: 'interaction.accept', interactionId: again});
    const {entries} = await page({type: 'history.customer', interactionId: again, limit: 100});
    expect(entries[0]).toMatchObject({interactionId: before, channel: 'chat'});
    expect(new Set(entries.map(({customer}) => customer.email))).toEqual(
      new Set(['haeun.choi@mail.example']),
    );
    expect(entries.length).toBeGreaterThan(3);
    const past = entries.find(({agent}) => agent?.id === 'park');
    const content = (customerOf?: string) =>
      ask({
        type: 'history.content',
        interactionId: past?.interactionId ?? '',
        limit: 10,
        ...(customerOf === undefined ? {} : {customerOf}),
      });
    expect(await content(again)).toMatchObject({entry: {agent: {id: 'park'}}});
    expect(await content()).toBe('DW_HISTORY_UNKNOWN');
    expect(await content('chat-99')).toBe('DW_INTERACTION_UNKNOWN');
  });

  it('has the messages that were too old for the desk, page by page', async () => {
    const {simulator, ask, handles} = await open();
    const before = Array.from({length: 70}, (_, index) => ({from: 'customer', text: `${index}`}) as const);
    const id = await handles(simulator.chatArrives({text: 'Now', script: {before}}), 'resolved');
    const chat = async (more = {}) => {
      const answer = await ask({type: 'history.content', interactionId: id, limit: 50, ...more});
      if (typeof answer === 'string' || answer.content.kind !== 'chat') throw new Error('no chat');
      return answer.content.transcript;
    };
    const newest = await chat();
    expect([newest.messages.length, newest.earlier]).toEqual([50, 21]);
    const older = await chat({before: newest.messages[0]?.id});
    expect([older.messages.length, older.earlier, older.messages[0]?.text]).toEqual([21, 0, '0']);
  });

  it('never holds a secure value', async () => {
    const {simulator, all, handles, ask} = await open();
    const data = {'resident-id': 'planted-9371'};
    const id = await handles(simulator.callArrives({...sampleCall('en'), data}), 'resolved');
    const told = [await all(MINE), await ask({type: 'history.content', interactionId: id, limit: 1})];
    expect(JSON.stringify(told)).not.toContain('planted');
  });
});

describe('who may ask about the past', () => {
  const query = {...MINE, limit: 5} as const;

  it('is an agent with the permission, where the backend has one', async () => {
    const without = await open({capabilities: {features: ['resume']}});
    expect(await without.ask(query)).toBe('DW_CAPABILITY_MISSING');
    const agents = [createProfile({id: 'yoon', name: 'Yoon', permissions: []})];
    const denied = await open({agents});
    expect(await denied.ask(query)).toBe('DW_PERMISSION_DENIED');
    const {ask, simulator, clock} = await open();
    const page = new TestDesk(simulator.visitorPort(simulator.chatArrives()));
    await clock.pass(0);
    expect(await ask(query, page)).toBe('DW_ROLE_CUSTOMER');
    expect(await ask({...query, after: 'nonsense'})).toBe('DW_INPUT_INVALID');
    expect(await ask({type: 'history.customer', interactionId: 'x', limit: 5})).toBe(
      'DW_INTERACTION_UNKNOWN',
    );
  });
});
