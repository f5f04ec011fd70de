import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Fact, Interaction} from '@deskwire/domain';

import {availableDrivers} from './sqlite-driver.js';
import {SqliteStore} from './sqlite-store.js';
import {EMPTY_BATCH, type Batch, type Store} from './store.js';

const interaction = (id: string): Interaction => ({
  id,
  channel: 'chat',
  origin: 'inbound',
  customer: {},
  createdAt: 1,
  legs: [],
  talk: {kind: 'none'},
  engagements: [],
  recording: {state: 'off'},
  cad: [],
  content: {kind: 'chat', transcript: {messages: [], earlier: 0}},
});

const created = (seq: number, id: string): Fact => ({
  type: 'interaction.created',
  seq,
  at: seq,
  interactionId: id,
  interaction: interaction(id),
});

const posted = (seq: number, id: string, text: string): Fact => ({
  type: 'message.posted',
  seq,
  at: seq,
  interactionId: id,
  message: {id: `m${seq}`, at: seq, from: {kind: 'customer'}, text},
});

const presence = (seq: number, agentId: string): Fact => ({
  type: 'agent.state-changed',
  seq,
  at: seq,
  agentId,
  presence: {state: 'available', since: seq},
});

const batch = (part: Partial<Batch>): Batch => ({...EMPTY_BATCH, ...part});

const queued = (id: string): Batch =>
  batch({
    outbox: [
      {
        kind: 'add',
        id,
        interactionId: 'i1',
        messageId: `<${id}@desk>`,
        at: 5,
        payload: '{"a":1}',
        sender: 'a@desk',
      },
    ],
  });

/**
 * What every store must do. `open` is called again on the same place after `close`, and must then know what was
 * committed.
 */
const runStoreSuite = (name: string, make: () => {open(): Promise<Store>; clean(): void}): void => {
  describe(`store: ${name}`, () => {
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

    it('begins empty', async () => {
      expect(await store.recover()).toEqual({lastSeq: 0, facts: [], contactsDone: [], meta: {}});
    });

    it('gives back the facts of what is open, in order, and the newest of each agent', async () => {
      await store.commit(batch({facts: [presence(1, 'yoon'), created(2, 'i1'), created(3, 'i2')]}));
      await store.commit(batch({facts: [posted(4, 'i1', 'one'), presence(5, 'yoon')]}));
      await store.commit(batch({facts: [posted(6, 'i2', 'two')], closed: ['i2']}));
      await reopen();
      const {lastSeq, facts} = await store.recover();
      expect(lastSeq).toBe(6);
      expect(facts.map(({seq}) => seq)).toEqual([2, 4, 5]);
      expect(facts[1]).toEqual(posted(4, 'i1', 'one'));
    });

    it('keeps the facts of what is over, by interaction', async () => {
      await store.commit(batch({facts: [created(1, 'i1'), created(2, 'i2'), posted(3, 'i1', 'x')]}));
      await store.commit(batch({closed: ['i1']}));
      expect((await store.factsOf('i1')).map(({seq}) => seq)).toEqual([1, 3]);
      expect(await store.factsOf('nothing')).toEqual([]);
    });

    it('keeps any text as it is', async () => {
      const text = 'a\u0000b\uD800 가 \u{1F600} \' " -- \\';
      await store.commit(batch({facts: [created(1, 'i1'), posted(2, 'i1', text)]}));
      await reopen();
      expect((await store.factsOf('i1'))[1]).toEqual(posted(2, 'i1', text));
    });

    it('refuses a batch that does not follow, and keeps nothing of it', async () => {
      await store.commit(batch({facts: [created(1, 'i1')]}));
      const wrong = batch({
        facts: [posted(2, 'i1', 'kept?'), posted(4, 'i1', 'gap')],
        done: [{caller: 'agent:yoon', id: 'c1'}],
        meta: {colour: 'red'},
      });
      await expect(store.commit(wrong)).rejects.toThrow();
      expect((await store.recover()).lastSeq).toBe(1);
      expect((await store.recover()).meta).toEqual({});
      expect(await store.findDone([{caller: 'agent:yoon', id: 'c1'}])).toEqual([]);
      await store.commit(batch({facts: [posted(2, 'i1', 'next')]}));
      expect((await store.recover()).lastSeq).toBe(2);
    });

    it('remembers done commands by caller', async () => {
      await store.commit(batch({done: [{caller: 'agent:yoon', id: 'c1'}]}));
      await reopen();
      const asked = [
        {caller: 'agent:yoon', id: 'c1'},
        {caller: 'agent:park', id: 'c1'},
      ];
      expect(await store.findDone(asked)).toEqual([asked[0]]);
    });

    it('keeps small values by name', async () => {
      await store.commit(batch({meta: {colour: 'red', shape: 'round'}}));
      await store.commit(batch({meta: {colour: 'blue'}}));
      await reopen();
      expect((await store.recover()).meta).toEqual({colour: 'blue', shape: 'round'});
    });

    it('keeps which contacts of a campaign are done', async () => {
      await store.commit(batch({contactsDone: ['spring\na', 'spring\nb\u0000']}));
      await store.commit(batch({contactsDone: ['spring\na']}));
      await reopen();
      expect((await store.recover()).contactsDone).toEqual(['spring\na', 'spring\nb\u0000']);
    });

    it('cannot be opened a second time', async () => {
      await expect(place.open()).rejects.toThrow('in use');
    });

    it('keeps spooled mails until they are done', async () => {
      const mail = {id: 's1', at: 3, from: 'a@x.example', to: ['b@y.example'], size: 10};
      await store.mail.spool(mail);
      await reopen();
      expect(await store.mail.spooled()).toEqual([mail]);
      await store.mail.unspool('s1');
      expect(await store.mail.spooled()).toEqual([]);
    });

    it('knows a mail by recipient, and its thread by any of its ids', async () => {
      const change = {spoolId: 's1', recipient: 'b@y.example', messageId: '<1@x>', interactionId: 'i1'};
      await store.commit(batch({inbox: [change]}));
      await store.commit(queued('o1'));
      expect(await store.mail.isKnown('b@y.example', '<1@x>')).toBe(true);
      expect(await store.mail.isKnown('c@y.example', '<1@x>')).toBe(false);
      expect(await store.mail.interactionOf(['<none@x>', '<1@x>'])).toBe('i1');
      expect(await store.mail.interactionOf(['<o1@desk>'])).toBe('i1');
      expect(await store.mail.interactionOf([])).toBeUndefined();
    });

    it('moves a thread to the interaction that continues it', async () => {
      const first = {spoolId: 's1', recipient: 'b@y.example', messageId: '<1@x>', interactionId: 'i1'};
      const next = {...first, spoolId: 's2', messageId: '<2@x>', interactionId: 'i2', continues: 'i1'};
      await store.commit(batch({inbox: [first]}));
      await store.commit(batch({inbox: [next]}));
      expect(await store.mail.interactionOf(['<1@x>'])).toBe('i2');
    });

    it('keeps outgoing mails until they are sent or have failed', async () => {
      await store.commit(queued('o1'));
      await store.commit(queued('o1'));
      await store.commit(queued('o2'));
      await store.mail.move([{kind: 'move', id: 'o1', to: 'sending', dueAt: 9, attempt: true}]);
      await reopen();
      const [second, first] = await store.mail.outbox();
      expect(first).toEqual({
        id: 'o1',
        interactionId: 'i1',
        messageId: '<o1@desk>',
        state: 'sending',
        attempts: 1,
        dueAt: 9,
        payload: '{"a":1}',
        sender: 'a@desk',
        results: {},
      });
      expect(second?.state).toBe('queued');
      await store.mail.move([{kind: 'move', id: 'o1', to: 'sent'}]);
      await store.commit(batch({outbox: [{kind: 'move', id: 'o2', to: 'failed'}]}));
      expect(await store.mail.outbox()).toEqual([]);
    });

    it('keeps what servers said, and forgets a mail that was called back', async () => {
      await store.commit(queued('o1'));
      await store.commit(queued('o2'));
      await store.mail.move([
        {kind: 'move', id: 'o1', to: 'queued', results: {'b@c': '', 'd@e': 'SMTP 550'}},
      ]);
      await store.commit(batch({outbox: [{kind: 'recall', id: 'o2'}]}));
      await reopen();
      const rows = await store.mail.outbox();
      expect(rows.map(({id, results}) => [id, results])).toEqual([['o1', {'b@c': '', 'd@e': 'SMTP 550'}]]);
      expect(await store.mail.outgoing('o2')).toBeUndefined();
      expect(await store.mail.interactionOf(['<o2@desk>'])).toBeUndefined();
      expect(await store.mail.interactionOf(['<o1@desk>'])).toBe('i1');
    });

    it('knows which copies are still to be made', async () => {
      await store.commit(queued('o1'));
      const sent: Batch['outbox'] = [
        {kind: 'move', id: 'o1', to: 'sent'},
        {kind: 'copy', id: 'o1', at: 7},
      ];
      await store.commit(batch({outbox: sent}));
      await store.commit(batch({outbox: sent}));
      const copy = {id: 'o1', sender: 'a@desk', messageId: '<o1@desk>', attempts: 0, dueAt: 7};
      expect(await store.mail.copies()).toEqual([copy]);
      await store.mail.postponeCopy('o1', 9);
      expect(await store.mail.copies()).toEqual([{...copy, attempts: 1, dueAt: 9}]);
      await store.mail.copied('o1');
      expect(await store.mail.copies()).toEqual([]);
    });

    it('keeps a fetched mail and how far its mailbox was read together, or neither', async () => {
      const mail = {id: 's1', at: 1, from: '', to: ['a@desk'], size: 9, isFetched: true};
      const place = {mailbox: 'a@desk', uidValidity: '7', uid: 3};
      expect(await store.mail.placeOf('a@desk')).toBeUndefined();
      await store.mail.spool(mail, place);
      await expect(store.mail.spool(mail, {...place, uid: 4})).rejects.toThrow();
      await reopen();
      expect(await store.mail.placeOf('a@desk')).toEqual(place);
      expect([await store.mail.isKept('s1'), await store.mail.isKept('s2')]).toEqual([true, false]);
      await store.mail.moveTo({...place, uidValidity: '8', uid: 1});
      expect(await store.mail.placeOf('a@desk')).toMatchObject({uidValidity: '8', uid: 1});
    });

    it('finds our mail by its Message-ID, in the contact where its thread goes on', async () => {
      await store.commit(queued('o1'));
      const change = {spoolId: 's1', recipient: 'a@desk', messageId: '<in@x>', contentId: '<words@x>'};
      await store.commit(batch({inbox: [{...change, interactionId: 'i2', continues: 'i1'}]}));
      expect(await store.mail.sentMail(['<none@desk>', '<o1@desk>'])).toEqual({
        id: 'o1',
        messageId: '<o1@desk>',
        interactionId: 'i2',
      });
      expect(await store.mail.sentMail(['<in@x>'])).toBeUndefined();
      expect(await store.mail.isKnown('a@desk', '<words@x>')).toBe(true);
    });

    it('puts a mail into a mailbox once', async () => {
      const mail = {id: 'd1', mailbox: 'kim@customer.example', messageId: '<9@desk>', at: 4};
      expect(await store.mail.deliver(mail)).toBe(true);
      expect(await store.mail.deliver(mail)).toBe(true);
      expect(await store.mail.deliver({...mail, id: 'd2', at: 5})).toBe(false);
      await store.mail.deliver({...mail, id: 'd3', messageId: '<10@desk>', at: 6});
      expect((await store.mail.mailbox('kim@customer.example', 10)).map(({id}) => id)).toEqual(['d3', 'd1']);
      expect(await store.mail.isDelivered('<9@desk>')).toBe(true);
      expect(await store.mail.isDelivered('<8@desk>')).toBe(false);
    });
  });
};

for (const driver of availableDrivers()) {
  runStoreSuite(`SQLite by ${driver}`, () => {
    const path = mkdtempSync(join(tmpdir(), 'deskwire-store-'));
    return {
      open: async () => new SqliteStore(join(path, 'facts.db'), {driver}),
      clean: () => rmSync(path, {recursive: true}),
    };
  });
}
