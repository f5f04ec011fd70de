import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {refuse, type Command} from '@deskwire/domain';
import {fakeClock} from '@deskwire/testing/fake-clock.js';
import {anActive, factLog, NOON} from '@deskwire/testing/fixtures.js';
import {FakePort} from '@deskwire/testing/ports.js';
import {createStream} from './desk-stream.js';
import type {PendingCommand} from './port.js';

const hold: Command = {type: 'call.hold', interactionId: 'call-1'};
const unhandled = vi.fn();

beforeEach(() => {
  unhandled.mockClear();
  process.on('unhandledRejection', unhandled);
});

afterEach(async () => {
  await new Promise((done) => setTimeout(done, 0));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

const setUp = () => {
  const clock = fakeClock();
  const port = new FakePort();
  let ids = 0;
  const stream = createStream(port, {clock, random: () => 0, newId: () => `c-${(ids += 1)}`});
  const log = factLog();
  let pending: ReadonlyMap<string, PendingCommand> = new Map();
  stream.pending$.subscribe((now) => (pending = now));
  const told = () =>
    [...pending.values()].map(({id, state, refusal}) => [id, state, refusal?.code].filter(Boolean));
  const connect = () => {
    stream.connect();
    port.last.live();
    port.last.tell(log.hydrated({interactions: [anActive({id: 'call-1'})]}));
  };
  const held = (cause: string) =>
    log.say({type: 'call.held', interactionId: 'call-1', agentId: 'agent-1'}, {cause});
  const sent = () => port.last.sent.map(({id}) => id);
  return {clock, port, stream, connect, held, told, sent, log};
};

describe('a command', () => {
  it('is pending until its fact is there, and answered when the backend answers', async () => {
    const {clock, port, stream, connect, held, told} = setUp();
    connect();
    const answer = stream.send(hold);
    expect(port.last.sent[0]).toMatchObject({id: 'c-1', command: hold});
    expect(told()).toEqual([['c-1', 'sending']]);
    port.last.sent[0]?.answer({ok: true});
    expect(await answer).toEqual({ok: true});
    expect(told()).toEqual([['c-1', 'sending']]);
    port.last.tell(held('c-1'));
    expect(told()).toEqual([]);
    clock.advance(5_000);
    expect(clock.waiting).toBe(0);
  });

  it('is settled after two seconds when the answer makes no fact', async () => {
    const {clock, port, stream, connect, told} = setUp();
    connect();
    const answer = stream.send(hold);
    port.last.sent[0]?.answer({ok: true});
    await answer;
    clock.advance(1_999);
    expect(told()).toHaveLength(1);
    clock.advance(1);
    expect(told()).toEqual([]);
  });

  it('is done when its fact comes before its answer', async () => {
    const {port, stream, connect, held, told} = setUp();
    connect();
    const answer = stream.send(hold);
    port.last.tell(held('c-1'));
    expect(told()).toEqual([]);
    expect(await answer).toEqual({ok: true});
    port.last.sent[0]?.answer({ok: true});
    await Promise.resolve();
    expect(told()).toEqual([]);
  });

  it('leaves pending$ after the state has its fact', () => {
    const {port, stream, connect, held} = setUp();
    connect();
    void stream.send(hold);
    const talk: (string | undefined)[] = [];
    stream.pending$.subscribe(() => talk.push(stream.snapshot().interactions.get('call-1')?.talk.kind));
    port.last.tell(held('c-1'));
    expect(talk).toEqual(['together', 'hold']);
  });

  it('that is refused stays as failed, with the reason, until it is dismissed', async () => {
    const {port, stream, connect, told} = setUp();
    connect();
    const answer = stream.send(hold);
    const refusal = refuse('DW_CALL_HELD');
    port.last.sent[0]?.answer({ok: false, refusal});
    expect(await answer).toEqual({ok: false, refusal});
    expect(told()).toEqual([['c-1', 'failed', 'DW_CALL_HELD']]);
    stream.dismiss('c-1');
    expect(told()).toEqual([]);
  });

  it('without an answer has failed after 15 seconds, and goes out again under its id', async () => {
    const {clock, port, stream, connect, told, sent, held} = setUp();
    connect();
    const first = stream.send(hold);
    clock.advance(14_999);
    expect(told()).toEqual([['c-1', 'sending']]);
    clock.advance(1);
    expect(await first).toEqual({ok: false, refusal: refuse('DW_SEND_TIMEOUT')});
    expect(told()).toEqual([['c-1', 'failed', 'DW_SEND_TIMEOUT']]);
    stream.dismiss('nothing');
    const second = stream.send(hold, 'c-1');
    expect(told()).toEqual([['c-1', 'sending']]);
    expect(sent()).toEqual(['c-1', 'c-1']);
    port.last.sent[1]?.answer({ok: true});
    expect(await second).toEqual({ok: true});
    port.last.tell(held('c-1'));
    expect(told()).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  it('that failed by time is done all the same when its answer or its fact comes late', async () => {
    const {clock, port, stream, connect, told, held} = setUp();
    connect();
    void stream.send(hold);
    void stream.send(hold);
    clock.advance(15_000);
    expect(told()).toHaveLength(2);
    port.last.sent[0]?.answer({ok: true});
    await Promise.resolve();
    port.last.tell(held('c-2'));
    expect(told()).toEqual([]);
  });

  it('is one sending under one id, however often it is asked for meanwhile', async () => {
    const {port, stream, connect, sent} = setUp();
    connect();
    const answers = [stream.send(hold, 'mine'), stream.send(hold, 'mine')];
    expect(sent()).toEqual(['mine']);
    port.last.sent[0]?.answer({ok: true});
    expect(await Promise.all(answers)).toEqual([{ok: true}, {ok: true}]);
  });

  it('waits for the connection, and goes out in order when it is there', () => {
    const {stream, connect, sent, port, clock} = setUp();
    void stream.send(hold);
    connect();
    expect(sent()).toEqual(['c-1']);
    port.last.lose();
    void stream.send(hold);
    clock.advance(500);
    expect(sent()).toEqual([]);
    port.last.live();
    expect(sent()).toEqual(['c-1', 'c-2']);
  });

  it('that was answered is not sent again after a loss', async () => {
    const {stream, connect, sent, port, clock, told} = setUp();
    connect();
    const answer = stream.send(hold);
    void stream.send(hold);
    port.last.sent[0]?.answer({ok: true});
    await answer;
    port.last.lose();
    clock.advance(500);
    port.last.live();
    expect(sent()).toEqual(['c-2']);
    clock.advance(2_000);
    expect(told()).toEqual([['c-2', 'sending']]);
  });

  it('keeps its first answer when an old session answers late', async () => {
    const {stream, connect, port, clock, told} = setUp();
    connect();
    const answer = stream.send(hold);
    const [old] = port.last.sent;
    port.last.lose();
    clock.advance(500);
    port.last.live();
    port.last.sent[0]?.answer({ok: true});
    expect(await answer).toEqual({ok: true});
    old?.answer({ok: false, refusal: refuse('DW_CALL_HELD')});
    await Promise.resolve();
    expect(told()).toEqual([['c-1', 'sending']]);
  });

  it('that was answered is no failure when the stream ends before its fact', async () => {
    const {stream, connect, port, told, clock} = setUp();
    connect();
    const answer = stream.send(hold);
    port.last.sent[0]?.answer({ok: true});
    await answer;
    stream.close();
    expect([told(), clock.waiting]).toEqual([[], 0]);
  });

  it('that finds no connection in time says so', async () => {
    const {stream, clock, told} = setUp();
    const answer = stream.send(hold);
    clock.advance(15_000);
    expect(await answer).toEqual({ok: false, refusal: refuse('DW_SEND_OFFLINE')});
    expect(told()).toEqual([['c-1', 'failed', 'DW_SEND_OFFLINE']]);
  });

  it('fails with the end of the stream, and at once after it', async () => {
    const {stream, connect, port, told, clock} = setUp();
    connect();
    const before = stream.send(hold);
    port.last.lose('DW_WIRE_REPLACED', true);
    expect(await before).toEqual({ok: false, refusal: refuse('DW_WIRE_REPLACED')});
    expect(await stream.send(hold)).toEqual({ok: false, refusal: refuse('DW_WIRE_REPLACED')});
    expect(told().map(([, state]) => state)).toEqual(['failed', 'failed']);
    expect(clock.waiting).toBe(0);
  });

  it('fails in words when a port throws or rejects, unless its session is over', async () => {
    const {stream, connect, port, clock, told, sent} = setUp();
    connect();
    const rejected = stream.send(hold);
    port.last.sent[0]?.reject(new Error('no'));
    expect(await rejected).toEqual({ok: false, refusal: refuse('DW_SERVER_FAILED')});
    vi.spyOn(port.last, 'send').mockImplementationOnce(() => {
      throw new Error('no');
    });
    expect(await stream.send(hold)).toEqual({ok: false, refusal: refuse('DW_SERVER_FAILED')});
    void stream.send(hold);
    const old = port.last;
    old.lose();
    old.sent[1]?.reject(new Error('the socket is gone'));
    await Promise.resolve();
    clock.advance(500);
    port.last.live();
    expect(sent()).toEqual(['c-3']);
    expect(told().at(-1)).toEqual(['c-3', 'sending']);
  });

  it('carries the time of the backend', () => {
    const {stream, port} = setUp();
    stream.connect();
    port.last.live(NOON + 9_000);
    void stream.send(hold);
    const since: number[] = [];
    stream.pending$.subscribe((all) => all.forEach((one) => since.push(one.since)));
    expect(since).toEqual([NOON + 9_000]);
  });

  it('has an id that nobody can guess', () => {
    const port = new FakePort();
    const stream = createStream(port, {clock: fakeClock()});
    stream.connect();
    port.last.live();
    for (let times = 0; times < 50; times += 1) void stream.send(hold);
    const ids = port.last.sent.map(({id}) => id);
    expect(new Set(ids).size).toBe(50);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
    stream.close();
  });
});

describe('a query', () => {
  it('is answered, whatever becomes of the connection in between', async () => {
    const {stream, connect, port, clock} = setUp();
    const answer = stream.query({type: 'directory.queues'});
    connect();
    expect(port.last.asked).toHaveLength(1);
    port.last.lose();
    clock.advance(500);
    port.last.live();
    port.last.asked[0]?.answer({ok: true, answer: {queues: []}});
    expect(await answer).toEqual({ok: true, answer: {queues: []}});
    port.last.lose();
    clock.advance(500);
    port.last.live();
    expect(port.last.asked).toEqual([]);
  });

  it('is refused in words: by time, without connection, at the end', async () => {
    const {stream, connect, clock, port} = setUp();
    const offline = stream.query({type: 'directory.queues'});
    clock.advance(15_000);
    expect(await offline).toEqual({ok: false, refusal: refuse('DW_SEND_OFFLINE')});
    connect();
    const late = stream.query({type: 'directory.queues'});
    clock.advance(15_000);
    expect(await late).toEqual({ok: false, refusal: refuse('DW_SEND_TIMEOUT')});
    const last = stream.query({type: 'directory.queues'});
    port.last.lose('DW_AUTH_EXPIRED', true);
    expect(await last).toEqual({ok: false, refusal: refuse('DW_AUTH_EXPIRED')});
    expect(await stream.query({type: 'directory.queues'})).toEqual({
      ok: false,
      refusal: refuse('DW_AUTH_EXPIRED'),
    });
    expect(clock.waiting).toBe(0);
  });
});
