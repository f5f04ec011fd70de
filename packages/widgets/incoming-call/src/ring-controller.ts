import {lazily} from '@deskwire/kit';
import type {RingDevices, RingState, RingTone} from './ring-tone.js';

const ringTone = lazily(() => import('./ring-tone.js'));

/** Rings for a tray. The tone is loaded with the first call that connects, so that it is there when that call rings. */
export class RingController {
  #tone: RingTone | undefined;
  #agent: string | undefined;

  /** @param changed Told how it stands. @param devices Where the sound comes from; undefined: the browser. */
  constructor(
    private readonly changed: (state: RingState) => void,
    private readonly devices: () => (() => RingDevices) | undefined,
  ) {}

  /** A call is on its way. */
  async prepare(): Promise<void> {
    const module = await ringTone();
    // The person is told that the sound is off, and can try again.
    if (!module) return this.changed('blocked');
    this.#tone ??= new module.RingTone(this.changed, this.devices);
    this.#tone.ringFor(this.#agent);
  }

  /** Rings for this agent until it is told otherwise; undefined: is silent at once. */
  ringFor(agent: string | undefined): void {
    this.#agent = agent;
    this.#tone?.ringFor(agent);
  }

  /** Tries again. Call it from a click. */
  readonly unlock = (): void => {
    this.#tone?.unlock();
    void this.prepare();
  };

  /** Stops, and gives the audio device back. */
  close(): void {
    this.ringFor(undefined);
    this.#tone?.close();
  }
}
