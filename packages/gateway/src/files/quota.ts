import type {InteractionId} from '@deskwire/domain';

import {RefusedError} from '../refused.js';
import type {FileStore} from '../store/index.js';
import type {FileLimits} from './limits.js';

interface Room {
  bytes: number;
  files: number;
}

/** Counts one upload while it comes in. */
export interface Meter {
  /** @throws {RefusedError} DW_FILE_FULL where there is no room for so many bytes more. */
  take(bytes: number): void;
  /** The upload is over; `kept`: what it brought stays. */
  close(kept: boolean): void;
}

const full = (): RefusedError => new RefusedError('DW_FILE_FULL');

/** How much room there is, in one interaction and in all. What is under way counts, so that many at once are one by one. */
export class Quota {
  readonly #limits: FileLimits;
  readonly #all: Room = {bytes: 0, files: 0};
  /** Interactions with an upload under way. */
  readonly #open = new Map<InteractionId, {readonly room: Promise<Room>; uploads: number}>();

  constructor(limits: FileLimits) {
    this.#limits = limits;
  }

  /** Begins from what is stored. */
  async start(store: FileStore): Promise<void> {
    this.#all.bytes = (await store.totals()).bytes;
  }

  /** A stored file is gone. */
  removed(bytes: number): void {
    this.#all.bytes -= bytes;
  }

  /** Whether so many bytes more fit into all there may be. */
  hasRoom(bytes: number): boolean {
    return this.#all.bytes + bytes <= this.#limits.totalBytes;
  }

  /** A file was stored without an upload. What comes by mail counts, and is not refused for how much there is in its contact. */
  added(id: InteractionId, bytes: number): void {
    this.#all.bytes += bytes;
    void this.#open.get(id)?.room.then((room) => {
      room.bytes += bytes;
      room.files += 1;
    });
  }

  /** @throws {RefusedError} DW_FILE_FULL where there is no room for a further file. */
  async open(id: InteractionId, store: FileStore): Promise<Meter> {
    const open = this.#open.get(id) ?? {room: store.totals(id).then((totals) => ({...totals})), uploads: 0};
    this.#open.set(id, open);
    open.uploads += 1;
    const leave = (): void => {
      open.uploads -= 1;
      if (open.uploads === 0) this.#open.delete(id);
    };
    try {
      const room = await open.room;
      if (room.files >= this.#limits.interactionFiles) throw full();
      room.files += 1;
      return this.#meter(room, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  #meter(room: Room, leave: () => void): Meter {
    let taken = 0;
    const rooms = [room, this.#all];
    return {
      take: (bytes) => {
        taken += bytes;
        for (const one of rooms) one.bytes += bytes;
        const {interactionBytes, totalBytes} = this.#limits;
        if (room.bytes > interactionBytes || this.#all.bytes > totalBytes) throw full();
      },
      close: (kept) => {
        if (!kept) {
          room.files -= 1;
          for (const one of rooms) one.bytes -= taken;
        }
        leave();
      },
    };
  }
}
