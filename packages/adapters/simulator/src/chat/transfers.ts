import {refuse, type Refusal} from '@deskwire/domain';

/** How things go between the backend and the page that sends or fetches files. */
export interface TransferWires {
  toBackend(run: () => void): void;
  toDesk(run: () => void): void;
}

/** What became of a transfer. */
export type Transferred = {readonly ok: true} | {readonly ok: false; readonly refusal: Refusal};

/** A transfer as the backend sees it. */
export interface TransferEnd<R extends Transferred> {
  /** Says something on the way. */
  tell(say: () => void): void;
  /** The answer. */
  done(result: R): void;
}

const BROKEN = {ok: false, refusal: refuse('DW_FILE_BROKEN')} as const;
type Broken = typeof BROKEN;

/** The files of one session that are under way. Each answers, with its session or by its signal too; nothing follows that. */
export class Transfers {
  readonly #wires: TransferWires;
  readonly #open = new Set<() => void>();
  #isOver = false;

  constructor(wires: TransferWires) {
    this.#wires = wires;
  }

  /** @param start Begins it at the backend; returns what cancels it there. */
  begin<R extends Transferred>(
    signal: AbortSignal | undefined,
    start: (end: TransferEnd<R>) => () => void,
  ): Promise<R | Broken> {
    if (this.#isOver || signal?.aborted) return Promise.resolve(BROKEN);
    return new Promise((resolve) => {
      let cancel = (): void => undefined;
      const settle = (result: R | Broken): void => {
        this.#open.delete(breakOff);
        signal?.removeEventListener('abort', breakOff);
        resolve(result);
      };
      const breakOff = (): void => {
        cancel();
        settle(BROKEN);
      };
      const ifOpen = (run: () => void) => (): void => {
        if (this.#open.has(breakOff)) run();
      };
      const tell = (say: () => void): void => this.#wires.toDesk(ifOpen(say));
      const done = (result: R): void => tell(() => settle(result));
      this.#open.add(breakOff);
      signal?.addEventListener('abort', breakOff);
      this.#wires.toBackend(
        ifOpen(() => {
          cancel = start({tell, done});
        }),
      );
    });
  }

  /** The session is over. */
  breakAll(): void {
    this.#isOver = true;
    for (const breakOff of [...this.#open]) breakOff();
  }
}
