import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {telClicked} from './tel-links.js';

/** What the controller asks of its host. */
export interface TelLinksOptions {
  /** The host wants clicks on `tel:` links. */
  readonly isOn: () => boolean;
  /** Takes the number of a link. @returns Whether it did; if not, the browser does what it does with such links. */
  readonly take: (text: string) => boolean;
}

/**
 * Hears clicks on the `tel:` links of the host's document while the host is in it and wants them. It listens at the
 * document, after everybody on the way there: whoever prevents the click keeps it.
 */
export class TelLinksController implements ReactiveController {
  #document: Document | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly options: TelLinksOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen();
  }

  hostUpdated(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#hear(undefined);
  }

  #listen(): void {
    this.#hear(this.host.isConnected && this.options.isOn() ? this.host.ownerDocument : undefined);
  }

  #hear(document: Document | undefined): void {
    if (document === this.#document) return;
    this.#document?.removeEventListener('click', this.#clicked);
    document?.addEventListener('click', this.#clicked);
    this.#document = document;
  }

  readonly #clicked = (event: MouseEvent): void => {
    const text = telClicked(event);
    if (text !== undefined && this.options.take(text)) event.preventDefault();
  };
}
