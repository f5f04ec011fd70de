import {describe, expect, it, vi} from 'vitest';
import {anActive, factLog, NOON} from '@deskwire/testing/fixtures.js';
import {fakeClock} from '@deskwire/testing/fake-clock.js';
import {FakePort} from '@deskwire/testing/ports.js';
import type {NetworkEvents} from './connection.js';
import {createStream, type StreamOptions} from './desk-stream.js';
import type {ConnectionStatus} from './handle.js';

class FakeNetwork implements NetworkEvents {
  readonly listeners = new Set<() => void>();
  addEventListener(_: 'online', listener: () => void): void {
    this.listeners.add(listener);
  }
  removeEventListener(_: 'online', listener: () => void): void {
    this.listeners.delete(listener);
  }
  online(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

const setUp = (options: StreamOptions = {}) => {
  const clock = fakeClock();
  const port = new FakePort();
  const network = new FakeNetwork();
  const stream = createStream(port, {clock, network, random: () => 0, ...options});
  const log = factLog();
  const statuses: ConnectionStatus[] = [];
  stream.status$.subscribe((status) => statuses.push(status));
  const states = () => statuses.map(({state}) => state);
  const live = () => {
    stream.connect();
    port.last.live();
    port.last.tell(log.hydrated({interactions: [anActive({id: 'call-1'})]}));
    clock.advance(5_000);
  };
  const held = () => log.say({type: 'call.held', interactionId: 'call-1', agentId: 'agent-1'});
  return {clock, port, network, stream, log, statuses, states, live, held};
};

describe('connecting', () => {
  it('is live when it was hydrated, not before', () => {
    const {port, stream, states, log} = setUp();
    expect(port.sessions).toHaveLength(0);
    stream.connect();
    stream.connect();
    expect(port.sessions).toHaveLength(1);
    expect(port.last.cursor).toBeUndefined();
    port.last.live();
    expect(states().at(-1)).toBe('connecting');
    port.last.tell(log.hydrated());
    expect(states().at(-1)).toBe('live');
  });

  it('copes with a port that tells while it opens', () => {
    const {port, stream, states, log} = setUp();
    port.whenOpened = (session) => {
      session.live();
      session.tell(log.hydrated());
    };
    void stream.send({type: 'agent.sign-out'}, 'c-1');
    stream.connect();
    expect(states().at(-1)).toBe('live');
    expect(port.last.sent.map(({id}) => id)).toEqual(['c-1']);
  });

  it('copes with a port that is lost while it opens, and with one that throws', () => {
    const {port, stream, states, clock} = setUp();
    port.whenOpened = (session) => session.lose();
    stream.connect();
    expect(states().at(-1)).toBe('lost');
    port.whenOpened = () => {
      throw new Error('a broken adapter');
    };
    clock.advance(500);
    expect(states().at(-1)).toBe('lost');
    expect(port.sessions).toHaveLength(2);
    port.whenOpened = undefined;
    clock.advance(500);
    expect(port.sessions).toHaveLength(3);
  });
});

describe('a loss', () => {
  it('is told with its reason, and mended with the cursor that was reached', () => {
    const {port, clock, live, held, states, statuses} = setUp();
    live();
    port.last.tell(held());
    port.last.lose('DW_SERVER_FAILED');
    expect(statuses.at(-1)).toMatchObject({
      state: 'lost',
      since: NOON + 5_000,
      attempt: 1,
      loss: {final: false},
    });
    clock.advance(499);
    expect(port.sessions).toHaveLength(1);
    clock.advance(1);
    expect(port.sessions).toHaveLength(2);
    expect(port.last.cursor).toEqual({epoch: 'epoch-1', seq: 2});
    expect(states().at(-1)).toBe('lost');
    port.last.live();
    expect(states()).toEqual(['connecting', 'connecting', 'live', 'lost', 'live']);
  });

  it('is waited out longer and longer, spread by chance, 15 seconds at most', () => {
    const waits = (random: () => number) => {
      const {port, clock, live} = setUp({random});
      live();
      return Array.from({length: 9}, () => {
        port.last.lose();
        const before = clock.now();
        const sessions = port.sessions.length;
        while (port.sessions.length === sessions) clock.advance(1);
        return clock.now() - before;
      });
    };
    expect(waits(() => 0)).toEqual([500, 500, 500, 500, 500, 500, 500, 500, 500]);
    expect(waits(() => 1)).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 15_000, 15_000]);
  });

  it('keeps saying since when, while it counts its tries', () => {
    const {port, clock, live, statuses} = setUp();
    live();
    for (let loss = 1; loss <= 3; loss += 1) {
      port.last.lose();
      expect(statuses.at(-1)).toMatchObject({since: NOON + 5_000, attempt: loss});
      clock.advance(500);
    }
  });

  it('counts from one again after a session that lasted, but not after one that broke at once', () => {
    const {port, clock, live, statuses} = setUp();
    live();
    port.last.lose();
    clock.advance(500);
    port.last.live();
    clock.advance(1_000);
    port.last.lose();
    expect(statuses.at(-1)).toMatchObject({attempt: 2});
    clock.advance(500);
    port.last.live();
    clock.advance(5_000);
    port.last.lose();
    expect(statuses.at(-1)).toMatchObject({attempt: 1});
  });

  it('is mended at once when the network is back, or when somebody asks', () => {
    const {port, network, stream, live, clock} = setUp({random: () => 1});
    live();
    expect(network.listeners.size).toBe(0);
    port.last.lose();
    network.online();
    expect(port.sessions).toHaveLength(2);
    expect(network.listeners.size).toBe(0);
    port.last.lose();
    stream.connect();
    expect(port.sessions).toHaveLength(3);
    clock.advance(60_000);
    expect(port.sessions).toHaveLength(3);
    expect(network.listeners.size).toBe(0);
  });

  it('that is final stops it, until somebody connects again', () => {
    const {port, stream, clock, live, statuses, network, log} = setUp();
    live();
    port.last.lose();
    clock.advance(500);
    port.last.lose('DW_WIRE_REPLACED', true);
    expect(statuses.at(-1)).toMatchObject({
      state: 'closed',
      loss: {final: true, refusal: {code: 'DW_WIRE_REPLACED'}},
    });
    clock.advance(60_000);
    expect(port.sessions).toHaveLength(2);
    expect([clock.waiting, network.listeners.size]).toEqual([0, 0]);
    stream.connect();
    expect(statuses.at(-1)?.state).toBe('connecting');
    expect(port.last.cursor).toBeUndefined();
    port.last.live();
    port.last.tell(log.hydrated());
    expect(statuses.at(-1)?.state).toBe('live');
  });

  it('makes the old session deaf', () => {
    const {port, clock, stream, live, held, states} = setUp();
    live();
    const old = port.last;
    old.lose();
    clock.advance(500);
    port.last.live();
    old.tell(held());
    old.lose();
    old.live();
    expect(stream.snapshot().cursor?.seq).toBe(1);
    expect(states().at(-1)).toBe('live');
    expect(port.sessions).toHaveLength(2);
  });
});

describe('a gap', () => {
  it('is closed by a snapshot, at once', () => {
    const {port, stream, live, held, log, states} = setUp();
    live();
    held();
    port.last.tell(held());
    expect(states().at(-1)).toBe('resyncing');
    expect(port.sessions.map(({isClosed}) => isClosed)).toEqual([true, false]);
    expect(port.last.cursor).toBeUndefined();
    expect(stream.snapshot().cursor?.seq).toBe(1);
    port.last.live();
    expect(states().at(-1)).toBe('resyncing');
    port.last.tell(log.hydrated({interactions: []}));
    expect(states().at(-1)).toBe('live');
    expect(stream.snapshot().interactions.size).toBe(0);
  });

  it('keeps what came before it', () => {
    const {port, stream, live, held} = setUp();
    live();
    const first = held();
    held();
    const seen = vi.fn();
    stream.facts$.subscribe(seen);
    port.last.tell(first, held());
    expect(seen).toHaveBeenCalledTimes(1);
    expect(stream.snapshot().cursor?.seq).toBe(2);
  });

  it('that comes again and again is asked about more and more slowly', () => {
    const {port, live, held, log, clock} = setUp();
    live();
    for (let sessions = 2; sessions < 6; sessions += 1) {
      held();
      port.last.tell(held());
      if (sessions > 2) {
        expect(port.sessions).toHaveLength(sessions - 1);
        clock.advance(500);
      }
      expect(port.sessions).toHaveLength(sessions);
      port.last.live();
      port.last.tell(log.hydrated());
    }
  });

  it('does not open a stream again that was closed because of it', () => {
    const {port, stream, live, held, states} = setUp();
    live();
    stream.status$.subscribe(({state}) => {
      if (state === 'resyncing') stream.close();
    });
    held();
    port.last.tell(held());
    expect(states().at(-1)).toBe('closed');
    expect(port.sessions).toHaveLength(1);
  });
});

describe('a snapshot', () => {
  it('counts at the beginning of a session, whatever its number says', () => {
    const {port, stream, clock, live, held} = setUp();
    live();
    port.last.tell(held(), held(), held());
    port.last.lose();
    clock.advance(500);
    port.last.live();
    port.last.tell();
    port.last.tell(factLog().hydrated({interactions: []}));
    expect(stream.snapshot().cursor).toEqual({epoch: 'epoch-1', seq: 1});
    expect(stream.snapshot().interactions.size).toBe(0);
  });

  it('of another epoch counts at any time', () => {
    const {port, stream, live} = setUp();
    live();
    const log = factLog({epoch: 'epoch-2'});
    port.last.tell(log.hydrated({interactions: []}));
    expect(stream.snapshot().cursor).toEqual({epoch: 'epoch-2', seq: 1});
  });

  it('wakes watchers of what is gone, and not those of what is the same', () => {
    const {port, stream, live, log} = setUp();
    live();
    const gone = vi.fn();
    stream.interaction('call-1').subscribe(gone);
    const same = stream.snapshot().interactions.get('call-1');
    port.last.tell(log.hydrated({interactions: same ? [same] : []}));
    expect(gone).toHaveBeenCalledTimes(1);
    port.last.tell(log.hydrated());
    expect(gone.mock.lastCall).toEqual([undefined]);
  });
});

describe('closing', () => {
  it('ends the session and leaves nothing behind', () => {
    const {port, stream, clock, live, states, held} = setUp();
    live();
    stream.close();
    stream.close();
    expect(port.last.isClosed).toBe(true);
    port.last.tell(held());
    expect(stream.snapshot().cursor?.seq).toBe(1);
    expect(states().at(-1)).toBe('closed');
    expect(clock.waiting).toBe(0);
  });

  it('while waiting to connect again stops that', () => {
    const {port, stream, clock, live, network} = setUp();
    live();
    port.last.lose();
    stream.close();
    clock.advance(60_000);
    expect(port.sessions).toHaveLength(1);
    expect([clock.waiting, network.listeners.size]).toEqual([0, 0]);
  });

  it('while a snapshot is being told stays closed', () => {
    const {port, stream, states, log} = setUp();
    stream.facts$.subscribe(() => stream.close());
    stream.connect();
    port.last.live();
    port.last.tell(log.hydrated());
    expect(states().at(-1)).toBe('closed');
    expect(port.last.isClosed).toBe(true);
  });

  it('inside of opening closes what was opened', () => {
    const {port, stream} = setUp();
    port.whenOpened = () => stream.close();
    stream.connect();
    expect(port.last.isClosed).toBe(true);
  });
});
