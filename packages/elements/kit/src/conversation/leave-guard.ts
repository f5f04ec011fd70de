import type {ReactiveController} from 'lit';

import type {ControllerHost} from '../context/consume.js';

/**
 * Has the browser ask before the page is left, as long as something would be lost with it. The browser's own question is
 * the only one that it lets a page ask; while there is nothing to lose, nobody listens.
 */
export class LeaveGuard implements ReactiveController {
  #isArmed = false;

  /** @param hasUnsent Asked after each update of the host. */
  constructor(
    private readonly host: ControllerHost,
    private readonly hasUnsent: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    this.check();
  }

  hostDisconnected(): void {
    this.#arm(false);
  }

  /** Asks again, where nothing was rendered. A host may still be updated once it has left the page. */
  check(): void {
    this.#arm(this.host.isConnected && this.hasUnsent());
  }

  #arm(isArmed: boolean): void {
    if (isArmed === this.#isArmed) return;
    this.#isArmed = isArmed;
    window[isArmed ? 'addEventListener' : 'removeEventListener']('beforeunload', this.#ask);
  }

  readonly #ask = (event: Event): void => {
    event.preventDefault();
  };
}
