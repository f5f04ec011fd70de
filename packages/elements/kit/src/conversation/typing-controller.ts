import {hasFeature, type Author, type InteractionId} from '@deskwire/domain';

import type {ControllerHost} from '../context/consume.js';
import {SourceController} from '../controllers/stream-controller.js';

const NOBODY: readonly Author[] = [];

/**
 * Who writes in the conversation that the host shows, and what the others are told about its viewer. The stream thins
 * out what is told and lets old news fall silent, so there is no timer here.
 */
export class TypingController extends SourceController<readonly Author[]> {
  readonly #id: () => InteractionId | undefined;
  #followed: InteractionId | undefined;
  #told: InteractionId | undefined;

  constructor(host: ControllerHost, id: () => InteractionId | undefined) {
    super(host, () => {
      const now = id();
      return now === undefined ? undefined : {subscribe: (stream) => stream.typing(now), now: () => NOBODY};
    });
    this.#id = id;
  }

  /** Before each render: the conversation may be another one. Whoever goes elsewhere writes here no more. */
  hostUpdate(): void {
    const id = this.#id();
    if (id === this.#followed) return;
    this.rest();
    this.#followed = id;
    if (this.host.isConnected) this.arm(true);
  }

  override hostDisconnected(): void {
    this.rest();
    super.hostDisconnected();
  }

  /** The viewer has typed: this is what stands in the box now. */
  wrote(interactionId: InteractionId, text: string): void {
    const {stream} = this;
    if (!stream || !hasFeature(stream.snapshot().capabilities, 'typing')) return;
    if (text.trim() === '') {
      this.rest();
      return;
    }
    this.#told = interactionId;
    stream.setTyping(interactionId, true);
  }

  /** The viewer has stopped: the box is empty, or what was in it is sent. */
  rest(): void {
    if (this.#told !== undefined) this.stream?.setTyping(this.#told, false);
    this.#told = undefined;
  }
}
