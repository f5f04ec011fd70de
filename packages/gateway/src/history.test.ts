import {join} from 'node:path';

import {createTransport} from 'nodemailer';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Answers, Query, QueryType} from '@deskwire/domain';
import {filesPath} from '@deskwire/protocol';

import {DEMO_CONFIG} from './config/demo.js';
import {openDatabase} from './store/sqlite-driver.js';
import type {WireDesk} from './test-support/desk.js';
import {eventually} from './test-support/harness.js';
import {CALLER, VoiceStage, type Who} from './test-support/voice.js';

const OTHER = '+82260221180';

describe('the past over the wire', {timeout: 30_000}, () => {
  let stage: VoiceStage;
  beforeEach(async () => {
    stage = await VoiceStage.start();
  });
  afterEach(() => stage.stop());

  /** Asks, and must be answered. */
  const asks = async <T extends QueryType>(
    desk: WireDesk,
    query: Extract<Query, {type: T}>,
  ): Promise<Answers[T]> => {
    const answer = await desk.query(query);
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.answer as Answers[T];
  };

  const refusal = async (desk: WireDesk, query: Query): Promise<string | undefined> => {
    const answer = await desk.query(query);
    return answer.ok ? undefined : answer.refusal.code;
  };

  const mine = async (desk: WireDesk, rest: object = {}): Promise<readonly string[]> =>
    (await asks(desk, {type: 'history.mine', limit: 50, ...rest})).entries.map((row) => row.interactionId);

  /** A call from its beginning to its wrap-up. */
  const past = async (who: Who, caller = CALLER): Promise<string> => {
    const id = await stage.call(who, caller);
    const desk = stage.desk(who);
    await desk.do({type: 'interaction.end', interactionId: id});
    await desk.do({type: 'wrap-up.submit', interactionId: id, reasonIds: ['refund']});
    return id;
  };

  /** A chat that somebody has taken. */
  const chat = async (who: Who, customer: object) => {
    const {interactionId, token} = await stage.harness.visit(customer);
    const visitor = await stage.harness.open(token);
    await stage.desk(who).interaction('the chat', (one) => one.id === interactionId);
    await stage.desk(who).do({type: 'interaction.accept', interactionId});
    return {interactionId, visitor};
  };

  const pastChat = async (who: Who, customer: object, texts: readonly string[]): Promise<string> => {
    const {interactionId, visitor} = await chat(who, customer);
    for (const text of texts) await visitor.do({type: 'message.send', interactionId, text});
    await stage.desk(who).do({type: 'interaction.end', interactionId});
    await stage.desk(who).do({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    return interactionId;
  };

  it('[HIST-1] lists what an agent had as soon as it is over, newest first and by channel', async () => {
    const yoon = await stage.available('yoon');
    const call = await past('yoon');
    const written = await pastChat('yoon', {name: 'Kim'}, ['hello']);
    expect(await mine(yoon)).toEqual([written, call]);
    expect(await mine(yoon, {channel: 'voice'})).toEqual([call]);
    expect(await mine(yoon, {channel: 'email'})).toEqual([]);
    const {entries} = await asks(yoon, {type: 'history.mine', limit: 50, channel: 'voice'});
    expect(entries[0]).toMatchObject({
      channel: 'voice',
      origin: 'inbound',
      customer: {number: CALLER},
      queue: {name: 'Billing'},
      reasons: [{en: 'Refund promised', ko: '환불 약속'}],
    });
    expect(entries[0]).not.toHaveProperty('cad');
    expect(await mine(await stage.available('park'))).toEqual([]);
  });

  it('[HIST-1] pages on at the right row while contacts are added in front', async () => {
    const yoon = await stage.available('yoon');
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1) ids.unshift(await pastChat('yoon', {name: `K${count}`}, []));
    const first = await asks(yoon, {type: 'history.mine', limit: 2});
    expect(first.entries.map((row) => row.interactionId)).toEqual(ids.slice(0, 2));
    await pastChat('yoon', {name: 'in between'}, []);
    const {next = ''} = first;
    const second = await asks(yoon, {type: 'history.mine', limit: 2, after: next});
    expect(second.entries.map((row) => row.interactionId)).toEqual(ids.slice(2));
    expect(second).not.toHaveProperty('next');
    expect(await refusal(yoon, {type: 'history.mine', limit: 2, after: 'forged'})).toBe('DW_INPUT_INVALID');
  });

  it('[HIST-1] tells who missed a call, and who had it, each their own part', async () => {
    await stage.available('yoon');
    await stage.phone(CALLER, 'dial', '15880420');
    await stage.part('yoon', 'offered');
    await stage.available('park');
    const id = await stage.answers('park');
    await stage.desk('park').do({type: 'interaction.end', interactionId: id});
    await stage.desk('park').do({type: 'wrap-up.submit', interactionId: id, reasonIds: ['resolved']});
    const rowOf = async (who: Who) =>
      (await asks(stage.desk(who), {type: 'history.mine', limit: 1})).entries[0];
    expect(await rowOf('yoon')).toMatchObject({interactionId: id, agent: {id: 'yoon'}, outcome: 'missed'});
    expect(await rowOf('park')).toMatchObject({interactionId: id, agent: {id: 'park'}});
    expect(await rowOf('park')).not.toHaveProperty('outcome');
  });

  it('[HIST-2] lists what the customer had with anybody, and nothing of anybody else', async () => {
    const before = await past('yoon');
    await past('yoon', OTHER);
    await stage.desk('yoon').do({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    const now = await stage.call('park');
    const park = stage.desk('park');
    const page = await asks(park, {type: 'history.customer', interactionId: now, limit: 50});
    expect(page.entries.map((row) => [row.interactionId, row.agent?.id])).toEqual([[before, 'yoon']]);
    expect(await mine(park)).toEqual([]);
  });

  it('[HIST-2] opens the transcript of an earlier chat, page by page from its end', async () => {
    const yoon = await stage.available('yoon');
    const kim = {name: 'Kim', email: 'kim@customer.example'};
    const texts = Array.from({length: 9}, (_, index) => `line ${index}`);
    const earlier = await pastChat('yoon', kim, texts);
    await yoon.do({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    const park = await stage.available('park');
    const {interactionId: customerOf} = await chat('park', {...kim, email: 'Kim@Customer.example'});
    const content = {type: 'history.content', interactionId: earlier, customerOf} as const;
    const last = await asks(park, {...content, limit: 4});
    if (last.content.kind !== 'chat') throw new Error('no chat');
    const {messages, earlier: more} = last.content.transcript;
    expect(messages.map(({text}) => text)).toEqual(texts.slice(5));
    expect(more).toBeGreaterThanOrEqual(5);
    expect(last.entry).toMatchObject({interactionId: earlier, customer: {name: 'Kim'}});
    const [oldest] = messages;
    const rest = await asks(park, {...content, limit: 100, before: oldest?.id ?? ''});
    if (rest.content.kind !== 'chat') throw new Error('no chat');
    expect(rest.content.transcript.earlier).toBe(0);
    expect(rest.content.transcript.messages.map(({text}) => text).slice(-5)).toEqual(texts.slice(0, 5));
    expect(await refusal(park, {...content, limit: 4, before: 'no such'})).toBe('DW_INPUT_INVALID');
  });

  it('tells nobody what is not theirs, and not even whether it is there', async () => {
    const yoon = await stage.available('yoon');
    const kim = await pastChat('yoon', {name: 'Kim', email: 'kim@customer.example'}, ['a secret']);
    const content = {type: 'history.content', interactionId: kim, limit: 10} as const;
    expect((await asks(yoon, content)).content.kind).toBe('chat');
    await yoon.do({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    const park = await stage.available('park');
    expect(await refusal(park, content)).toBe('DW_HISTORY_UNKNOWN');
    expect(await refusal(park, {...content, interactionId: 'nothing'})).toBe('DW_HISTORY_UNKNOWN');
    expect(await refusal(park, {...content, customerOf: kim})).toBe('DW_INTERACTION_UNKNOWN');
    expect(await refusal(park, {type: 'history.customer', interactionId: kim, limit: 9})).toBe(
      'DW_INTERACTION_UNKNOWN',
    );
    const other = await chat('park', {name: 'Lee', email: 'lee@customer.example'});
    expect(await refusal(park, {...content, customerOf: other.interactionId})).toBe('DW_HISTORY_UNKNOWN');
    expect(await refusal(other.visitor, {...content, interactionId: other.interactionId})).toBe(
      'DW_ROLE_CUSTOMER',
    );
    const said = [...park.messages, ...other.visitor.messages];
    expect(JSON.stringify(said)).not.toContain('a secret');
  });

  it('[HIST-2] opens the correspondence of an earlier mail, with what was answered', async () => {
    const yoon = await stage.available('yoon');
    const kim = 'kim@customer.example';
    const {harness} = stage;
    const write = (text: string) =>
      harness.post(`/api/mailboxes/${kim}`, {to: 'support@deskwire.example', subject: 'Parcel', text});
    await write('Where is it?');
    const {id: earlier, content: received} = await stage.part('yoon', 'offered');
    const inReplyTo = received.kind === 'email' ? (received.thread.mails[0]?.id ?? '') : '';
    await yoon.do({type: 'interaction.accept', interactionId: earlier});
    const mail = {
      kind: 'quick-reply',
      inReplyTo,
      cc: [],
      text: 'On its way.',
      attachmentIds: [],
      quotes: false,
    } as const;
    await yoon.do({type: 'mail.send', interactionId: earlier, mail});
    await yoon.fact('mail.sent');
    await yoon.do({type: 'wrap-up.submit', interactionId: earlier, reasonIds: ['resolved']});
    await write('Something else.');
    const {id: customerOf} = await stage.part('yoon', 'offered');
    const {entries} = await asks(yoon, {type: 'history.customer', interactionId: customerOf, limit: 9});
    expect(entries).toMatchObject([{interactionId: earlier, channel: 'email', subject: 'Parcel'}]);
    const {content} = await asks(yoon, {
      type: 'history.content',
      interactionId: earlier,
      customerOf,
      limit: 9,
    });
    if (content.kind !== 'email') throw new Error('no mail');
    expect(content.thread.mails.map(({text, delivery}) => [text.trim(), delivery])).toEqual([
      ['Where is it?', undefined],
      ['On its way.', 'sent'],
    ]);
  });

  it('[HIST-2] gives the files of a mail that a colleague had to whoever has to do with its customer, as long as that is so', async () => {
    const yoon = await stage.available('yoon');
    const {harness} = stage;
    const transport = createTransport({port: harness.smtpPort, host: '127.0.0.1', ignoreTLS: true});
    const write = (attachments: readonly {filename: string; content: string}[]) =>
      transport.sendMail({
        from: 'kim@customer.example',
        to: 'support@deskwire.example',
        subject: 'Parcel',
        text: 'Where is it?',
        attachments: [...attachments],
      });
    await write([{filename: '송장.txt', content: 'HB-2044'}]);
    const {id: earlier, content} = await stage.part('yoon', 'offered');
    const file = content.kind === 'email' ? content.thread.mails[0]?.attachments[0] : undefined;
    await yoon.do({type: 'interaction.accept', interactionId: earlier});
    await yoon.do({type: 'interaction.end', interactionId: earlier});
    await yoon.do({type: 'wrap-up.submit', interactionId: earlier, reasonIds: ['resolved']});
    await yoon.do({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    const park = await stage.available('park');
    const token = await harness.token('park');
    const fetched = async (query: string): Promise<string> => {
      const answer = await fetch(`${harness.url}${filesPath(earlier)}/${file?.id ?? ''}${query}`, {
        headers: {authorization: `Bearer ${token}`},
      });
      const text = await answer.text();
      return answer.ok ? text : (JSON.parse(text) as {refusal: {code: string}}).refusal.code;
    };
    expect(await fetched('')).toBe('DW_FILE_UNKNOWN');
    await write([]);
    const {id: customerOf} = await stage.part('park', 'offered');
    expect(await fetched(`?customerOf=${customerOf}`)).toBe('HB-2044');
    expect(await fetched('')).toBe('DW_FILE_UNKNOWN');
    expect(await fetched('?customerOf=other')).toBe('DW_FILE_UNKNOWN');
    await park.do({type: 'interaction.accept', interactionId: customerOf});
    await park.do({type: 'interaction.end', interactionId: customerOf});
    await park.do({type: 'wrap-up.submit', interactionId: customerOf, reasonIds: ['resolved']});
    expect(await fetched(`?customerOf=${customerOf}`)).toBe('DW_FILE_UNKNOWN');
  });

  it('is there after a restart, what was consulted about included', async () => {
    const {harness} = stage;
    const id = await stage.consult('yoon', 'park');
    await stage.desk('yoon').do({type: 'consult.transfer', interactionId: id});
    await stage.desk('yoon').do({type: 'wrap-up.submit', interactionId: id, reasonIds: ['resolved']});
    await stage.desk('park').do({type: 'interaction.end', interactionId: id});
    await harness.halt();
    await harness.run();
    const [yoon, park] = await Promise.all([harness.desk('yoon'), harness.desk('park')]);
    expect(await mine(yoon)).toEqual([id]);
    expect(await mine(park)).toEqual([]);
    await park.do({type: 'wrap-up.submit', interactionId: id, reasonIds: ['refund']});
    expect(await mine(park)).toEqual([id]);
  });

  it('is completed when a store comes from a version that kept no history', async () => {
    const {harness} = stage;
    const id = await past('yoon');
    await harness.halt();
    const database = openDatabase(join(harness.data, 'facts.db'));
    for (const table of [
      'agent_history',
      'customer_history',
      'contact_history',
      'history_backfill',
      'contacts_done',
      'files',
      'sent_copies',
      'mailbox_places',
    ])
      database.exec(`DROP TABLE ${table}`);
    for (const column of ['sender', 'results']) database.exec(`ALTER TABLE outbox DROP COLUMN ${column}`);
    database.exec('DROP INDEX outbox_by_message');
    database.exec('DELETE FROM schema_version WHERE version > 1');
    database.close();
    await harness.run();
    const yoon = await harness.desk('yoon');
    expect(await eventually('the row', async () => (await mine(yoon))[0])).toBe(id);
  });

  it('is refused to whoever’s profile does not allow it, and to customers', async () => {
    await stage.stop();
    const agents = DEMO_CONFIG.agents.map((one) => ({...one, permissions: []}));
    stage = await VoiceStage.start({}, {agents});
    const yoon = await stage.available('yoon');
    expect(await refusal(yoon, {type: 'history.mine', limit: 9})).toBe('DW_PERMISSION_DENIED');
    const {visitor} = await chat('yoon', {name: 'Kim'});
    expect(await refusal(visitor, {type: 'history.mine', limit: 9})).toBe('DW_ROLE_CUSTOMER');
  });
});
