import {config, type Observable} from 'rxjs';
import {afterEach, describe, expect, it, vi} from 'vitest';
import type {DeskState, Fact, Interaction} from '@deskwire/domain';
import {fakeClock} from '@deskwire/testing/fake-clock.js';
import {aMessage, anActive, aRequest, chatOf, factLog, NOON} from '@deskwire/testing/fixtures.js';
import {FakePort} from '@deskwire/testing/ports.js';
import {createStream} from './desk-stream.js';
import type {ConnectionStatus} from './handle.js';

const chat = (id: string) => anActive({id, channel: 'chat', content: chatOf(aMessage({id: `${id}-0`}))});

const setUp = (interactions: readonly Interaction[] = [chat('chat-1'), chat('chat-2')]) => {
  const clock = fakeClock();
  const port = new FakePort();
  const stream = createStream(port, {clock, random: () => 0});
  const log = factLog();
  const posted = (interactionId: string, id: string): Fact =>
    log.say({type: 'message.posted', interactionId, message: aMessage({id})});
  stream.connect();
  port.last.live();
  port.last.tell(log.hydrated({interactions}));
  return {clock, port, stream, log, posted};
};

afterEach(() => {
  config.onUnhandledError = null;
});

describe('the state of a stream', () => {
  it('is empty before anything was told, and permits nothing', () => {
    const stream = createStream(new FakePort());
    expect(stream.snapshot().interactions.size).toBe(0);
    expect(stream.snapshot().viewer).toBeUndefined();
    expect(stream.permit({type: 'agent.set-state', to: {state: 'available'}})).toMatchObject({
      ok: false,
      refusal: {code: 'DW_CAPABILITY_MISSING'},
    });
  });

  it('is told now and once per batch, before the facts that made it', () => {
    const {port, stream, posted} = setUp();
    const heard: string[] = [];
    const count = ({interactions}: DeskState) => {
      const content = interactions.get('chat-1')?.content;
      return content?.kind === 'chat' ? content.transcript.messages.length : 0;
    };
    stream.state$.subscribe((state) => heard.push(`state ${count(state)}`));
    stream.facts$.subscribe((fact) => heard.push(`fact ${fact.seq} at ${count(stream.snapshot())}`));
    port.last.tell(posted('chat-1', 'm-1'), posted('chat-1', 'm-2'));
    expect(heard).toEqual(['state 1', 'state 3', 'fact 2 at 3', 'fact 3 at 3']);
  });

  it('gives each slice only when it changes', () => {
    const {port, stream, posted, log} = setUp();
    const states: string[] = [];
    const sizes: number[] = [];
    const windows: unknown[] = [];
    stream.select(({presence}) => presence.state).subscribe((state) => states.push(state));
    stream
      .select(
        ({interactions}) => [interactions.size],
        (a, b) => a[0] === b[0],
      )
      .subscribe(([size = 0]) => sizes.push(size));
    stream.select(({interactions}) => interactions).subscribe((window) => windows.push(window));
    port.last.tell(posted('chat-1', 'm-1'));
    port.last.tell(
      log.say({
        type: 'agent.state-changed',
        agentId: 'agent-1',
        presence: {state: 'idle', reasonId: 'lunch', since: NOON},
      }),
    );
    port.last.tell(log.say({type: 'interaction.hidden', interactionId: 'chat-2'}));
    expect(states).toEqual(['available', 'idle']);
    expect(sizes).toEqual([2, 1]);
    expect(windows).toHaveLength(3);
    expect(new Set(windows).size).toBe(3);
  });

  it('wakes the watchers of one interaction and nobody else', () => {
    const {port, stream, posted, log} = setUp();
    const first = vi.fn();
    const second = vi.fn();
    const unknown = vi.fn();
    stream.interaction('chat-1').subscribe(first);
    stream.interaction('chat-2').subscribe(second);
    stream.interaction('chat-3').subscribe(unknown);
    port.last.tell(posted('chat-1', 'm-1'), posted('chat-1', 'm-2'), posted('chat-3', 'm-3'));
    expect([first.mock.calls.length, second.mock.calls.length, unknown.mock.calls.length]).toEqual([2, 1, 1]);
    port.last.tell(
      log.say({type: 'interaction.shown', interactionId: 'chat-3', interaction: chat('chat-3')}),
    );
    port.last.tell(log.say({type: 'interaction.hidden', interactionId: 'chat-1'}));
    expect(unknown.mock.lastCall?.[0]).toMatchObject({id: 'chat-3'});
    expect(first.mock.lastCall).toEqual([undefined]);
    expect(second).toHaveBeenCalledTimes(1);
  });

  it('tells a watcher that comes in the middle of a batch once', () => {
    const {port, stream, posted} = setUp();
    const late = vi.fn();
    let subscribed = false;
    stream.state$.subscribe(({cursor}) => {
      if (cursor?.seq !== 2 || subscribed) return;
      subscribed = true;
      stream.interaction('chat-1').subscribe(late);
    });
    port.last.tell(posted('chat-1', 'm-1'));
    expect(late).toHaveBeenCalledTimes(1);
    expect(late.mock.lastCall?.[0]).toBe(stream.snapshot().interactions.get('chat-1'));
  });

  it('keeps nothing of a watcher that left', () => {
    const {stream} = setUp();
    const watching = [1, 2, 3].map(() => stream.interaction('chat-1').subscribe());
    const other = stream.interaction('chat-2').subscribe();
    expect(stream.watched).toBe(2);
    watching.forEach((one) => one.unsubscribe());
    expect(stream.watched).toBe(1);
    other.unsubscribe();
    other.unsubscribe();
    expect(stream.watched).toBe(0);
    stream
      .interaction('chat-1')
      .subscribe((one) => expect(one?.id).toBe('chat-1'))
      .unsubscribe();
    expect(stream.watched).toBe(0);
  });

  it('goes on for everybody else when one subscriber throws', async () => {
    const {port, stream, posted} = setUp();
    const reported: unknown[] = [];
    config.onUnhandledError = (error) => reported.push(error);
    const heard = vi.fn();
    const sources: readonly Observable<unknown>[] = [
      stream.state$,
      stream.facts$,
      stream.interaction('chat-1'),
      stream.select((state) => state),
    ];
    for (const source of sources) {
      source.subscribe(() => {
        throw new Error('a widget broke');
      });
      source.subscribe(heard);
    }
    heard.mockClear();
    port.last.tell(posted('chat-1', 'm-1'));
    port.last.tell(posted('chat-1', 'm-2'));
    expect(heard).toHaveBeenCalledTimes(8);
    await new Promise((done) => setTimeout(done, 5));
    expect(reported.length).toBeGreaterThan(0);
  });

  it('tells in order although a subscriber makes the port tell more', () => {
    const {port, stream, posted} = setUp();
    const seen: number[] = [];
    const states: (number | undefined)[] = [];
    const next = posted('chat-1', 'm-1');
    const later = posted('chat-1', 'm-2');
    let done = false;
    stream.state$.subscribe(() => {
      if (done || stream.snapshot().cursor?.seq !== next.seq) return;
      done = true;
      port.last.tell(later);
    });
    stream.state$.subscribe(({cursor}) => states.push(cursor?.seq));
    stream.facts$.subscribe(({seq}) => seen.push(seq));
    port.last.tell(next);
    expect(seen).toEqual([2, 3]);
    expect(states).toEqual([1, 2, 3]);
  });

  it('ignores what was applied already, and facts that it does not know', () => {
    const {port, stream, posted, log} = setUp();
    const seen: Fact[] = [];
    stream.facts$.subscribe((fact) => seen.push(fact));
    const first = posted('chat-1', 'm-1');
    port.last.tell(first, first);
    port.last.tell(first);
    port.last.tell(log.say({type: 'call.levitated', interactionId: 'chat-1'} as never));
    expect(seen.map(({seq}) => seq)).toEqual([2, 3]);
    expect(stream.snapshot().cursor?.seq).toBe(3);
  });

  it('permits by its own state and viewer', () => {
    const {stream} = setUp([aRequest({id: 'call-1'})]);
    expect(stream.permit({type: 'interaction.accept', interactionId: 'call-1'})).toEqual({ok: true});
    expect(stream.permit({type: 'call.hold', interactionId: 'call-1'})).toMatchObject({
      refusal: {code: 'DW_INTERACTION_NOT_ACTIVE'},
    });
    expect(stream.permit({type: 'customer.leave', interactionId: 'call-1'})).toMatchObject({
      refusal: {code: 'DW_ROLE_AGENT'},
    });
  });

  it('tells backend time', () => {
    const clock = fakeClock();
    const port = new FakePort();
    const stream = createStream(port, {clock});
    expect(stream.now()).toBe(NOON);
    stream.connect();
    port.last.live(NOON + 60_000);
    clock.advance(1_000);
    expect(stream.now()).toBe(NOON + 61_000);
    const since: number[] = [];
    stream.status$.subscribe((status: ConnectionStatus) => since.push(status.since));
    port.last.lose();
    expect(since.at(-1)).toBe(NOON + 61_000);
  });
});

describe('a fact among a thousand interactions', () => {
  const ids = Array.from({length: 1_000}, (_, index) => `chat-${index}`);

  it('wakes only those of fifty watchers whose interaction it is about', () => {
    const {port, stream, posted} = setUp(ids.map(chat));
    const wakes = new Map<string, number>();
    const watched = ids.slice(0, 50);
    for (const id of watched) {
      stream.interaction(id).subscribe(() => wakes.set(id, (wakes.get(id) ?? 0) + 1));
    }
    wakes.clear();
    for (const id of ids) port.last.tell(posted(id, `${id}-m`));
    expect([...wakes.values()]).toEqual(watched.map(() => 1));
    expect(wakes.size).toBe(50);
  });

  it('wakes a watcher once for a batch of a thousand facts', () => {
    const {port, stream, posted} = setUp(ids.map(chat));
    const state = vi.fn();
    const one = vi.fn();
    stream.state$.subscribe(state);
    stream.interaction('chat-7').subscribe(one);
    port.last.tell(...ids.map((id) => posted(id, `${id}-m`)), posted('chat-7', 'again'));
    expect([state.mock.calls.length, one.mock.calls.length]).toEqual([2, 2]);
  });

  it('does not walk through the interactions', () => {
    const {port, stream, posted} = setUp(ids.map(chat));
    const walks = (['entries', 'keys', 'values', 'forEach'] as const).map((name) =>
      vi.spyOn(Map.prototype, name),
    );
    const iterator = vi.spyOn(Map.prototype, Symbol.iterator);
    port.last.tell(posted('chat-7', 'm-1'));
    const walked = [...walks, iterator]
      .flatMap((spy) => spy.mock.contexts)
      .filter((one) => one instanceof Map && one.size === 1_000);
    [...walks, iterator].forEach((spy) => spy.mockRestore());
    expect(walked).toEqual([]);
    expect(stream.snapshot().cursor?.seq).toBe(2);
  });
});
