import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {AgentId} from '@deskwire/domain';

import {RingTone, type RingDevices} from './ring-tone.js';

/** Rings for its host as long as it is told to and the host is in the page; the host re-renders when sound is blocked. */
export class RingController implements ReactiveController {
  #tone: RingTone | undefined;
  #isBlocked = false;
  #isConnected = false;

  /** @param devices Where the sound comes from; undefined: the browser's own. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly devices: () => (() => RingDevices) | undefined,
  ) {
    host.addController(this);
  }

  /** The browser lets no sound out before the person has touched the page. */
  get isBlocked(): boolean {
    return this.#isBlocked;
  }

  /** Rings for this agent; undefined: is silent. */
  ringFor(agent: AgentId | undefined): void {
    if (agent === undefined || !this.#isConnected) {
      this.#tone?.stop();
      return;
    }
    this.#tone ??= new RingTone((state) => {
      this.#setBlocked(state === 'blocked');
    }, this.devices());
    this.#tone.start(agent);
  }

  /** Tries again. Call it from a click. */
  unlock(): void {
    this.#tone?.unlock();
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#tone?.close();
    this.#tone = undefined;
  }

  #setBlocked(isBlocked: boolean): void {
    if (isBlocked === this.#isBlocked) return;
    this.#isBlocked = isBlocked;
    this.host.requestUpdate();
  }
}
