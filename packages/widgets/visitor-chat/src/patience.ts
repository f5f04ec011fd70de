import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Interruptions shorter than this pass without a word, and move nothing. */
const PATIENCE_MS = 1000;

/** Says of something that may pass by itself whether it has lasted long enough to be shown. */
export class Patience implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Whether it has lasted. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** To be told at each update whether it is there. */
  look(isThere: boolean): void {
    if (!isThere) this.hostDisconnected();
    else
      this.#timer ??= setTimeout(() => {
        this.#isOver = true;
        this.host.requestUpdate();
      }, PATIENCE_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isOver = false;
  }
}
