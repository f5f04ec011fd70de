import {describe, expect, it, vi} from 'vitest';

import {ringSamples} from './ring-samples.js';
import {RingTone, type RingDevices, type RingState} from './ring-tone.js';

const RATE = 8000;

/** A browser's audio, as far as the ring tone uses it. `allow` is the autoplay policy. */
class Audible {
  allow = true;
  playing = 0;
  readonly context = new EventTarget() as EventTarget & Record<string, unknown>;
  readonly audio: Record<string, unknown>;

  constructor() {
    Object.assign(this.context, {
      state: 'suspended',
      sampleRate: RATE,
      resume: () => this.resume(),
      close: () => Promise.resolve(),
      suspend: () => Promise.resolve(),
      createMediaStreamDestination: () => ({stream: 'stream'}),
      createBuffer: (_channels: number, length: number) => ({length, copyToChannel: vi.fn()}),
      createBufferSource: () => this.source(),
    });
    this.audio = {
      srcObject: null,
      play: () => (this.allow ? Promise.resolve() : Promise.reject(new Error('NotAllowedError'))),
      pause: vi.fn(),
    };
  }

  resume(): Promise<void> {
    if (!this.allow) return new Promise(() => undefined);
    this.context['state'] = 'running';
    return Promise.resolve();
  }

  source(): Record<string, unknown> {
    return {
      connect: vi.fn(),
      disconnect: vi.fn(),
      start: () => (this.playing += 1),
      stop: () => (this.playing -= 1),
    };
  }

  devices(locks?: RingDevices['locks']): RingDevices {
    return {
      makeContext: () => this.context as unknown as AudioContext,
      makeAudio: () => this.audio as unknown as HTMLAudioElement,
      ...(locks ? {locks} : {}),
    };
  }
}

const ringOf = (audible: Audible, locks?: RingDevices['locks']) => {
  const states: RingState[] = [];
  const ring = new RingTone(
    (state) => states.push(state),
    () => () => audible.devices(locks),
  );
  return {ring, states};
};

const settles = (check: () => void) => vi.waitFor(check, {timeout: 1000, interval: 5});

/** Locks as browsers have them. */
const makeLocks = (): NonNullable<RingDevices['locks']> => {
  const queues = new Map<string, Promise<unknown>>();
  const request = (name: string, {signal}: {signal: AbortSignal}, run: () => Promise<unknown>) => {
    const before = queues.get(name) ?? Promise.resolve();
    const result = before.then(() => {
      if (signal.aborted) throw new DOMException('aborted', 'AbortError');
      return run();
    });
    queues.set(
      name,
      result.catch(() => undefined),
    );
    return result;
  };
  return {request} as unknown as LockManager;
};

describe('RingTone', () => {
  it('rings until it is stopped, and touches nothing before', async () => {
    const audible = new Audible();
    const {ring, states} = ringOf(audible);
    expect(audible.context['state']).toBe('suspended');
    ring.ringFor('agent-1');
    ring.ringFor('agent-1');
    await settles(() => expect(ring.state).toBe('ringing'));
    expect(audible.playing).toBe(1);
    expect(audible.audio['srcObject']).toBe('stream');
    ring.ringFor(undefined);
    expect(audible.playing).toBe(0);
    expect(audible.audio['srcObject']).toBeNull();
    expect(states).toEqual(['waiting', 'ringing', 'silent']);
  });

  it('stays silent when it is stopped while it starts', async () => {
    const audible = new Audible();
    const {ring, states} = ringOf(audible);
    ring.ringFor('agent-1');
    ring.ringFor(undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(audible.playing).toBe(0);
    expect(states).toEqual(['waiting', 'silent']);
  });

  it('says that it is blocked where the browser lets no sound out, and rings after a click', async () => {
    const audible = new Audible();
    audible.allow = false;
    const {ring} = ringOf(audible);
    ring.ringFor('agent-1');
    await settles(() => expect(ring.state).toBe('blocked'));
    audible.allow = true;
    ring.unlock();
    await settles(() => expect(ring.state).toBe('ringing'));
    expect(audible.playing).toBe(1);
  });

  it('is blocked where only the audio element is', async () => {
    const audible = new Audible();
    audible.context['state'] = 'running';
    audible.allow = false;
    const {ring} = ringOf(audible);
    ring.ringFor('agent-1');
    await settles(() => expect(ring.state).toBe('blocked'));
    expect(audible.playing).toBe(0);
  });

  it('rings by itself when the browser lets its context go on', async () => {
    const audible = new Audible();
    audible.allow = false;
    const {ring} = ringOf(audible);
    ring.ringFor('agent-1');
    await settles(() => expect(ring.state).toBe('blocked'));
    audible.allow = true;
    audible.context['state'] = 'running';
    audible.context.dispatchEvent(new Event('statechange'));
    await settles(() => expect(ring.state).toBe('ringing'));
  });

  it('rings again for the next call', async () => {
    const audible = new Audible();
    const {ring} = ringOf(audible, makeLocks());
    for (let call = 0; call < 3; call += 1) {
      ring.ringFor('agent-1');
      await settles(() => expect(ring.state).toBe('ringing'));
      expect(audible.playing).toBe(1);
      ring.ringFor(undefined);
      expect(audible.playing).toBe(0);
    }
  });

  it('lets exactly one tab of an agent ring; the next takes over', async () => {
    const shared = makeLocks();
    const tabs = [new Audible(), new Audible()] as const;
    const [one, two] = [ringOf(tabs[0], shared).ring, ringOf(tabs[1], shared).ring];
    one.ringFor('agent-1');
    two.ringFor('agent-1');
    await settles(() => expect(one.state).toBe('ringing'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(two.state).toBe('waiting');
    one.ringFor(undefined);
    await settles(() => expect(two.state).toBe('ringing'));
    expect(tabs.map(({playing}) => playing)).toEqual([0, 1]);
  });

  it('leaves the turn to another tab when it is blocked', async () => {
    const shared = makeLocks();
    const [blocked, free] = [new Audible(), new Audible()];
    blocked.allow = false;
    const one = ringOf(blocked, shared).ring;
    const two = ringOf(free, shared).ring;
    one.ringFor('agent-1');
    two.ringFor('agent-1');
    await settles(() => expect(two.state).toBe('ringing'));
    expect(one.state).toBe('blocked');
  });

  it('rings in the tabs of two agents', async () => {
    const shared = makeLocks();
    const one = ringOf(new Audible(), shared).ring;
    const two = ringOf(new Audible(), shared).ring;
    one.ringFor('agent-1');
    two.ringFor('agent-2');
    await settles(() => expect([one.state, two.state]).toEqual(['ringing', 'ringing']));
  });
});

describe('ringSamples', () => {
  const samples = ringSamples(RATE);
  const loudest = (from: number, to: number) =>
    samples.slice(from * RATE, to * RATE).reduce((most, one) => Math.max(most, Math.abs(one)), 0);

  it('is a second of tone and two of silence, within bounds', () => {
    expect(samples.length).toBe(3 * RATE);
    expect(loudest(0, 1)).toBeGreaterThan(0.3);
    expect(loudest(0, 1)).toBeLessThanOrEqual(0.4);
    expect(loudest(1, 3)).toBe(0);
  });

  it('begins and ends without a click', () => {
    expect(samples[0]).toBe(0);
    expect(loudest(0.999, 1)).toBeLessThan(0.03);
  });

  it('holds the two tones of a telephone', () => {
    const strength = (hertz: number) => {
      const seconds = 0.5;
      let [sine, cosine] = [0, 0];
      for (let index = 0; index < seconds * RATE; index += 1) {
        const angle = (2 * Math.PI * hertz * index) / RATE;
        sine += (samples[index] ?? 0) * Math.sin(angle);
        cosine += (samples[index] ?? 0) * Math.cos(angle);
      }
      return (2 * Math.hypot(sine, cosine)) / (seconds * RATE);
    };
    expect(strength(440)).toBeCloseTo(0.2, 1);
    expect(strength(480)).toBeCloseTo(0.2, 1);
    expect(strength(600)).toBeLessThan(0.02);
  });
});
