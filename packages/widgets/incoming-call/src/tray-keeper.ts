import type {InteractionId} from '@deskwire/domain';

import type {RequestRow} from './incoming-call.view.js';
import {trayPage} from './tray-order.js';

/** A request that is gone keeps its place this long under the pointer, so that no other one slides below it. Milliseconds. */
export const LINGER = 3000;

/** Why a request is no longer waiting. */
export type Departure = 'accepted' | 'left';

/** One place in the tray. */
export interface TrayEntry {
  readonly row: RequestRow;
  /** Set for a request that is gone and only keeps its place. */
  readonly gone?: Departure;
}

/** What stands in the tray. */
export interface TrayView {
  readonly entries: readonly TrayEntry[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** What the tray is to show now. */
export interface TrayInput {
  readonly rows: readonly RequestRow[];
  /** The page that the agent turned to. */
  readonly page: number;
  /** The agent's pointer or focus is among the requests: nothing may move. */
  readonly isHeld: boolean;
  readonly grows: 'up' | 'down';
  readonly now: number;
  /** Asked of a request that has just gone. */
  readonly departure: (id: InteractionId) => Departure;
}

interface Lingering {
  readonly entry: TrayEntry;
  readonly until: number;
}

/** Remembers how the tray stood, so that nothing moves under the agent's pointer. */
export class TrayKeeper {
  #shown: readonly TrayEntry[] = [];
  readonly #lingering = new Map<InteractionId, Lingering>();

  /** Something keeps its place and will give it up with time: look again in a second. */
  get isLingering(): boolean {
    return this.#lingering.size > 0;
  }

  /** What to show, given how it stood before. */
  update(input: TrayInput): TrayView {
    const {rows, page: wanted, isHeld, grows} = input;
    const waiting = new Map(rows.map((row) => [row.id, row]));
    if (isHeld && rows.length > 0) this.#remember(waiting, input);
    else this.#lingering.clear();
    const {ids, page, pages} = trayPage(
      rows.map(({id}) => id),
      {
        page: wanted,
        held: isHeld ? this.#shown.map(({row}) => row.id) : [],
        lingering: new Set(this.#lingering.keys()),
        grows,
      },
    );
    this.#shown = ids.flatMap((id) => {
      const row = waiting.get(id);
      return row ? {row} : (this.#lingering.get(id)?.entry ?? []);
    });
    return {entries: this.#shown, page, pages, total: rows.length};
  }

  /** Forgets how it stood: the agent turned the page. */
  release(): void {
    this.#shown = [];
    this.#lingering.clear();
  }

  #remember(waiting: ReadonlyMap<InteractionId, RequestRow>, {now, departure}: TrayInput): void {
    for (const [id, {until}] of [...this.#lingering]) {
      if (until <= now || waiting.has(id)) this.#lingering.delete(id);
    }
    for (const {row, gone} of this.#shown) {
      if (gone || waiting.has(row.id)) continue;
      this.#lingering.set(row.id, {entry: {row, gone: departure(row.id)}, until: now + LINGER});
    }
  }
}
