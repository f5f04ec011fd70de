import {ringSamples} from './ring-samples.js';

/**
 * Where the ring tone stands. `waiting`: another tab of this agent rings, or the sound is just being started;
 * `blocked`: the browser lets no sound out before the person has touched the page.
 */
export type RingState = 'silent' | 'waiting' | 'ringing' | 'blocked';

/** What the ring tone takes from the browser; tests bring their own. */
export interface RingDevices {
  readonly makeContext: () => AudioContext;
  readonly makeAudio: () => HTMLAudioElement;
  /** Absent on pages without a secure context: then every tab rings. */
  readonly locks?: Pick<LockManager, 'request'>;
}

const browserDevices = (): RingDevices => {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  return {
    makeContext: () => new AudioContext(),
    makeAudio: () => new Audio(),
    ...(locks ? {locks} : {}),
  };
};

/** A context that may run does so within this time; the browser has no event for one that may not. Milliseconds. */
const START_WITHIN = 300;

/** Says whether the context runs, as soon as it does or it is clear that it will not now. */
const started = async (context: AudioContext): Promise<boolean> => {
  // Asked also where it seems to run: a pause may be under way.
  await Promise.race([
    context.resume().catch(() => undefined),
    new Promise((resolve) => {
      setTimeout(resolve, START_WITHIN);
    }),
  ]);
  return context.state === 'running';
};

/**
 * Rings until it is told to stop: a looped buffer, so that a throttled page keeps the beat, through a media stream into an
 * audio element, so that no address is loaded and a strict CSP has nothing to refuse. Of several tabs of one agent exactly
 * one rings, and when that one goes another takes over. A tab that may not ring leaves the turn to the others.
 */
export class RingTone {
  #state: RingState = 'silent';
  #context: AudioContext | undefined;
  #audio: HTMLAudioElement | undefined;
  #source: AudioBufferSourceNode | undefined;
  /** The agent for whom it should ring; undefined: it should not. */
  #wanted: string | undefined;
  #turn: AbortController | undefined;
  #letGo: (() => void) | undefined;

  /**
   * @param changed Told of every change of `state`.
   * @param ownDevices Instead of the browser's. Asked when first needed, so that making a ring tone touches nothing.
   */
  constructor(
    private readonly changed: (state: RingState) => void,
    private readonly ownDevices: () => (() => RingDevices) | undefined = () => undefined,
  ) {}

  get state(): RingState {
    return this.#state;
  }

  /** Rings for this agent, whose tabs share one ring, until it is told otherwise; undefined: is silent at once. */
  ringFor(agent: string | undefined): void {
    if (this.#wanted === agent) return;
    this.#stop();
    this.#wanted = agent;
    if (agent === undefined) return;
    this.#set('waiting');
    void this.#takeTurn(agent);
  }

  #stop(): void {
    this.#turn?.abort();
    this.#hush();
    void this.#context?.suspend().catch(() => undefined);
    this.#letGo?.();
    this.#turn = this.#letGo = undefined;
    this.#set('silent');
  }

  /** Tries again after the browser blocked the sound. Call it from a click. */
  readonly unlock = (): void => {
    const agent = this.#wanted;
    if (agent === undefined || this.#state !== 'blocked') return;
    void this.#context?.resume().catch(() => undefined);
    this.#set('waiting');
    void this.#takeTurn(agent);
  };

  /** Stops, and gives the audio device back. */
  close(): void {
    this.ringFor(undefined);
    this.#context?.removeEventListener('statechange', this.unlock);
    void this.#context?.close().catch(() => undefined);
    this.#context = this.#audio = undefined;
  }

  get #devices(): RingDevices {
    return (this.ownDevices() ?? browserDevices)();
  }

  async #takeTurn(agent: string): Promise<void> {
    const turn = new AbortController();
    this.#turn = turn;
    const {locks} = this.#devices;
    if (!locks) return this.#ring(turn.signal);
    const name = `deskwire/ring/${agent}`;
    // Aborted means stopped; nothing else can go wrong with a lock of one's own.
    await locks.request(name, {signal: turn.signal}, () => this.#ring(turn.signal)).catch(() => undefined);
  }

  /** Lasts as long as it rings: so long the turn is kept. */
  async #ring(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const plays = await this.#play(signal);
    if (signal.aborted) return;
    this.#set(plays ? 'ringing' : 'blocked');
    if (!plays) return;
    await new Promise<void>((resolve) => {
      this.#letGo = resolve;
    });
  }

  async #play(signal: AbortSignal): Promise<boolean> {
    const context = (this.#context ??= this.#makeContext());
    const audio = (this.#audio ??= this.#devices.makeAudio());
    if (!(await started(context)) || signal.aborted) return false;
    const output = context.createMediaStreamDestination();
    const source = context.createBufferSource();
    const samples = ringSamples(context.sampleRate);
    source.buffer = context.createBuffer(1, samples.length, context.sampleRate);
    source.buffer.copyToChannel(samples, 0);
    source.loop = true;
    source.connect(output);
    source.start();
    this.#source = source;
    audio.srcObject = output.stream;
    const plays = await audio.play().then(
      () => true,
      () => false,
    );
    // Stopped meanwhile: then it is silent already, and another ring may have begun.
    if (!plays && this.#source === source) this.#hush();
    return plays;
  }

  #makeContext(): AudioContext {
    const context = this.#devices.makeContext();
    // The person touched the page, and the browser lets the context go on by itself.
    context.addEventListener('statechange', this.unlock);
    return context;
  }

  #hush(): void {
    this.#source?.stop();
    this.#source?.disconnect();
    this.#source = undefined;
    this.#audio?.pause();
    if (this.#audio) this.#audio.srcObject = null;
  }

  #set(state: RingState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.changed(state);
  }
}
