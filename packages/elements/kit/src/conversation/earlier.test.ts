import {describe, expect, it, vi} from 'vitest';
import {refuse, type Message, type Query} from '@deskwire/domain';
import {fakeStream} from '@deskwire/testing';
import {aMessage} from '@deskwire/testing/fixtures.js';

import {Earlier, type Newest} from './earlier.js';

const messages = (from: number, to: number): readonly Message[] =>
  Array.from({length: to - from}, (_, index) => aMessage({id: `m${from + index}`}));
const newest = (from = 100, earlier = from): Newest => ({
  interactionId: 'chat-1',
  messages: messages(from, from + 10),
  earlier,
});

/** A backend with the messages m0, m1, …, asked for by the one that follows. */
const backend = (asked: Query[] = []) =>
  fakeStream({
    answer: (query) => {
      asked.push(query);
      if (query.type !== 'messages.before') return undefined;
      const before = Number(query.messageId.slice(1));
      const from = Math.max(0, before - query.limit);
      return {messages: messages(from, before), earlier: from};
    },
  }).handle;

describe('older messages', () => {
  it('are put in front, page by page, until there are none', async () => {
    const changed = vi.fn();
    const earlier = new Earlier(changed);
    const asked: Query[] = [];
    const stream = backend(asked);
    const shown = newest();
    await earlier.load(stream, shown);
    expect(earlier.whole(shown)).toMatchObject({earlier: 50, loading: false});
    await earlier.load(stream, shown);
    const whole = earlier.whole(shown);
    expect(whole.messages.map(({id}) => id)).toEqual(messages(0, 110).map(({id}) => id));
    expect(whole.earlier).toBe(0);
    expect(asked.map((query) => 'messageId' in query && query.messageId)).toEqual(['m100', 'm50']);
    expect(changed).toHaveBeenCalledTimes(4);
  });

  it('are asked for once at a time', async () => {
    const asked: Query[] = [];
    const earlier = new Earlier(() => undefined);
    const stream = backend(asked);
    const first = earlier.load(stream, newest());
    expect(earlier.whole(newest()).loading).toBe(true);
    await Promise.all([first, earlier.load(stream, newest())]);
    expect(asked).toHaveLength(1);
  });

  it('stay when something new is said', async () => {
    const earlier = new Earlier(() => undefined);
    await earlier.load(backend(), newest());
    const more = {...newest(), messages: messages(100, 120)};
    expect(earlier.whole(more).messages).toHaveLength(70);
  });

  it('are let go when a new snapshot begins elsewhere, since there may be a gap', async () => {
    const earlier = new Earlier(() => undefined);
    await earlier.load(backend(), newest());
    expect(earlier.whole(newest(140)).messages.map(({id}) => id)).toEqual(
      messages(140, 150).map(({id}) => id),
    );
    expect(earlier.whole(newest(140)).earlier).toBe(140);
  });

  it('come too late when a new snapshot came in between', async () => {
    const earlier = new Earlier(() => undefined);
    const loading = earlier.load(backend(), newest());
    earlier.whole(newest(140));
    await loading;
    expect(earlier.whole(newest(140)).messages).toHaveLength(10);
  });

  it('say why they did not come, and can be asked for again', async () => {
    const earlier = new Earlier(() => undefined);
    await earlier.load(fakeStream().handle, newest());
    expect(earlier.whole(newest()).refusal).toEqual(
      refuse('DW_CAPABILITY_MISSING', {command: 'messages.before'}),
    );
    await earlier.load(backend(), newest());
    expect(earlier.whole(newest())).not.toHaveProperty('refusal');
    expect(earlier.whole(newest()).messages).toHaveLength(60);
  });
});
