import type {Refusal} from '@deskwire/domain';

import type {StartState} from './visit.view.js';

/** Made by hand, as every refusal here: the table of all of them would come with `refuse`. */
const FAILED: Refusal = {code: 'DW_SERVER_FAILED', kind: 'transport'};

const isRefusal = (value: unknown): value is Refusal => {
  const {code, kind} = (value ?? {}) as Partial<Refusal>;
  return typeof code === 'string' && code.startsWith('DW_') && typeof kind === 'string';
};

/**
 * The refusal in what a host's promise was rejected with: the refusal itself, or an error that carries one as `refusal`.
 * It may come from another bundle, so it is known by its shape. Anything else says that the server failed.
 */
export const refusalOf = (reason: unknown): Refusal => {
  if (isRefusal(reason)) return reason;
  const {refusal} = (reason ?? {}) as {readonly refusal?: unknown};
  return isRefusal(refusal) ? refusal : FAILED;
};

/** Asks the host for a chat, and knows how that stands. An answer that comes too late is dropped. */
export class VisitStart {
  #state: StartState = {status: 'idle'};
  #runs = 0;

  /** @param changed Called whenever the state is another one. */
  constructor(private readonly changed: () => void) {}

  get state(): StartState {
    return this.#state;
  }

  /** Asks. Does nothing while an answer is awaited. */
  async begin(start: () => Promise<void>): Promise<void> {
    if (this.#state.status === 'starting') return;
    this.#runs += 1;
    const run = this.#runs;
    this.#set({status: 'starting'});
    const next = await this.#ask(start);
    if (run === this.#runs) this.#set(next);
  }

  /** Forgets what was, and what may still come. */
  reset(): void {
    this.#runs += 1;
    if (this.#state.status !== 'idle') this.#set({status: 'idle'});
  }

  async #ask(start: () => Promise<void>): Promise<StartState> {
    try {
      await start();
      return {status: 'started'};
    } catch (reason) {
      return {status: 'failed', refusal: refusalOf(reason)};
    }
  }

  #set(state: StartState): void {
    this.#state = state;
    this.changed();
  }
}
