import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {placeBelow} from '@deskwire/kit';

/** What a notice is made of; all in the host's shadow root. */
export interface NoticeParts {
  /** The surface: `popover="manual"`. */
  readonly surface: () => HTMLElement | null;
  /** What it hangs from; without one it stands where its style puts it. */
  readonly anchor: () => HTMLElement | null;
  readonly isShown: () => boolean;
}

/** Keeps a notice in the top layer while there is something to notice. It takes no focus and stays until it is dismissed. */
export class NoticeSurface implements ReactiveController {
  #stopPlacing: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly parts: NoticeParts,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const {surface, anchor, isShown} = this.parts;
    const notice = surface();
    if (!notice?.isConnected || notice.matches(':popover-open') === isShown()) return;
    this.#rest();
    if (!isShown()) {
      notice.hidePopover();
      return;
    }
    notice.showPopover();
    const from = anchor();
    if (from && !CSS.supports('anchor-name: --a')) this.#stopPlacing = placeBelow(notice, from);
  }

  hostDisconnected(): void {
    this.#rest();
  }

  #rest(): void {
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
  }
}
