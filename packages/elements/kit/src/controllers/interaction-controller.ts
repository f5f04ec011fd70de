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
  /** Whose source it was armed with; a stream may have come before its id, and the id back before the next render. */
  readonly #armedFor: {id: InteractionId | undefined};

  constructor(host: ControllerHost, id: () => InteractionId | undefined) {
    const armedFor: {id: InteractionId | undefined} = {id: undefined};
    super(host, () => {
      armedFor.id = id();
      return armedFor.id ? sourceOf(armedFor.id) : undefined;
    });
    this.#id = id;
    this.#armedFor = armedFor;
  }

  /** Before each render: the id may have been set since. */
  hostUpdate(): void {
    if (this.#id() !== this.#armedFor.id && this.host.isConnected) this.arm(true);
  }
}
