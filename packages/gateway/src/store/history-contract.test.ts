import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Fact, HistoryChannel, HistoryEntry, Interaction, Mail} from '@deskwire/domain';

import {SqliteStore} from './sqlite-store.js';
import {availableDrivers} from './sqlite-driver.js';
import {EMPTY_BATCH, type HistoryChange, type Store} from './index.js';

const entry = (interactionId: string, at: number, set: Partial<HistoryEntry> = {}): HistoryEntry => ({
  interactionId,
  channel: 'voice',
  origin: 'inbound',
  customer: {number: '+821048271934'},
  at,
  reasons: [],
  ...set,
});

const part = (
  agentId: string,
  id: string,
  at: number,
  channel: HistoryChannel = 'voice',
  set: Partial<HistoryEntry> = {},
): HistoryChange => ({kind: 'part', agentId, channel, entry: entry(id, at, {channel, ...set})});

const ofKeys = (keys: readonly string[], id: string, at: number): HistoryChange => ({
  kind: 'contact',
  keys,
  entry: entry(id, at),
});

const contact = (id: string, content: Interaction['content']): Interaction => ({
  id,
  channel: content.kind,
  origin: 'inbound',
  customer: {},
  createdAt: 1,
  legs: [],
  talk: {kind: 'none'},
  engagements: [],
  recording: {state: 'off'},
  cad: [],
  content,
});

const CHAT: Interaction['content'] = {
  kind: 'chat',
  transcript: {messages: [{id: 'bot', at: 0, from: {kind: 'bot', name: 'B'}, text: 'hello'}], earlier: 0},
};

const letter = (id: string, set: Partial<Mail> = {}): Mail => ({
  id,
  messageId: `<${id}@x>`,
  at: 1,
  direction: 'out',
  from: {address: 'a@x.example'},
  to: [],
  cc: [],
  subject: 's',
  text: id,
  attachments: [],
  ...set,
});

const ids = (rows: readonly HistoryEntry[]): readonly string[] => rows.map((row) => row.interactionId);

/** What every store must do about the past. */
const runHistorySuite = (name: string, make: () => {open(): Promise<Store>; clean(): void}): void => {
  describe(`history: ${name}`, () => {
    let place: ReturnType<typeof make>;
    let store: Store;
    let seq = 0;
    beforeEach(async () => {
      seq = 0;
      place = make();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      place.clean();
    });

    const keep = (...history: HistoryChange[]) => store.commit({...EMPTY_BATCH, history});
    const tell = (interactionId: string, ...happenings: readonly object[]) =>
      store.commit({
        ...EMPTY_BATCH,
        facts: happenings.map((one) => {
          seq += 1;
          return {seq, at: seq, interactionId, ...one} as unknown as Fact;
        }),
      });

    it('lists an agent’s contacts newest first, ties by id, each channel apart', async () => {
      await keep(
        part('yoon', 'a', 1),
        part('yoon', 'c', 2, 'chat'),
        part('yoon', 'b', 2),
        part('park', 'd', 3),
      );
      expect(ids(await store.history.ofAgent('yoon', {limit: 10}))).toEqual(['c', 'b', 'a']);
      expect(ids(await store.history.ofAgent('yoon', {limit: 10, channel: 'voice'}))).toEqual(['b', 'a']);
      expect(
        ids(await store.history.ofAgent('yoon', {limit: 1, after: {at: 2, interactionId: 'c'}})),
      ).toEqual(['b']);
      expect(await store.history.ofAgent('nobody', {limit: 10})).toEqual([]);
    });

    it('goes on at the same row although rows are put in front, and between', async () => {
      await keep(...[1, 3, 5, 7].map((at) => part('yoon', `i${at}`, at)));
      const first = await store.history.ofAgent('yoon', {limit: 2});
      await keep(part('yoon', 'i9', 9), part('yoon', 'i6', 6), part('yoon', 'i2', 2));
      const after = first.at(-1);
      expect(ids(first)).toEqual(['i7', 'i5']);
      expect(ids(await store.history.ofAgent('yoon', {limit: 9, ...(after ? {after} : {})}))).toEqual([
        'i3',
        'i2',
        'i1',
      ]);
    });

    it('puts a row in the place of the one that was there', async () => {
      await keep(part('yoon', 'a', 1), part('yoon', 'a', 1, 'voice', {reasons: ['Refund']}));
      const [row, ...rest] = await store.history.ofAgent('yoon', {limit: 10});
      expect([row?.reasons, rest]).toEqual([['Refund'], []]);
    });

    it('finds a customer under any key, each contact once, and not under keys that are theirs no more', async () => {
      await keep(
        ofKeys(['id 1', 'number 2'], 'a', 1),
        ofKeys(['number 2'], 'b', 2),
        ofKeys(['id 9'], 'c', 3),
      );
      expect(ids(await store.history.ofKeys(['id 1', 'number 2'], {limit: 10}))).toEqual(['b', 'a']);
      await keep(ofKeys(['id 1'], 'b', 2));
      expect(ids(await store.history.ofKeys(['number 2'], {limit: 10}))).toEqual(['a']);
      expect(await store.history.ofKeys([], {limit: 10})).toEqual([]);
    });

    it('takes any text for a key and for a place', async () => {
      const wild = "a\u0000b\uD800' OR 1=1 --%";
      await keep(ofKeys([wild], 'a', 1), ofKeys(['a'], 'b', 2));
      expect(ids(await store.history.ofKeys([wild], {limit: 10}))).toEqual(['a']);
      const window = {limit: 10, after: {at: 3, interactionId: wild}};
      expect(await store.history.ofKeys(['a'], window)).toHaveLength(1);
    });

    it('keeps rows with their facts, or neither', async () => {
      const wrong = {...EMPTY_BATCH, facts: [{seq: 9} as Fact], history: [part('yoon', 'a', 1)]};
      await expect(store.commit(wrong)).rejects.toThrow('follow');
      expect(await store.history.ofAgent('yoon', {limit: 10})).toEqual([]);
    });

    it('shows a conversation from its end, with what was said before it began', async () => {
      await tell('i1', {type: 'interaction.created', interaction: contact('i1', CHAT)});
      const said = (id: string) => ({
        type: 'message.posted',
        message: {id, at: 1, from: {kind: 'agent', id: 'yoon', name: 'Y'}, text: id},
      });
      await tell('i1', said('m1'), said('m2'), said('m3'), {type: 'message.read', messageId: 'm2'});
      const window = async (limit: number, before?: string) => {
        const found = await store.history.contact('i1', {limit, ...(before === undefined ? {} : {before})});
        const content = found?.contact.content;
        if (content?.kind !== 'chat') throw new Error('no chat');
        const {messages, earlier} = content.transcript;
        return {ids: messages.map(({id}) => id), earlier, read: messages.filter((one) => one.readAt).length};
      };
      expect(await window(2)).toEqual({ids: ['m2', 'm3'], earlier: 2, read: 1});
      expect(await window(2, 'm2')).toEqual({ids: ['bot', 'm1'], earlier: 0, read: 0});
      expect(await window(1, 'm1')).toEqual({ids: ['bot'], earlier: 0, read: 0});
      expect(await window(9)).toEqual({ids: ['bot', 'm1', 'm2', 'm3'], earlier: 0, read: 1});
      expect(await window(9, 'bot')).toEqual({ids: [], earlier: 0, read: 0});
      expect((await store.history.contact('i1', {limit: 1, before: 'no such'}))?.isPlaced).toBe(false);
      expect(await store.history.contact('nothing', {limit: 1})).toBeUndefined();
    });

    it('shows a thread from its end, each mail where it stands, and no more of it than fits', async () => {
      const first: Interaction['content'] = {kind: 'email', thread: {mails: [letter('old')]}};
      const big = (id: string) => letter(id, {html: 'x'.repeat(1_900_000)});
      await tell('i1', {type: 'interaction.created', interaction: contact('i1', first)});
      await tell('i1', {type: 'mail.queued', mail: letter('a', {delivery: 'sending'})});
      await tell(
        'i1',
        {type: 'mail.failed', mailId: 'a', failure: '550'},
        {type: 'mail.received', mail: big('b')},
      );
      await tell('i1', {type: 'mail.queued', mail: letter('a', {text: 'again', delivery: 'sending'})});
      const window = async (limit: number, before?: string) => {
        const found = await store.history.contact('i1', {limit, ...(before === undefined ? {} : {before})});
        const content = found?.contact.content;
        if (content?.kind !== 'email') throw new Error('no mail');
        return content.thread.mails.map(({id, text}) => [id, text]);
      };
      expect(await window(9)).toEqual([
        ['old', 'old'],
        ['a', 'again'],
        ['b', 'b'],
      ]);
      expect(await window(9, 'b')).toEqual([
        ['old', 'old'],
        ['a', 'again'],
      ]);
      expect(await window(1)).toEqual([['b', 'b']]);
      await tell('i1', {type: 'mail.sent', mailId: 'a'}, {type: 'mail.received', mail: big('c')});
      await tell('i1', {type: 'mail.received', mail: big('d')});
      expect((await window(9)).map(([id]) => id)).toEqual(['c', 'd']);
      const {contact: shown} = (await store.history.contact('i1', {limit: 1, before: 'b'})) ?? {};
      expect(shown?.content).toMatchObject({thread: {mails: [{id: 'a', delivery: 'sent'}]}});
      expect((await store.history.contact('i1', {limit: 1, before: 'no such'}))?.isPlaced).toBe(false);
    });
  });
};

for (const driver of availableDrivers()) {
  runHistorySuite(`SQLite by ${driver}`, () => {
    const path = mkdtempSync(join(tmpdir(), 'deskwire-history-'));
    return {
      open: async () => new SqliteStore(join(path, 'facts.db'), {driver}),
      clean: () => rmSync(path, {recursive: true}),
    };
  });
}
