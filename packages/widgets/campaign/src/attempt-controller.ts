import type {ReactiveController} from 'lit';
import {selectAgentId, type InteractionId} from '@deskwire/domain';
import type {ControllerHost, FailedOutcome} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

/** A call to a contact that did not come about. */
export interface FailedAttempt {
  readonly interactionId: InteractionId;
  readonly outcome: FailedOutcome;
}

/** Remembers why the last call to a contact failed: a fact tells it, and no state keeps it (CAMP-3). */
export class AttemptController implements ReactiveController {
  #stream: StreamHandle | undefined;
  #subscription: {unsubscribe(): void} | undefined;
  #failed: FailedAttempt | undefined;

  /** @param failed Called when an attempt of this agent has failed. */
  constructor(
    private readonly host: ControllerHost,
    private readonly stream: () => StreamHandle | undefined,
    private readonly failed: (attempt: FailedAttempt) => void,
  ) {
    host.addController(this);
  }

  /** Why the last call to this contact failed; undefined where none did, or it is called again. */
  of(interactionId: InteractionId): FailedOutcome | undefined {
    return this.#failed?.interactionId === interactionId ? this.#failed.outcome : undefined;
  }

  /** Another attempt is made. */
  forget(): void {
    this.#failed = undefined;
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    // An element that has left the page with its dialog open renders once more.
    if (this.host.isConnected) this.#listen(this.stream());
  }

  hostDisconnected(): void {
    this.#listen(undefined);
  }

  #listen(stream: StreamHandle | undefined): void {
    if (stream === this.#stream) return;
    this.#subscription?.unsubscribe();
    this.#stream = stream;
    this.#subscription = stream?.facts$.subscribe((fact) => {
      if (fact.type !== 'outdial.failed') return;
      const {interactionId, agentId, reason, code} = fact;
      const state = stream.snapshot();
      if (agentId !== selectAgentId(state) || state.interactions.get(interactionId)?.origin !== 'campaign')
        return;
      const outcome: FailedOutcome = {kind: 'failed', reason, ...(code !== undefined && {code})};
      this.#failed = {interactionId, outcome};
      this.host.requestUpdate();
      this.failed(this.#failed);
    });
  }
}
