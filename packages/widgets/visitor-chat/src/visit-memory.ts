import type {Interaction} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

/**
 * What a page keeps of its conversation while a stream lasts: the last that was known of it, so that it can be read on
 * when the server has forgotten it.
 */
export class VisitMemory {
  #stream: StreamHandle | undefined;
  #interaction: Interaction | undefined;

  get interaction(): Interaction | undefined {
    return this.#interaction;
  }

  /** Takes in what the stream says now. Another stream is another visit. */
  look(stream: StreamHandle | undefined, interaction: Interaction | undefined): void {
    if (interaction || stream !== this.#stream) this.#interaction = interaction;
    this.#stream = stream;
  }
}
