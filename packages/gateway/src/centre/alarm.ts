import type {Instant} from '@deskwire/domain';
import {nextDeadline} from '@deskwire/engine';

import type {CentreHost} from './centre-host.js';

/** `setTimeout` takes no more. */
const LONGEST_MS = 2 ** 31 - 1;
/** After a tick that did not move the deadline (the store failed), so that it is not tried in a tight loop. */
const RETRY_MS = 250;

/** Wakes the engine when something is due. */
export class Alarm {
  readonly #host: CentreHost;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #due: Instant | undefined;
  #stop: (() => void) | undefined;

  constructor(host: CentreHost, now: () => number) {
    this.#host = host;
    this.#now = now;
  }

  /** Begins to watch; what came due while nobody ran is done at once. */
  start(): void {
    this.#stop = this.#host.listen(() => this.#arm());
    this.#arm();
  }

  /** Wakes nobody any more. */
  stop(): void {
    this.#stop?.();
    clearTimeout(this.#timer);
  }

  #arm(): void {
    const due = nextDeadline(this.#host.centre);
    if (due === this.#due) return;
    this.#set(due, due === undefined ? 0 : due - this.#now());
  }

  #set(due: Instant | undefined, wait: number): void {
    clearTimeout(this.#timer);
    this.#due = due;
    if (due === undefined) return;
    this.#timer = setTimeout(() => void this.#ring(), Math.min(Math.max(0, wait), LONGEST_MS));
  }

  async #ring(): Promise<void> {
    await this.#host.submit({kind: 'tick'});
    const due = nextDeadline(this.#host.centre);
    const wait = due === undefined ? 0 : due - this.#now();
    this.#set(due, wait <= 0 ? RETRY_MS : wait);
  }
}
