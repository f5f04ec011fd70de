import {INLINE_IMAGE_TYPES, type Attachment, type InteractionId} from '@deskwire/domain';

import type {Outcome} from '../../centre/flush.js';
import type {FileIntake, Received, ReceivedFile} from '../../files/intake.js';
import {RefusedError} from '../../refused.js';
import type {ParsedFile} from './parsed-mail.js';

/** The mail could not be handed over now; it stays in the spool. */
export class TryLater extends Error {}

/** What came of the files of one mail. */
export interface KeptFiles {
  readonly attachments: readonly Attachment[];
  /** How many were dropped for card data. */
  readonly dropped: number;
}

const isInlineImage = ({type}: Attachment): boolean =>
  (INLINE_IMAGE_TYPES as readonly string[]).includes(type);

/** Takes in the files of mails that arrive. */
export class ArrivedFiles {
  readonly #intake: FileIntake;

  constructor(intake: FileIntake) {
    this.#intake = intake;
  }

  /**
   * Does something with the files of a mail; where nothing comes of it, they are removed again.
   * @throws {TryLater} Where there is no room for them now.
   */
  async lend<T extends Outcome | undefined>(
    files: readonly ParsedFile[],
    interactionId: InteractionId,
    use: (kept: KeptFiles) => Promise<T>,
  ): Promise<T> {
    const taken: string[] = [];
    let isDone = false;
    try {
      const outcome = await use(await this.#takeAll(files, interactionId, taken));
      isDone = outcome?.ok === true;
      return outcome;
    } finally {
      if (!isDone) await this.#intake.giveBack(taken);
    }
  }

  /** @param taken Told of each file at once, so that none is forgotten when a later one cannot be kept. */
  async #takeAll(
    files: readonly ParsedFile[],
    interactionId: InteractionId,
    taken: string[],
  ): Promise<KeptFiles> {
    const attachments: Attachment[] = [];
    let dropped = 0;
    for (const {bytes = new Uint8Array(), isShown, contentId, ...file} of files) {
      const received = await this.#take(interactionId, {...file, bytes});
      if ('dropped' in received) {
        dropped += 1;
        continue;
      }
      const {attachment} = received;
      taken.push(attachment.id);
      attachments.push({
        ...attachment,
        ...(contentId === undefined ? {} : {contentId}),
        ...(isShown && isInlineImage(attachment) ? {inline: true} : {}),
      });
    }
    return {attachments, dropped};
  }

  async #take(interactionId: InteractionId, file: ReceivedFile): Promise<Received> {
    try {
      return await this.#intake.take(interactionId, file);
    } catch (error) {
      // A full disk is emptied some time; the mail waits.
      throw error instanceof RefusedError ? new TryLater() : error;
    }
  }
}
