import type {Instant, Interaction} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

import {attend, type Attendance} from './attendance.js';

/**
 * What a page keeps of its conversation while a stream lasts: the last that was known of it, so that it can be read on
 * when the server has forgotten it, and who was there.
 */
export class VisitMemory {
  #stream: StreamHandle | undefined;
  #interaction: Interaction | undefined;
  #attendance: readonly Attendance[] = [];

  get interaction(): Interaction | undefined {
    return this.#interaction;
  }

  get attendance(): readonly Attendance[] {
    return this.#attendance;
  }

  /** Takes in what the stream says now. Another stream is another visit. */
  look(stream: StreamHandle | undefined, interaction: Interaction | undefined, now: Instant): void {
    if (stream !== this.#stream || (interaction && interaction.id !== this.#interaction?.id)) {
      this.#interaction = undefined;
      this.#attendance = [];
    }
    this.#stream = stream;
    if (!interaction) return;
    this.#interaction = interaction;
    this.#attendance = attend(this.#attendance, interaction, now);
  }
}
