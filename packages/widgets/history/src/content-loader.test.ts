import {describe, expect, it} from 'vitest';
import {refuse, type Content, type HistoryEntry, type Query} from '@deskwire/domain';
import {aMail, aMessage, chatOf, fakeStream, threadOf} from '@deskwire/testing';

import {CONTENT_PAGE, ContentLoader} from './content-loader.js';

const ENTRY = {
  interactionId: 'past',
  channel: 'chat',
  origin: 'inbound',
  customer: {},
  at: 0,
  reasons: [],
} as const satisfies HistoryEntry;

const messages = (from: number, to: number) =>
  Array.from({length: to - from}, (_, at) => aMessage({id: `m${from + at}`, at: from + at}));
const chat = (from: number, to: number): Content => {
  const content = chatOf(...messages(from, to));
  return content.kind === 'chat' ? {...content, transcript: {...content.transcript, earlier: from}} : content;
};
const mails = (from: number, to: number): Content =>
  threadOf(...Array.from({length: to - from}, (_, at) => aMail({id: `e${from + at}`})));

const reading = (answer: (query: Query) => unknown, customerOf?: string) => {
  const asked: Query[] = [];
  const {handle} = fakeStream({
    answer: (query) => {
      asked.push(query);
      return answer(query);
    },
  });
  let changes = 0;
  const loader = new ContentLoader(
    handle,
    {interactionId: 'past', ...(customerOf === undefined ? {} : {customerOf})},
    () => (changes += 1),
  );
  return {loader, asked, changes: () => changes};
};

const ids = ({state: now}: ContentLoader): readonly string[] => {
  if (now.state !== 'ready') return [];
  const {content} = now.answer;
  if (content.kind === 'chat') return content.transcript.messages.map(({id}) => id);
  return content.kind === 'email' ? content.thread.mails.map(({id}) => id) : [];
};

describe('reading a past contact', () => {
  it('goes from the end of a chat to its beginning', async () => {
    const {loader, asked} = reading((query) => ({
      entry: ENTRY,
      content: 'before' in query ? chat(0, 2) : chat(2, 4),
    }));
    await loader.load();
    expect([ids(loader), loader.state]).toMatchObject([['m2', 'm3'], {hasEarlier: true}]);
    await loader.loadEarlier();
    expect([ids(loader), loader.state]).toMatchObject([['m0', 'm1', 'm2', 'm3'], {hasEarlier: false}]);
    await loader.loadEarlier();
    expect(asked).toEqual([
      {type: 'history.content', interactionId: 'past', limit: CONTENT_PAGE},
      {type: 'history.content', interactionId: 'past', limit: CONTENT_PAGE, before: 'm2'},
    ]);
  });

  it('asks for older mails where a page is full', async () => {
    const {loader} = reading((query) => ({
      entry: ENTRY,
      content: 'before' in query ? mails(0, 3) : mails(3, 3 + CONTENT_PAGE),
    }));
    await loader.load();
    expect(loader.state).toMatchObject({hasEarlier: true});
    await loader.loadEarlier();
    expect([ids(loader).length, loader.state]).toMatchObject([CONTENT_PAGE + 3, {hasEarlier: false}]);
  });

  it('asks as one of the customer of a contact', async () => {
    const {loader, asked} = reading(() => ({entry: ENTRY, content: {kind: 'voice'}}), 'now');
    await loader.load();
    expect(asked).toMatchObject([{customerOf: 'now'}]);
    expect(loader.state).toMatchObject({state: 'ready', hasEarlier: false});
  });

  it('says why it could not be loaded, and tries again', async () => {
    let refuses = true;
    const {loader} = reading(() => (refuses ? 'DW_HISTORY_UNKNOWN' : {entry: ENTRY, content: chat(0, 1)}));
    await loader.load();
    expect(loader.state).toEqual({state: 'failed', refusal: refuse('DW_HISTORY_UNKNOWN')});
    refuses = false;
    await loader.load();
    expect(ids(loader)).toEqual(['m0']);
  });

  it('keeps what is there where the older part could not be loaded', async () => {
    const {loader} = reading((query) =>
      'before' in query ? 'DW_SEND_TIMEOUT' : {entry: ENTRY, content: chat(2, 4)},
    );
    await loader.load();
    await loader.loadEarlier();
    expect([ids(loader), loader.state]).toMatchObject([
      ['m2', 'm3'],
      {hasEarlier: true, earlierRefusal: {code: 'DW_SEND_TIMEOUT'}},
    ]);
  });

  it('changes nothing once nobody reads it', async () => {
    const {loader, changes} = reading(() => ({entry: ENTRY, content: chat(0, 1)}));
    const loading = loader.load();
    loader.close();
    const before = changes();
    await loading;
    expect(changes()).toBe(before);
  });
});
