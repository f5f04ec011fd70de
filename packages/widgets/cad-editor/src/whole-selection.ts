import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Keeps a text selected as a whole when it is replaced under somebody who has come into its field and typed nothing yet, as
 * Tab does: what they type next is to stand in its place, not behind it.
 */
export class WholeSelection implements ReactiveController {
  #box: HTMLInputElement | undefined;
  #text = '';

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  /** Before the fields are drawn. */
  hostUpdate(): void {
    const box = this.host.shadowRoot?.activeElement;
    this.#box = undefined;
    if (!(box instanceof HTMLInputElement) || box.value === '') return;
    if (box.selectionStart !== 0 || box.selectionEnd !== box.value.length) return;
    this.#box = box;
    this.#text = box.value;
  }

  /** After. */
  hostUpdated(): void {
    const box = this.#box;
    this.#box = undefined;
    if (box && box === this.host.shadowRoot?.activeElement && box.value !== this.#text) box.select();
  }
}
