import type {InteractionId, RefusalCode, Verdict} from '@deskwire/domain';

import type {House} from '../house.js';

/** The verbs about chats: what customers do in them beside talking, and what becomes of files. */
export abstract class ChatStory {
  protected readonly house: House;

  constructor(house: House) {
    this.house = house;
  }

  /** Has seen everything that the agent wrote. */
  customerReads(interactionId: InteractionId): Verdict {
    return this.house.customers.read(interactionId);
  }

  /** Writes and has not sent it yet; the agents see it for some seconds. */
  customerTypes(interactionId: InteractionId): Verdict {
    return this.house.customers.types(interactionId, true);
  }

  customerStopsTyping(interactionId: InteractionId): Verdict {
    return this.house.customers.types(interactionId, false);
  }

  /** Sends a file, at once; refused as it would be from their page. */
  customerSendsFile(interactionId: InteractionId, file: File, text = ''): Verdict {
    return this.house.customers.sendFile(interactionId, file, text);
  }

  /** Goes out of their chat. Whoever writes again is back. */
  customerLeaves(interactionId: InteractionId): Verdict {
    return this.house.customers.leave(interactionId);
  }

  /** The next upload of a desk or page breaks off on its way, or is refused there. */
  uploadsFail(code: RefusalCode = 'DW_FILE_BROKEN', part = 0.5): void {
    this.house.uploads.failNext(code, part);
  }

  /** Uploads come so far from now on, 0 to 1, and no further; 1: only the answer is missing. */
  uploadsStall(part = 0): void {
    this.house.uploads.halt(part);
  }

  uploadsGoOn(): void {
    this.house.uploads.goOn();
  }

  /** A supervisor lets a held file through. */
  releasesFile(interactionId: InteractionId, attachmentId: string): Verdict {
    return this.house.files.settle('attachment.released', interactionId, attachmentId);
  }

  /** A supervisor takes a held file out of the conversation. */
  dropsFile(interactionId: InteractionId, attachmentId: string): Verdict {
    return this.house.files.settle('attachment.dropped', interactionId, attachmentId);
  }
}
