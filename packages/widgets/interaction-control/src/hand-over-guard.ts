import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {ControlView} from './interaction-control.types.js';

/** How long End waits after a call was handed over. */
const WAIT_MS = 1500;

/**
 * Guards End when a call becomes this agent's: "End consult", which would only have let them leave, stood in its place a
 * moment ago, and a hand may be on its way to it.
 */
export class HandOverGuard implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Whether End waits now. */
  get isOn(): boolean {
    return this.#timer !== undefined;
  }

  /** What was shown, and what is to be shown now. @returns Whether End begins to wait. */
  follow(before: ControlView | undefined, now: ControlView | undefined): boolean {
    const isSame = before?.interactionId === now?.interactionId;
    if (isSame && (before?.isOwner !== false || !now?.isOwner)) return false;
    this.hostDisconnected();
    if (isSame) this.#timer = setTimeout(this.#end, WAIT_MS);
    return isSame;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #end = (): void => {
    this.hostDisconnected();
    this.host.requestUpdate();
  };
}
