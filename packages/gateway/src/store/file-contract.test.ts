import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Fact, Message} from '@deskwire/domain';

import type {StoredFile} from './file-store.js';
import {availableDrivers} from './sqlite-driver.js';
import {SqliteStore} from './sqlite-store.js';
import {EMPTY_BATCH, type Batch, type Store} from './store.js';

const file = (id: string, interactionId = 'i1') => ({
  id,
  interactionId,
  caller: 'customer:i1',
  at: 5,
  name: `${id} "가".pdf`,
  type: 'application/pdf',
});

const batch = (part: Partial<Batch>): Batch => ({...EMPTY_BATCH, ...part});
const idsOf = (files: readonly StoredFile[]) => files.map(({id}) => id);

const message = (id: string, text: string): Message => ({id, at: 1, from: {kind: 'customer'}, text});

const created = (seq: number, messages: readonly Message[]): Fact => ({
  type: 'interaction.created',
  seq,
  at: seq,
  interactionId: 'i1',
  interaction: {
    id: 'i1',
    channel: 'chat',
    origin: 'inbound',
    customer: {},
    createdAt: 1,
    legs: [],
    talk: {kind: 'none'},
    engagements: [],
    recording: {state: 'off'},
    cad: [],
    content: {kind: 'chat', transcript: {messages, earlier: 0}},
  },
});
const posted = (seq: number, one: Message): Fact => ({
  type: 'message.posted',
  seq,
  at: seq,
  interactionId: 'i1',
  message: one,
});
const redacted = (seq: number, messageId: string): Fact => ({
  type: 'message.redacted',
  seq,
  at: seq,
  interactionId: 'i1',
  messageId,
  text: '••••',
  redactions: [{kind: 'card', at: 0, length: 4}],
});

/** What every store must do about files and redaction. */
const runSuite = (name: string, make: () => {open(): Promise<Store>; clean(): void}): void => {
  describe(`files in the store: ${name}`, () => {
    let place: ReturnType<typeof make>;
    let store: Store;
    const reopen = async () => {
      await store.close();
      store = await place.open();
    };
    beforeEach(async () => {
      place = make();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      place.clean();
    });

    it('are known of before their bytes are, and whole afterwards', async () => {
      await store.files.begin(file('a'));
      await store.files.begin(file('b'));
      await store.files.complete('a', {size: 7, held: false});
      await reopen();
      expect(await store.files.find('a')).toEqual({...file('a'), size: 7, held: false, state: 'unsent'});
      expect(idsOf(await store.files.unsent())).toEqual(['a']);
      expect(idsOf(await store.files.leftovers())).toEqual(['b']);
      await store.files.remove('b');
      expect(await store.files.find('b')).toBeUndefined();
      expect(await store.files.leftovers()).toEqual([]);
    });

    it('are sent together with the facts, or not at all', async () => {
      await store.files.begin(file('a'));
      await store.files.complete('a', {size: 7, held: false});
      const sent = {files: [{kind: 'sent', id: 'a', messageId: 'm1'}]} as const;
      await expect(store.commit(batch({...sent, facts: [created(9, [])]}))).rejects.toThrow();
      expect(idsOf(await store.files.unsent())).toEqual(['a']);
      await store.commit(batch({...sent, facts: [created(1, [])]}));
      expect(await store.files.unsent()).toEqual([]);
      expect(await store.files.find('a')).toMatchObject({state: 'sent', messageId: 'm1'});
      // Another message does not get it too.
      await store.commit(batch({files: [{kind: 'sent', id: 'a', messageId: 'm2'}]}));
      expect(await store.files.find('a')).toMatchObject({messageId: 'm1'});
    });

    it('are taken back only before a message has them', async () => {
      for (const id of ['a', 'b']) {
        await store.files.begin(file(id));
        await store.files.complete(id, {size: 7, held: false});
      }
      await store.commit(batch({files: [{kind: 'sent', id: 'a', messageId: 'm1'}]}));
      expect(await store.files.discard('a')).toBe(false);
      expect(await store.files.discard('b')).toBe(true);
      expect(await store.files.discard('b')).toBe(false);
      expect(await store.files.discard('none')).toBe(false);
      expect(idsOf(await store.files.leftovers())).toEqual(['b']);
    });

    it('that are held are listed until they are released or dropped', async () => {
      for (const id of ['a', 'b', 'c']) {
        await store.files.begin(file(id));
        await store.files.complete(id, {size: 7, held: true});
      }
      expect(idsOf(await store.files.held(2))).toEqual(['a', 'b']);
      await store.commit(
        batch({
          files: [
            {kind: 'released', id: 'a'},
            {kind: 'dropped', id: 'b'},
          ],
        }),
      );
      await reopen();
      expect(idsOf(await store.files.held(9))).toEqual(['c']);
      expect(await store.files.find('a')).toMatchObject({held: false, state: 'unsent'});
      expect(idsOf(await store.files.leftovers())).toEqual(['b']);
    });

    it('can be used again when their message is taken back, and no other ones', async () => {
      for (const id of ['a', 'b']) {
        await store.files.begin(file(id));
        await store.files.complete(id, {size: 1, held: false, type: 'image/png'});
      }
      await store.commit(
        batch({
          files: [
            {kind: 'sent', id: 'a', messageId: 'm1'},
            {kind: 'sent', id: 'b', messageId: 'm2'},
          ],
        }),
      );
      await store.commit(batch({files: [{kind: 'unsent', messageId: 'm1', at: 77}]}));
      await reopen();
      const {messageId: _, ...again} = {...(await store.files.find('a'))};
      expect(again).toMatchObject({state: 'unsent', at: 77, type: 'image/png'});
      expect(await store.files.find('b')).toMatchObject({state: 'sent', messageId: 'm2'});
      expect(idsOf(await store.files.unsent())).toEqual(['a']);
    });

    it('are counted, in all and by interaction', async () => {
      for (const [id, interactionId, size] of [
        ['a', 'i1', 5],
        ['b', 'i1', 6],
        ['c', 'i2', 7],
      ] as const) {
        await store.files.begin(file(id, interactionId));
        await store.files.complete(id, {size, held: false});
      }
      expect(await store.files.totals()).toEqual({files: 3, bytes: 18});
      expect(await store.files.totals('i1')).toEqual({files: 2, bytes: 11});
      expect(await store.files.totals('none')).toEqual({files: 0, bytes: 0});
    });

    it('a message that is redacted later is empty wherever it was told first, and has its new text in the past', async () => {
      const before = message('bot', '4111 1111');
      const other = message('other', 'left alone');
      await store.commit(
        batch({facts: [created(1, [before, other]), posted(2, message('m1', '1111 1111'))]}),
      );
      await store.commit(
        batch({facts: [redacted(3, 'bot'), redacted(4, 'm1'), posted(5, message('m2', 'x'))]}),
      );
      await reopen();
      const facts = await store.factsOf('i1');
      expect(JSON.stringify(facts)).not.toContain('1111');
      expect(facts).toEqual([
        created(1, [message('bot', ''), other]),
        posted(2, message('m1', '')),
        redacted(3, 'bot'),
        redacted(4, 'm1'),
        posted(5, message('m2', 'x')),
      ]);
      const past = await store.history.contact('i1', {limit: 10});
      const content = past?.contact.content;
      const clean = {text: '••••', redactions: [{kind: 'card', at: 0, length: 4}]};
      expect(content?.kind === 'chat' && content.transcript.messages).toEqual([
        {...before, ...clean},
        other,
        {...message('m1', ''), ...clean},
        message('m2', 'x'),
      ]);
    });
  });
};

for (const driver of availableDrivers()) {
  runSuite(`SQLite by ${driver}`, () => {
    const path = mkdtempSync(join(tmpdir(), 'deskwire-files-'));
    return {
      open: async () => new SqliteStore(join(path, 'facts.db'), {driver}),
      clean: () => rmSync(path, {recursive: true}),
    };
  });
}
