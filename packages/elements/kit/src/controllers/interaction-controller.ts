import type {Interaction, InteractionId} from '@deskwire/domain';

import type {ControllerHost} from '../context/consume.js';

import {SourceController, type Source} from './stream-controller.js';

const sourceOf = (id: InteractionId): Source<Interaction | undefined> => ({
  subscribe: (stream) => stream.interaction(id),
  now: (stream) => stream.snapshot().interactions.get(id),
});

/**
 * The interaction that the host shows: `new InteractionController(this, () => this.interactionId)`. It follows the id
 * as it changes, and facts about other interactions do not wake the host.
 */
export class InteractionController extends SourceController<Interaction | undefined> {
  readonly #id: () => InteractionId | undefined;
  #followed: InteractionId | undefined;

  constructor(host: ControllerHost, id: () => InteractionId | undefined) {
    super(host, () => {
      const now = id();
      return now ? sourceOf(now) : undefined;
    });
    this.#id = id;
  }

  /** Before each render: the id may have been set since. */
  hostUpdate(): void {
    const id = this.#id();
    if (id === this.#followed) return;
    this.#followed = id;
    if (this.host.isConnected) this.arm(true);
  }
}
