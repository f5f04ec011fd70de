import type {ReactiveController} from 'lit';
import type {FactType, InteractionId} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

import {readNearest} from '../ambient.js';
import {consumeContext, type ControllerHost} from '../context/consume.js';
import {streamContext} from '../contexts.js';

import {draftsOf, isAtHand} from './drafts-of.js';

/** After these an interaction may be gone. */
const ENDINGS: ReadonlySet<FactType> = new Set([
  'desk.hydrated',
  'engagement.left',
  'interaction.hidden',
  'wrap-up.submitted',
]);

/**
 * What somebody typed into the host and has not sent: `new DraftController(this, 'call-guide', isGuideDraft)`. A draft
 * stays while the interaction is at hand, whatever becomes of the host: another task, another place in the page, a
 * reload. `data-dw-drafts="memory"` on the page or anything around the host keeps it out of the session storage.
 */
export class DraftController<T> implements ReactiveController {
  readonly #stream: () => StreamHandle | undefined;
  #subscription: {unsubscribe(): void} | undefined;
  #heard: StreamHandle | undefined;

  /** @param check Says whether what was found is a draft of this kind; what is not counts as none. */
  constructor(
    private readonly host: ControllerHost,
    private readonly kind: string,
    private readonly check: (value: unknown) => value is T,
  ) {
    this.#stream = consumeContext(host, streamContext, () => {
      if (host.isConnected) this.#listen(this.#stream());
    });
    host.addController(this);
  }

  read(interactionId: InteractionId): T | undefined {
    const stream = this.#stream();
    return stream && draftsOf(stream).read({interactionId, kind: this.kind}, this.check, this.#isStored);
  }

  /**
   * @param stays Whether it may outlive the page; where not, nothing of it is in the storage.
   * @returns Whether it survives a reload.
   */
  write(interactionId: InteractionId, draft: T, stays = true): boolean {
    const stream = this.#stream();
    if (!stream) return false;
    this.host.requestUpdate();
    return draftsOf(stream).write({interactionId, kind: this.kind}, draft, stays && this.#isStored);
  }

  drop(interactionId: InteractionId): void {
    const stream = this.#stream();
    if (!stream) return;
    draftsOf(stream).drop({interactionId, kind: this.kind});
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.#listen(this.#stream());
  }

  hostDisconnected(): void {
    this.#listen(undefined);
  }

  get #isStored(): boolean {
    return readNearest(this.host, 'data-dw-drafts') !== 'memory';
  }

  #listen(stream: StreamHandle | undefined): void {
    if (stream === this.#heard) return;
    this.#subscription?.unsubscribe();
    this.#heard = stream;
    this.#subscription = stream?.facts$.subscribe(({type}) => {
      if (ENDINGS.has(type)) sweep(stream);
    });
    if (stream) sweep(stream);
  }
}

/** A desk that was told nothing yet says nothing about what is gone. */
const sweep = (stream: StreamHandle): void => {
  const state = stream.snapshot();
  if (state.cursor) draftsOf(stream).retain((id) => isAtHand(state, id));
};
