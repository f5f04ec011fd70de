import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {LengthSheet} from '@deskwire/kit';

/** Larger than this the page is magnified by hand: then it is not a keyboard that takes the room. */
const MAGNIFIED = 1.05;

/**
 * Keeps the part of the window that is seen in `--_dw-seen` and `--_dw-seen-top`: a keyboard on the screen covers a page
 * without making it smaller, and what is written must stand above it.
 */
export class ViewHeight implements ReactiveController {
  #sheet: LengthSheet<'height' | 'top'> | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    visualViewport?.addEventListener('resize', this.#look);
    visualViewport?.addEventListener('scroll', this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    visualViewport?.removeEventListener('resize', this.#look);
    visualViewport?.removeEventListener('scroll', this.#look);
  }

  hostUpdated(): void {
    if (!this.#sheet) this.#look();
  }

  readonly #look = (): void => {
    const {shadowRoot} = this.host;
    const view = visualViewport;
    if (!shadowRoot || !view) return;
    this.#sheet ??= new LengthSheet(shadowRoot, {
      height: [':host', '--_dw-seen'],
      top: [':host', '--_dw-seen-top'],
    });
    const isMagnified = view.scale > MAGNIFIED;
    this.#sheet.set({
      height: isMagnified ? window.innerHeight : view.height,
      top: isMagnified ? 0 : view.offsetTop,
    });
  };
}
